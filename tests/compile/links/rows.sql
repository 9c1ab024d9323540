-- 1 and 2 go: 2 has another plan. 3 is active. 4 has no account and 5 an account of which nobody knows whether it is
-- closed: both are in no status. 6 is a system account. 11 is the twin of 1, not asked for. 12 has no plan.
insert into plan values (1, 'gold'), (2, 'iron');
insert into person values (1, 'ada'), (2, 'ann'), (3, 'bob'), (4, 'cy'), (5, 'dee'), (6, 'root'), (11, 'ada'), (12, 'eve');
insert into account values
  (10, 1, true, 'ada@x', 1, false), (20, 2, true, 'ann@x', 2, false), (30, 3, false, 'bob@x', 1, false),
  (50, 5, null, 'dee@x', 1, false), (60, 6, true, 'root@x', 1, true), (110, 11, true, 'Ada@x', 1, false),
  (120, 12, true, null, null, false);
insert into letter values (1, 'ada@x', 'a'), (2, 'ann@x', 'b'), (3, 'bob@x', 'c'), (4, 'Ada@x', 'd'), (5, null, 'e'), (6, 'ada@x ', 'f'), (7, 'dee@x', 'g');
insert into note values (1, 1, 'a'), (2, 2, 'b'), (3, 3, 'c'), (4, 4, 'd'), (5, 5, 'e'), (6, 6, 'f'), (7, 11, 'g'), (8, 12, 'h');
insert into probate_request (kind, type, subject, state) values
  ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('purge', 'go', 3, 'approved'), ('purge', 'go', 4, 'approved'),
  ('purge', 'go', 5, 'approved'), ('purge', 'go', 6, 'approved'), ('purge', 'go', 12, 'approved'), ('export', 'all', 1, 'approved');
