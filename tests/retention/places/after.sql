delete from post where note like 'goes%';
delete from grade where note like 'goes%';
delete from memo where note like 'goes%';
delete from visit where note like 'goes%';
delete from scrap where note like 'goes%';
delete from draft where note like 'goes%';
delete from sheet where note like 'goes%';
