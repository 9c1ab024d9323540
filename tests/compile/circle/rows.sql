insert into person (id, name, gone) values (1, 'ada', true), (2, 'bob', false), (3, 'ada', true);
insert into album values (1, 1, null), (2, 2, null), (3, 3, null), (4, 1, null);
-- 3 is his, in an album of hers.
insert into photo values (1, 1, 1), (2, 2, 2), (3, 2, 1), (4, 3, 3), (5, 1, 4);
update album set cover_id = 3 where id = 1;
update album set cover_id = 2 where id = 2;
update album set cover_id = 4 where id = 3;
update album set cover_id = 1 where id = 4;
update person set photo_id = 1 where id = 1;
update person set photo_id = 2 where id = 2;
update person set photo_id = 4 where id = 3;
-- 2 is his reply to hers; 3, hers, replies to it; 4 is his under her photo and replies to 5, his own of hers above.
insert into post values (1, 1, null, null), (2, 2, null, 1), (3, 1, null, 2), (5, 2, 1, 3), (4, 2, 1, 5), (6, 2, 2, null), (7, 3, 2, 6), (8, 3, null, null);
insert into tag values (1, 1, null), (2, 1, 1), (3, 1, 2), (4, 2, null), (5, 3, 4);
update tag set under = 3 where id = 1;
-- Roots are their own roots.
insert into node values (1, 1, 1), (2, 2, 1), (3, 2, 3), (4, 1, 1), (5, null, 2);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved');
