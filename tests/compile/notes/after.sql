update person set full_name = '', email = null where id in (1, 3);
delete from comment where id in (1, 3, 9);
delete from note where id in (1, 5);
update comment set body = '', person_id = null where id in (2, 6, 8);
