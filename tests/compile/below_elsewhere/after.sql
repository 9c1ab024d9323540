delete from "option" where id in (3, 5);
delete from post where id in (1, 2, 3, 4, 5);
