update person set name = null where id = 1;
