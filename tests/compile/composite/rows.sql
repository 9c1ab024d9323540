insert into person values (1, 'ada', true), (2, 'bob', false), (3, 'ada', true);
-- Twins: another case, another number, the same digits.
insert into room values ('a', 1, 1, 1), ('A', 1, 1, 2), ('a', 11, 1, 3), ('a1', 1, 1, 2), ('a', 2, 0, 1), ('b', 1, 1, 3), ('c', 1, 1, null);
insert into booking values (1, 'a', 1, 'hers'), (2, 'A', 1, 'his'), (3, 'a', 11, 'c'), (4, 'a1', 1, 'd'), (5, 'a', null, 'half'), (6, null, 1, 'half'), (7, 'a', 2, 'hers'), (8, null, null, 'none'), (9, 'b', 1, 'c');
insert into guest values (1, 1, 'a', 1), (2, 1, 'A', 1), (3, 11, 'a', 2), (4, 1, 'c', 1), (5, 2, 'a', 1);
insert into note values (1, 'a', 1, 'x'), (2, 'A', 1, 'x'), (3, 'a', 2, 'ground'), (4, 'a', 3, 'none'), (5, 'a', null, 'half'), (6, 'a', 11, 'x');
insert into sign values (1, 'a', 1, 'x'), (2, 'A', 1, 'x'), (3, 'a', null, 'half'), (4, null, 2, 'half'), (5, 'b', 1, 'x');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved');
