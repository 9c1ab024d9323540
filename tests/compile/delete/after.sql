delete from view where id in (1, 4);
delete from attachment where id in (1, 4);
update post set parent_id = null where id in (1, 2, 3, 6);
delete from post where id in (1, 2, 3, 6);
delete from login where user_id = 1;
update "user" set mentor_id = null where id in (1, 3);
delete from "user" where id in (1, 3);
