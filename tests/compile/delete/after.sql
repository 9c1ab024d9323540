delete from view where id in (1, 4);
delete from attachment where id in (1, 4);
delete from post where id in (1, 2, 3, 6);
delete from login where user_id = 1;
delete from "user" where id in (1, 3);
