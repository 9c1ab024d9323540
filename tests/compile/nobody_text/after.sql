delete from "call" where id = 1;
delete from visit where id in (2, 3);
update visit set words = 'kept' where id in (1, 5);
