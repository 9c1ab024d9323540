-- The owner column is a text: '1' is 1's, and '01', ' 1', '1abc' and 1.0 are nobody's here.
insert into person values (1, 'ada', 1), (2, 'bob', 1), (11, 'ada', 1);
insert into thing values
  (1, '1', 9007199254740993, 1, 12.50, 0.1, 'it''s "x" \', x'', '2026-02-28', '2026-02-28 12:00:00', null),
  (2, '1', 9007199254740991, 0, -0.1, 1e300, 'ü 🦀', x'00', null, null, 'text'),
  (3, '1', -9007199254740992, 1, null, -1.5, '', x'0001', '2026-02-28', '2026-02-28T12:00:00Z', '7'),
  (4, '1', null, 1, 3, 1e-7, null, x'000102fffe', null, '2026-02-28 12:00:00.123', 'x'),
  (5, '1', null, 0, 3, 2, null, null, null, null, null),
  (6, '01', 1, 1, 1, 1, 'no', null, null, null, null),
  (7, ' 1', 1, 1, 1, 1, 'no', null, null, null, null),
  (8, '1abc', 1, 1, 1, 1, 'no', null, null, null, null),
  (9, '11', 1, 1, 1, 1, 'twin', null, null, null, null),
  (10, '2', 1, 1, 1, 1, 'bob', x'ff', null, null, null),
  (11, '1', 5, null, 1, null, null, x'00010203', null, null, null);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('export', 'all', 1, 'approved');
