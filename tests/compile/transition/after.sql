update person set deleted = true, reason = 'asked', name = null where id in (1, 2);
update person set name = null where id = 3;
delete from note where person_id in (1, 2);
