delete from attachment where id in (1, 2, 3, 5, 7);
delete from mark where post_id in (1, 2, 21);
update post set parent_id = null where id in (1, 2, 3, 4, 5, 7, 8, 20, 21, 22);
delete from post where id in (1, 2, 3, 4, 5, 7, 8, 20, 21, 22);
update folder set name = '' where site = 1 and code = 'a';
update folder set label = 'inside' where site = 1 and code in ('b', 'c');
update person set name = '' where id = 1;
