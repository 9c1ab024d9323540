-- What refers to what is seen before anything is changed: 5 goes with her album, although she lets go of what she liked.
delete from heart where id in (1, 4, 5);
update heart set comment_id = null where id = 6;
delete from comment where id in (1, 2, 5);
update comment set words = '' where id = 3;
update bookmark set album_id = null where id in (1, 2);
delete from album where id in (1, 4);
