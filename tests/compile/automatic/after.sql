delete from note where person_id in (1, 6, 2, 21);
update person set name = null where id = 21;
