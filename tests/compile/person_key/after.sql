-- Parts of parts: the stars of posts in her threads, whoever gave them; flags stay, hers without its stars.
delete from rating where id in (1, 2);
update rating set stars = 0 where id in (4, 5, 9);
delete from post where id in (1, 2, 3);
update post set body = null, person_id = null where id in (4, 7, 8);
delete from thread where id in (1, 2);
delete from step where id in (1, 2);
delete from "usage" where id = 1;
-- The albums stay: photos with them, but not the faces on them.
update album set title = '' where id in (1, 2, 5);
delete from face where id in (1, 2);
update caption set words = '' where id in (1, 2);
delete from marker where id = 1;
