update person set name = null where id in (1, 4);
delete from letter where id = 4;
