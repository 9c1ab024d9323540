insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true);
-- 1 is hers; below it are 2, 3 (a poll) and 4. 5 is her poll, and 6 its comment, which is no part of it. 7 is his, 8 below it. 9 is the twin's, 10 below.
insert into post values (1, null, 1, 'post', 'a'), (2, 1, 2, 'answer', 'b'), (3, 2, 2, 'poll', 'c'), (4, 3, 11, 'post', 'd'), (5, null, 1, 'poll', 'e'), (6, 5, 2, 'answer', 'f'),
  (7, null, 2, 'post', 'g'), (8, 7, 11, 'answer', 'h'), (9, null, 11, 'post', 'i'), (10, 9, 2, 'poll', 'j');
-- Options belong to polls only, whatever else they name.
insert into "option" select id, id, 'o' from post;
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved');
