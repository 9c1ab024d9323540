delete from paper where id in (1, 2);
delete from note where id in (1, 4);
