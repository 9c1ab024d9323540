update person set name = 'gone' where id = 1;
delete from account where user_id in (1, 2, 12);
delete from letter where id in (1, 2);
delete from note where id in (1, 2);
