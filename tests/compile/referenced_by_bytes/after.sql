delete from file where id in (1, 3);
delete from label where id = 3;
