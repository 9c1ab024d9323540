insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true);
insert into file values (1, 1, 'a'), (2, 1, 'b'), (3, 1, 'c'), (4, 11, 'd'), (5, 2, 'e');
insert into link values (1, 'A'), (2, 'b'), (3, 'C ');
insert into label values (1, 1, 'a'), (2, 1, 'b'), (3, 1, 'c'), (4, 11, 'd'), (5, 2, 'e');
insert into tag values (1, 'A'), (2, 'b'), (3, 'C ');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('export', 'all', 1, 'approved');
