-- 14 goes since both its sides are left by then; 15 and 16 keep the side of him who asked only for what he sent.
delete from note where id in (3, 4, 5, 6, 7, 8, 12, 14);
delete from note_read where id in (3, 4, 5, 6, 7, 8, 12, 14);
delete from message where id in (3, 4, 5, 6, 7, 8, 12, 14);
delete from message_read where id in (3, 4, 5, 6, 7, 8, 12, 14);
-- 3 went with its message, although another item lets it go; 1 stays, and is nobody's message any more.
update note set message_id = null where id = 1;
update message set from_left = 1 where id in (1, 9, 15);
update message set to_left = 1 where id = 2;
update message_read set from_left = 1 where id in (1, 9, 15);
update message_read set to_left = 1 where id = 2;
delete from meeting where id in (3, 4, 5, 7);
update meeting set host_id = null where id = 1;
update meeting set guest_id = null where id = 2;
