insert into person values (1, 'a', 1), (2, 'b', 0);
insert into folder values (10, 1, null, 'w'), (11, 1, null, 'w'), (20, 2, null, 'w'), (21, 2, null, 'w');
insert into sheet values (1, 10, 'note', null), (2, 20, 'scrap', 1), (3, 11, 'note', null), (4, 21, 'note', 3);
