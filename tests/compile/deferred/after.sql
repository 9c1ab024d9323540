begin;
delete from room where id in (1, 3);
delete from house where id = 1;
commit;
delete from pair where id in (1, 2);
