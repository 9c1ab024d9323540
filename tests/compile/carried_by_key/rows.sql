insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true);
insert into sheet values ('béa', 1), ('bob', 2), ('c', 1), ('d', 11);
insert into sticker values (1, 'BéA'), (2, 'béa'), (3, 'BOB'), (4, 'D'), (5, null);
insert into pin values (1, 'BéA'), (2, 'C'), (3, 'BOB'), (4, 'd');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved');
