-- 1 is purged; 2 and 22 are twins by key, e-mail and name. 3 shares an e-mail with 4, who stays; 5 has no e-mail;
-- 6's name is full of signs; 7's e-mail is nobody's; 8 and 9 share theirs and both go.
insert into person values
  (1, 'ada', 'Ada@X.org', 'a_a', true), (2, 'ada', 'ada@x.org ', 'aXa', true), (22, 'ada', 'adá@x.org', 'A_a', true), (12, 'ada', null, null, true),
  (3, 'cleo', 'TEAM@x', 'cleo', true), (4, 'dan', 'team@X', 'dan', false), (5, 'eve', '', '', true), (6, 'fay', 'f@x', '%_*?[a]\', true), (7, 'gus', '-', '-', true),
  (8, 'hal', 'pair@x', 'hal', true), (9, 'ida', 'Pair@x', 'ida', true);
-- 31's paths could be 32's, who stays; 33 and 34 go both; 35's name only begins like 36's.
insert into person values (31, 'ov', null, 'ov', true), (32, 'ov', null, 'ov/_x', false), (33, 'pw', null, 'pw', true), (34, 'pw', null, 'pw/x', true), (35, 'qq', null, 'q_', true), (36, 'qq', null, 'qz/x', false);
insert into path values (1, '/ov/a'), (2, '/ov/_x/a'), (3, '/pw/a'), (4, '/pw/x/a'), (5, '/q_/a'), (6, '/qz/x/a'), (7, '/ov'), (8, '//a'), (9, '/a_a/x'), (10, '/aXa/x'), (11, 'x/a_a/x');
-- 'U1…' could be anybody's from 10 to 12.
insert into number values (1, 'U1'), (2, 'U11'), (3, 'U12x'), (4, 'U6'), (5, 'U6 x'), (6, 'u6'), (7, 'U22'), (8, 'U5');
insert into account values (10, 1, 'K1'), (11, 1, null), (12, 2, 'k1'), (13, null, 'K2'), (14, 3, '-'), (15, 22, 'K1 '), (16, 6, '');
insert into mail values
  (1, 'ada@x.org', 'hers'), (2, 'ADA@X.ORG', 'hers'), (3, 'ada@x.org ', 'a space'), (4, 'adá@x.org', 'an accent'), (5, 'ADÁ@x.org', 'an accent'), (6, 'team@x', 'shared'), (7, '', 'nobody'),
  (8, null, 'nobody'), (9, '-', 'nobody'), (10, 'f@x', 'fay''s'), (11, 'xada@x.org', 'no'), (12, 'PAIR@X', 'both go'), (13, '0', 'nobody');
insert into letter values (1, 1, 'hers'), (2, 3, 'a space'), (3, 6, 'shared'), (4, null, 'nobody'), (5, 9, 'nobody'), (6, 12, 'both go');
insert into login values (1, 'a_a', 1), (2, 'aXa', 1), (3, 'A_a', 1), (4, 'a_a ', 1), (5, '%_*?[a]\', 1), (6, '', 1), (7, null, 1), (8, '-', 1), (9, 'cleo', 1), (10, 'anything', 1), (11, 'hal', 1);
insert into cache values
  (1, 'user:1:a'), (2, 'user:1:'), (3, 'user:1'), (4, 'user:12:a'), (5, 'user:11:'), (6, 'user:2:1:'), (7, 'xuser:1:a'), (8, 'USER:1:a'), (9, 'user:01:a'), (10, 'user:1:*%_'), (11, 'user:22:a'), (12, 'user:3:a'), (13, 'user:0:a'), (14, 'user::a'), (15, 'user:6:
lines');
insert into grants values (1, 'principals/a_a'), (2, 'principals/aXa'), (3, 'principals/A_a'), (4, 'principals/'), (5, 'principals/%_*?[a]\'), (6, 'principals/a_a/x'), (7, 'principals/-'), (8, 'principals/cleo'), (9, null), (10, 'principals/zzzz[a]\');
insert into log values (1, 'x <a_a> y'), (2, '<a_a>'), (3, '<aXa>'), (4, '<>'), (5, '<%_*?[a]\> x'), (6, '<zzz?a\>'), (7, 'a_a'), (8, '<->'), (9, null), (10, '<A_a>'), (11, 'x
<cleo>
y'), (12, '<dan>');
insert into payment values (1, 10), (2, 11), (3, 12), (4, 13), (5, null), (6, 1), (7, 14), (8, 0);
-- A planner knows here which account it is, and looks at each value that was written down before it looks whose it is.
insert into space values (1, 10), (2, 10), (3, 11), (4, 12), (5, 0);
insert into coded values (1, 'K1'), (2, 'k1'), (3, 'K1 '), (4, '-'), (5, ''), (6, null), (7, 'K2');
insert into probate_request (kind, type, subject, state) values
  ('purge', 'go', 1, 'approved'), ('purge', 'go', 3, 'approved'), ('purge', 'go', 4, 'approved'), ('purge', 'go', 5, 'approved'), ('purge', 'go', 6, 'approved'), ('purge', 'go', 7, 'approved'),
  ('purge', 'go', 8, 'approved'), ('purge', 'go', 9, 'approved'), ('purge', 'go', 31, 'approved'), ('purge', 'go', 33, 'approved'), ('purge', 'go', 34, 'approved'), ('purge', 'go', 35, 'approved'), ('export', 'all', 1, 'approved');
