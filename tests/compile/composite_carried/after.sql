delete from chip where id in (1, 4);
delete from piece where id in (1, 5);
update loan set site = null, code = null where id = 1;
delete from tool where site = 1 and code = 'a' or site = 2;
update tool set words = '' where site = 1 and code = 'u';
delete from leaf where id in (1, 2, 4);
delete from tree where id in (1, 2, 3, 5);
update ring set after_id = null where id in (2, 5);
delete from ring where id in (1, 4, 5);
