insert into person values (1, 'a', 1), (2, 'a', 1), (3, 'b', 0);
insert into shelf values (1, 1), (2, 1), (3, 2);
insert into book values (1, 1, null, 2145830400), (2, 3, 1, 1718928000), (3, 2, null, 2145830400), (4, 3, 3, 2145830400);
