delete from preference where id in (1, 6, 7, 13, 17, 30, 31);
update preference set value = null where id in (24, 26);
