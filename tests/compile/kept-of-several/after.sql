delete from letter where id in (4, 7);
update letter set ip = '' where id = 3;
