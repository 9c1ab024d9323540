-- 2 is Ada's twin in all but bytes: her name folds and pads to the same.
insert into person (id, name, login, gone, changed) values
  (1, 'Ada', 'ada', b'1', '2020-01-01 00:00:00'),
  (2, 'ada ', 'Ada', b'1', '2020-01-01 00:00:00'),
  (3, 'Bob', 'ada ', b'0', '2020-01-01 00:00:00'),
  (4, 'Cleo', 'ádá', b'1', '2020-01-01 00:00:00');
insert into thing (id, person_id, kind, flags, big, padded, code, words, doc, price, ratio, raw, day, hour, year, at, changed) values
  (1, 1, 'a', 'x,y', 18446744073709551615, 42, 'ab', 'é "x" \ ü', '{"a": 1}', 12.500, 0.1, x'00ff', '2026-02-28', '-10:30:00', 2026, '2026-02-28 12:00:00.120', '2020-01-01 00:00:00'),
  (18446744073709551, 1, 'a', '', 9007199254740992, 0, '', '', null, -0.010, -1e30, x'', '0001-01-01', '838:59:59', 1901, '1000-01-01 00:00:00', '2020-01-01 00:00:00'),
  (3, 1, 'b', 'y', 9007199254740991, 7, 'b', 'hers', null, 100, 16777216, null, null, null, null, null, '2020-01-01 00:00:00'),
  (4, 1, 'c', null, 1, 1, 'c', 'neither', null, 1, 1, null, null, null, null, null, '2020-01-01 00:00:00'),
  (5, 2, 'a', 'x', 1, 1, 'ab', 'twin', null, 1, 1, null, null, null, null, null, '2020-01-01 00:00:00'),
  (6, 3, 'b', 'y', 1, 1, 'ab', 'his', null, 1, 1, null, null, null, null, null, '2020-01-01 00:00:00');
insert into login values (1, 'ada', '2026-01-01 00:00:00'), (2, 'Ada', null), (3, 'ada ', null), (4, 'ádá', null), (5, '', null);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 3, 'approved'), ('export', 'all', 1, 'approved');
