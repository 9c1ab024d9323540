delete from thing where id in (1, 2, 3);
