insert into person values (1, 'a', 1, 2145830400), (2, 'b', 1, 1718928000), (3, 'a', 1, 2145830400);
insert into paper values (1, 1, 2, 'a', 'a'), (2, 3, 1, 'a', 'a'), (3, 1, null, 'a', 'a');
