-- Twins in case, accent and trailing space; '5' and '5abc'; empty and nobody's.
insert into account values ('bob', 'Bob', 1), ('Bob', 'Other Bob', 1), ('bob ', 'Padded', 1), ('bób', 'Accent', 1), ('5', 'Five', 1), ('5abc', 'Not five', 1), ('05', 'Zero five', 1), ('', 'Empty', 1), ('nobody', 'N', 1);
insert into mail values (1, 'bob', 'a'), (2, 'Bob', 'b'), (3, 'bob ', 'c'), (4, 'bób', 'd'), (5, '5', 'e'), (6, '5abc', 'f'), (7, '05', 'g'), (8, '', 'h'), (9, 'nobody', 'i'), (10, null, 'j'), (11, 'BOB', 'k');
insert into padded values (1, 'bob'), (2, 'bob '), (3, 'Bob'), (4, '5'), (5, '5 '), (6, '');
insert into child values (1, 1, 'a'), (2, 2, 'b'), (3, 5, 'e'), (4, 6, 'f'), (5, null, null), (6, 11, 'k');
insert into probate_request (kind, type, subject, state) values ('purge', 'close', 'bob', 'approved'), ('purge', 'close', '5', 'approved'), ('purge', 'close', '', 'approved'), ('purge', 'close', 'nobody', 'approved'), ('export', 'all', 'bob', 'approved');
