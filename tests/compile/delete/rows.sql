-- 0 is nobody; 1 and 3 are purged; 2 stays; 4's status is unknown (NULL), so it is in none; 10 is the near-twin.
insert into "user" values (0, 'nobody', 1, null), (2, 'bob', 0, null), (1, 'ada', 1, 2), (3, 'cleo', 1, 1), (4, 'unknown', null, null), (10, 'ada', 1, 2);
insert into post values (1, null, 1, 'root'), (2, 1, 1, 'reply'), (3, 1, 3, 'cleo replies'), (4, null, 2, 'bob'), (5, 4, 10, 'twin'), (6, 4, 1, 'ada on bob'), (7, null, 4, 'u'), (8, null, 0, 'n');
insert into attachment values (1, 1, 'a'), (2, 4, 'b'), (3, 5, 'a'), (4, 3, 'c'), (5, 7, 'u');
insert into view values (1, 1, '2026-01-01 00:00:00'), (2, 2, null), (3, 3, null), (4, 4, null);
insert into login values (1, '2026-01-01 00:00:00'), (1, '2026-01-01 00:00:00'), (2, null), (10, '2026-01-01 00:00:00'), (0, null);
insert into probate_request (kind, type, subject, state) values
  ('purge', 'all', 0, 'approved'), ('purge', 'all', 1, 'approved'), ('purge', 'all', 3, 'approved'), ('purge', 'all', 4, 'approved'), ('purge', 'all', 2, 'approved'),
  ('export', 'all', 1, 'approved');
