delete from picture where post_id in (2, 10);
update picture set name = '' where id in (1, 3, 4, 5, 6, 7);
delete from post where id in (2, 10);
update post set body = 'deleted', person_id = null where id in (3, 5);
update post set person_id = null where id in (4, 6, 7);
update forum set topic = null where id in (1, 2, 3);
