-- 1 is active and 2 suspended: both are erased, for they were asked for. 3 is the twin of 1, not asked for. 4 is a system
-- account, of 5 nobody knows whether it is suspended: neither is in any status. 6 and 7 are asked for by the other type,
-- for which a request alone is no status: 7 is suspended.
insert into person values
  (1, 'ada', false, false), (2, 'bob', true, false), (3, 'ada', false, false), (4, 'root', false, true), (5, 'cy', null, false),
  (6, 'dee', false, false), (7, 'eve', true, false);
insert into note values (1, 1, 'a'), (2, 2, 'b'), (3, 3, 'c'), (4, 4, 'd'), (5, 5, 'e'), (6, 6, 'f'), (7, 7, 'g'), (8, null, 'h');
insert into probate_request (kind, type, subject, state) values
  ('purge', 'erase', 1, 'approved'), ('purge', 'erase', 2, 'approved'), ('purge', 'erase', 3, 'requested'), ('purge', 'erase', 4, 'approved'),
  ('purge', 'erase', 5, 'approved'), ('purge', 'tidy', 6, 'approved'), ('purge', 'tidy', 7, 'approved');
