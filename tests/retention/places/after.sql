delete from post where note like 'goes%';
delete from grade where note like 'goes%';
delete from memo where note like 'goes%';
delete from visit where note like 'goes%';
