insert into person values (1, 'ada', true, 'a@x'), (2, 'bob', false, 'b@x'), (11, 'ada', true, 'c@x'), (null, 'ada', true, 'a@x'), (4, 'dan', true, 'd@x');
-- The address of 1 is also that of somebody without a key.
insert into letter values (1, 'a@x'), (2, 'b@x'), (3, 'c@x'), (4, 'd@x'), (5, null);
insert into deal values ('a', 1, 2, 10, 'n'), (null, 1, 2, 20, 'bought'), (null, 2, 1, 30, 'sold'), (null, 1, 1, 40, 'both'), (null, 2, 11, 50, 'others'), ('b', 2, 11, 60, 'others');
-- '2 ' is nobody.
insert into remark values (1, 1, '2'), (2, 1, '2 '), (3, 2, '1 ');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 4, 'approved'), ('export', 'all', 1, 'approved');
