update person set name = null where id in (1, 2);
delete from note where id in (1, 2, 6);
