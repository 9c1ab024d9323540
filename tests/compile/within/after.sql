delete from reply where id in (1, 4);
delete from post where id in (1, 2, 3, 12);
update course set owner = null where id in (10, 30);
delete from preference where id in (1, 7, 9, 11, 13);
