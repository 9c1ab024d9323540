update stay set number = 0 where id in (1, 2, 4, 6);
delete from room where house = 1 and number = 1;
