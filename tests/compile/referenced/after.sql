delete from attachment where person_id in (1, 3);
update link set code = null where id = 2;
delete from piece where file_id in (1, 2, 6, 7, 11, 12);
update piece set words = '' where file_id in (3, 4, 5, 10);
delete from file where id in (1, 2, 6, 7, 11, 12);
update file set name = '', person_id = 0 where id in (3, 4, 5);
update file set name = '' where id = 10;
