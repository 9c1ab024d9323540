insert into person values (1, 'ada', true), (2, 'bob', false), (3, 'ada', true);
-- 1 is hers; 2 answers 1, 3 answers 2, 4 is hers again and answers 3, 5 answers 4. 6 is his, and 7, hers and an answer to it, has the answer 8.
insert into post values (1, null, 1, 'post', 'a'), (2, 1, 2, 'post', 'b'), (3, 2, 3, 'post', 'c'), (4, 3, 1, 'post', 'd'), (5, 4, 2, 'post', 'e'),
  (6, null, 2, 'post', 'f'), (7, 6, 1, 'post', 'g'), (8, 7, null, 'post', 'h'), (9, 6, 3, 'post', 'i'),
  (10, null, 1, 'note', 'j'), (11, 10, 2, 'post', 'k'), (12, 6, 2, 'post', 'l');
-- A circle: 20 answers 21, and 21 answers 20, which is hers; 22 answers itself and is hers.
insert into post values (20, null, 1, 'post', 'm'), (21, 20, 2, 'post', 'n'), (22, 22, 1, 'post', 'o');
update post set parent_id = 21 where id = 20;
insert into attachment values (1, 1, 'a'), (2, 3, 'c'), (3, 5, 'e'), (4, 6, 'f'), (5, 8, 'h'), (6, 11, 'k'), (7, 21, 'n');
insert into mark values (1, 2), (2, 2), (6, 1), (12, 3), (21, 3);
insert into folder (site, code, in_site, in_code, person_id, kept, name) values (1, 'a', null, null, 1, 0, 'root'), (1, 'b', 1, 'a', 2, 0, 'below'), (1, 'c', 1, 'b', null, 0, 'further'), (1, 'd', 1, 'c', 2, 1, 'kept'), (1, 'e', 1, 'd', 2, 0, 'below kept'),
  (1, 'A', null, null, 2, 0, 'other'), (1, 'f', 1, 'A', 2, 0, 'below other'), (11, 'a', null, null, 3, 0, 'other site'), (11, 'b', 11, 'a', 3, 0, 'below other site'), (1, 'g', 1, null, 2, 0, 'half');
insert into paper values (1, 1, 'a', 'x'), (2, 1, 'b', 'y'), (3, 1, 'A', 'z');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved');
