delete from reply where id in (2, 4);
delete from post where id in (3, 9, 12);
