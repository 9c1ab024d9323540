-- 1 ada is purged; 2 bob stays; 11 is ada's near-twin: the same name and address, also left, not asked for.
-- 3 has left and is purged in the same batch; 4 is asked for too soon, being active.
insert into person values
  (1, 'ada', 'Ada Lovelace', 'ada@example.org', 0, '2026-01-01 10:00:00'),
  (2, 'bob', 'Bob', 'bob@example.org', 1, '2026-01-01 10:00:00'),
  (3, 'cleo', 'Cleo', null, 0, '2026-01-03 10:00:00'),
  (4, 'dan', 'Dan', 'dan@example.org', 1, '2026-01-04 10:00:00'),
  (11, 'ada2', 'Ada Lovelace', 'ada@example.org', 0, '2026-01-01 10:00:00');
insert into note values
  (1, 1, 'Ada''s', 'one', true, null),
  (2, 2, 'Bob''s', 'two', false, '2026-02-02 02:02:02'),
  (3, 11, 'Twin''s', 'one', true, null),
  (4, 4, 'Dan''s', 'four', false, null),
  (5, 1, 'Ada''s second', '', false, '2026-02-02 02:02:02');
insert into comment values
  (1, 1, 2, 'bob on ada', '2026-01-01 00:00:00'),
  (2, 2, 1, 'ada on bob', '2026-01-01 00:00:00'),
  (3, 1, 1, 'ada on ada', '2026-01-01 00:00:00'),
  (4, 3, 2, 'bob on the twin', '2026-01-01 00:00:00'),
  (5, 2, 11, 'the twin on bob', '2026-01-01 00:00:00'),
  (6, 3, 1, 'ada on the twin', '2026-01-01 00:00:00'),
  (7, 2, null, '', '2026-01-01 00:00:00'),
  (8, 4, 3, 'cleo on dan', '2026-01-01 00:00:00'),
  (9, 5, 3, 'cleo on ada', '2026-01-01 00:00:00');
insert into probate_request (kind, type, subject, state) values
  ('purge', 'leaver', 1, 'approved'),
  ('purge', 'leaver', 3, 'approved'),
  ('purge', 'leaver', 4, 'approved'),
  ('purge', 'leaver', 11, 'requested'),
  ('purge', 'leaver', 99, 'approved'),
  ('export', 'everything', 1, 'approved');
