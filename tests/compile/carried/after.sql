delete from heart where id in (1, 4);
delete from comment where id in (1, 2, 5);
update comment set words = '' where id = 3;
update bookmark set album_id = null where id in (1, 2);
delete from album where id in (1, 4);
