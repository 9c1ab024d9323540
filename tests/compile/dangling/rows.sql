-- SQLite looks at every reference of a row to its own table as soon as any reference of the row is changed.
pragma foreign_keys = off;
insert into town values (1);
insert into person values (1, 'ada', 1, 99, 1), (2, 'bob', 0, 99, 1), (3, 'ada', 1, null, 1);
insert into post values (1, 1, 77, 1, 'a'), (2, 1, 78, null, 'b'), (3, 2, 77, 1, 'c'), (4, 98, 1, 55, 'd'), (5, 1, 1, 55, 'e');
insert into vote values (1, 76, 1), (2, 75, 1), (3, 76, 2), (4, 76, 97), (5, 3, 1);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved');
