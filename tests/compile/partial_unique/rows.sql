-- 1 and 2 leave together and get one name, which the index of members allows; 3 has the name of 1 and is no member; 4 stays.
insert into person values (1, 'ada', 'a', true, true), (2, 'bob', 'b', true, true), (3, 'ada', 'a', false, false), (4, 'former', 'former', true, false);
insert into seat values (1, 1, 7, 'left', 0), (2, 2, 7, 'right', 0), (3, 3, 7, 'right', 1), (4, 4, 7, 'gone', 0);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('purge', 'go', 4, 'approved');
