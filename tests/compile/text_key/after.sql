delete from child where id in (1, 3);
delete from mail where id in (1, 5);
update padded set owner = null where id in (1, 4);
