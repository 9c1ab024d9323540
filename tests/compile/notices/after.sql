delete from mail where id in (1, 2);
update person set name = '', email = '', lang = null where id in (1, 2, 3, 4, 5, 6, 8);
