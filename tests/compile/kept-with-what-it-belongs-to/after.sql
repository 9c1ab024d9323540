-- Rows that stay refer to 1: but for the key, the row is changed all the same, and so is what belongs to it.
update person set name = '' where id in (1, 2, 3);
update person set club_id = null where id = 2;
update badge set label = '' where id in (1, 2);
-- Left on both sides, and there still for the sake of its young file; the old one of hers goes by itself.
update message set sender_left = true, reader_left = true where id = 1;
update message set sender_left = true where id = 4;
update attachment set ip = '' where id in (1, 6);
update paper set ip = '' where id = 2;
delete from paper where id = 4;
delete from attachment where id in (2, 3);
delete from message where id in (2, 3);
-- The post stays, and with it the pictures that are nobody's who goes.
delete from picture where id = 2;
delete from post where id = 2;
delete from leaf where id in (3, 4);
delete from binder where id in (2, 3);
-- The thread of a young note stays: by it the note is found as the starter's, though another wrote it.
update note set body = '' where id = 2;
delete from thread where id = 2;
