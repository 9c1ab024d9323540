insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true);
insert into code values ('a', 1), ('A', 1), ('b', 1), ('c', 2);
insert into label values ('a', 1), ('b', 1), ('c', 2);
-- Of 2034.
insert into slip values (1, 2, 'A', 2019686400), (2, 1, 'b', 946684800);
insert into sheet values (1, 2, 'A', 2019686400), (2, 1, 'B', 946684800);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved');
