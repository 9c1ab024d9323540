delete from memo where note like 'goes%';
delete from mailed where note like 'goes%';
delete from loan where note like 'goes%';
delete from setting where note like 'goes%';
delete from slip where note like 'goes%';
