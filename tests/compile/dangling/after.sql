update post set body = null, topic_id = null where id in (1, 2, 5);
delete from vote where id in (1, 2, 5);
update person set name = null, town_id = null where id = 1;
