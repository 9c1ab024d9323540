insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true);
insert into chapter values (1, 1, 'a', null), (2, 1, 'A', null), (3, 2, 'b', 'a'), (4, 2, 'c', 'b'), (5, 1, 'd', null), (6, 2, 'e', 'D'), (7, 11, 'f', null), (8, 2, 'g', 'd');
-- Of 2034.
insert into note values (1, 2, 4, 2019686400), (2, 2, 7, 946684800), (3, 1, 6, 946684800);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved');
