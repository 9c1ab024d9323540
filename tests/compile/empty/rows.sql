-- 1 is gone, 2 is suspended, 11 is 1's twin and not asked for, 4 is active, 5 is both.
insert into person values
  (1, 'ada', 'a@x', '1', 1, 1.5, 2.50, '2000-01-01', '2020-01-01 10:00:00', true, 7, false, true),
  (2, 'bob', 'b@x', '2', 1, 1.5, 2.50, '2000-01-01', '2020-01-01 10:00:00', true, 7, true, false),
  (11, 'ada', 'a@x', '1', 1, 1.5, 2.50, '2000-01-01', '2020-01-01 10:00:00', true, 7, false, true),
  (4, 'dan', 'd@x', '4', 1, 1.5, 2.50, null, null, null, null, false, false),
  (5, 'eve', 'e@x', '', 0, 0, 0, null, null, null, null, true, true);
insert into note values (1, 1, 'a', 1), (2, 1, '', 1), (3, 1, 'b', 0), (4, 1, 'c', null), (5, 2, 'a', 1), (6, 11, 'a', 1), (7, 4, 'a', 1), (8, null, 'a', 1);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'light', 2, 'approved'), ('purge', 'go', 4, 'approved'), ('purge', 'light', 5, 'approved'), ('purge', 'go', 5, 'approved'), ('export', 'all', 1, 'approved');
