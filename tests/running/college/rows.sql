insert into person (id, name, state) values (1, 'ada', 'suspended'), (2, 'bob', 'active'), (3, 'cy', 'active'), (4, 'dee', 'active'), (11, 'ada', 'active'), (9, 'root', 'suspended');
insert into course values (10), (20), (100);
insert into post values (1, 10, 1, 'a'), (2, 20, 1, 'a'), (3, 10, 2, 'b'), (4, 10, 3, 'c'), (5, 10, 4, 'd'), (6, 10, 11, 'e'), (7, 100, 1, 'a'), (8, null, 1, 'a');
insert into letter values (1, 1, 'a'), (2, 2, 'b'), (3, 3, 'c'), (4, 4, 'd'), (5, 11, 'e');
