delete from call_ where id in (1, 4);
delete from letter where id in (3, 4);
delete from visit where id in (2, 4);
update visit set words = 'kept' where id = 1;
