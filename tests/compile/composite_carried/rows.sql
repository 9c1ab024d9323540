insert into person values (1, 'ada', true), (2, 'bob', false), (3, 'ada', true);
-- Twins: another case, another site. (1, 'u') is still in use; a use of half a key is none.
insert into tool values (1, 'a', 1, 'x'), (1, 'A', 2, 'x'), (11, 'a', 3, 'x'), (1, 'u', 1, 'x'), (2, 'u', 1, 'x');
insert into "use" values (1, 1, 'u'), (2, 1, null), (3, null, 'a'), (4, 1, 'A'), (5, 11, 'a');
insert into piece values (1, 1, 'a'), (2, 1, 'A'), (3, 11, 'a'), (4, 1, 'u'), (5, 2, 'u'), (6, 1, null);
insert into chip values (1, 1), (2, 2), (3, 4), (4, 5);
insert into loan values (1, 1, 'a'), (2, 1, 'A'), (3, 11, 'a'), (4, 1, 'u'), (5, null, 'a');
insert into tree values (1, null, 1), (2, 1, 2), (3, 2, null), (4, null, 2), (5, 4, 1), (6, 4, 3);
insert into leaf values (1, 1), (2, 3), (3, 4), (4, 5);
insert into ring values (1, null, 1), (2, 1, 2), (3, 2, 2), (4, 3, 1), (5, 4, 1), (6, 6, 3);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved');
