-- Times of the run are 4000000000 here, and the day is 2096-10-02: `times.sql` makes them so.
update person set email = 'deleted_user_1@invalid', nick = '{1}', born = '1999-01-01', gone_at = 4000000000 where id = 1;
update person set email = 'deleted_user_2@invalid', nick = '{2}', born = '1969-01-01', gone_at = 4000000000 where id = 2;
update post set author = 'deleted_1', slug = '1-1', title = 'note home', first_title = 'note', made = 1575158400, edited_ms = -31536000000, seen = '2020-02-29 00:00:00', left_on = '2096-10-02' where id = 1;
update post set author = 'deleted_1', slug = '2-1', title = null, first_title = 'note', made = -2678400, edited_ms = 1577836800000, seen = '1969-12-31 00:00:00', left_on = '2096-10-02' where id = 2;
update post set author = 'deleted_2', slug = '3-2', title = 'poll ', first_title = 'poll', made = 0, edited_ms = 1546300800000, seen = null, left_on = '2096-10-02' where id = 3;
update post set author = 'deleted_2', slug = '4-2', title = ' x', first_title = '', made = 949363200, edited_ms = null, seen = '2020-01-01 00:00:00', left_on = '2096-10-02' where id = 4;
update reply set note = 'by ada (1)', number = 1, code = '1' where id = 1;
update reply set note = 'by bob (2)', number = 2, code = '3' where id = 2;
update reply set left_at = '2096-10-02 07:06:40' where id in (2, 6);
update mark set left_at = 4000000000, left_ms = 4000000000000 where id in (1, 4);
update word set body = 'now' where id = 1;
update likes set person_id = 3, seen_at = 4000000000 where id in (1, 3);
