delete from slip where id = 2;
delete from sheet where id = 2;
delete from code where name in ('a', 'b');
delete from label where name = 'b';
