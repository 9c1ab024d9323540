insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true);
insert into deal values ('a', 1, 2, 10, 'n'), (null, 1, 2, 20, 'bought'), (null, 2, 1, 30, 'sold'), (null, 1, 1, 40, 'both'), (null, 2, 11, 50, 'others'), ('b', 2, 11, 60, 'others');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('export', 'all', 1, 'approved');
