update person set seen_ms = 0 where id = 1;
delete from step where by_id = 1;
