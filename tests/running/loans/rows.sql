insert into person values (1, 'a', 1, 946684800), (2, 'b', 1, 2145830400), (3, 'c', 1, 946684800);
insert into loan values (1, 1, null), (2, 1, 2), (4, 1, 3), (8, 1, 99), (16, 2, 1), (32, 2, null);
