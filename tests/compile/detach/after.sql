delete from task where id = 4;
update task set reviewer_id = null where id in (1, 2, 8, 9, 10);
update task set editor_id = 0 where id in (1, 3, 6, 8, 9, 10);
update task set closer = '0' where id = 1;
update task set body = null where id in (3, 10);
-- One row of 'liked' remains hers: it is not a like. By the number of rows: two of 1, one of 3.
update liked set by_id = null where kind = 'like' and by_id in (1, 3);
update person set boss_id = null where id in (11, 3);
