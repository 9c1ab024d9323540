-- The owner column is a text: '1' is 1's, and '01', ' 1', '1abc' and 1.0 are nobody's here.
insert into person values (1, 'ada', true), (2, 'bob', true), (11, 'ada', true);
insert into thing values
  (1, '1', 9007199254740993, true, 12.50, 0.1, 'it''s "x" \', '\x', '2026-02-28', '2026-02-28 12:00:00', null),
  (2, '1', 9007199254740991, false, -0.1, 1e300, 'ü 🦀', '\x00', null, null, 'text'),
  (3, '1', -9007199254740992, true, null, -1.5, '', '\x0001', '2026-02-28', '2026-02-28T12:00:00Z', '7'),
  (4, '1', null, true, 3, 1e-7, null, '\x000102fffe', null, '2026-02-28 12:00:00.123', 'x'),
  (5, '1', null, false, 3, 2, null, null, null, null, null),
  (6, '01', 1, true, 1, 1, 'no', null, null, null, null),
  (7, ' 1', 1, true, 1, 1, 'no', null, null, null, null),
  (8, '1abc', 1, true, 1, 1, 'no', null, null, null, null),
  (9, '11', 1, true, 1, 1, 'twin', null, null, null, null),
  (10, '2', 1, true, 1, 1, 'bob', '\xff', null, null, null),
  (11, '1', 5, null, 1, null, null, '\x00010203', null, null, null);
insert into moment values
  (1, 1, null, null, null), (2, 1, 0, 0, 0), (3, 1, 1, 1, 1), (4, 1, -1, -1, -1), (5, 1, 1500, 1500, 1500), (6, 1, -1500, -1500, -1500),
  (7, 1, 951782400, 951782400000, 951782400), (8, 1, 1709251199, 1709251199999, 2147483647), (9, 1, 2147483648, 2147483648120, -2147483648),
  (10, 1, -62135596800, -62135596800000, 5), (11, 1, -62135596801, -62135596800001, 5), (12, 1, 253402300799, 253402300799999, 5),
  (13, 1, 253402300800, 253402300800000, 5), (14, 1, 9223372036854775807, -9223372036854775808, 5), (15, 11, 1, 1, 1);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('export', 'all', 1, 'approved');
