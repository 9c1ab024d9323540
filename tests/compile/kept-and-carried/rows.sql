insert into person values (1, 'ada', true), (2, 'bob', true), (3, 'cid', false), (11, 'ada', false);
-- 1, 2 and 4 are of 2037, the others of long ago.
insert into topic values (1, 1, 'a', 2145830400), (2, 3, 'a', 2145830400), (3, 1, 'a', 946684800), (4, 11, 'a', 2145830400);
insert into post values (1, 1, 1, 'in their own'), (2, 1, 2, 'in that of 3'), (3, 2, 1, 'in that of 1'), (4, 11, 1, 'a'), (5, 11, 3, 'a'), (6, 1, 3, 'a'), (7, 3, 4, 'a');
insert into pin values (1, 1, 1), (2, 2, 1), (3, 11, 1), (4, 11, 3), (5, 2, 2), (6, 3, 4);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved');
