insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true);
insert into "usage" values (1, 'of 1'), (2, 'of bob''s thread'), (3, 'of nothing'), (11, 'of the twin''s');
insert into step values (1, 1, 'a'), (2, 1, 'b'), (3, 2, 'c'), (4, 3, 'd'), (5, 11, 'e');
-- 1 and 2 are hers; the second has no usage. The numbers of threads are those of other rows' keys.
insert into thread values (1, 1, 1, 'hers'), (2, 1, null, 'hers too'), (3, 2, 2, 'bob''s'), (4, 11, 11, 'the twin''s'), (5, null, 3, 'an orphan');
insert into post values
  (1, 1, 1, 'her thread, her post'), (2, 1, 2, 'her thread, bob''s post'), (3, 2, null, 'her thread, nobody''s post'),
  (4, 3, 1, 'bob''s thread, her post'), (5, 3, 2, 'bob''s thread and post'), (6, 4, 11, 'the twin''s'), (7, null, 1, 'no thread'), (8, 4, 1, 'the twin''s thread, her post');
insert into rating values
  (1, 1, 2, 5, 'star'), (2, 2, 11, 5, 'star'), (3, 2, 2, 5, 'flag'), (4, 2, 1, 5, 'flag'), (5, 5, 1, 5, 'star'), (6, 5, 2, 5, 'star'),
  (7, 4, 2, 5, 'star'), (8, 2, 2, 5, null), (9, 99, 1, 5, 'star'), (10, 6, 2, 5, 'star');
insert into album values (1, 1, 'x', 'hers'), (2, 1, null, 'hers without a code'), (3, 2, 'X', 'bob''s'), (4, 11, 'x ', 'the twin''s'), (5, 1, '', 'hers with an empty code');
insert into photo values (1, 1, 'p'), (2, 3, 'q'), (3, 4, 'r'), (4, null, 's');
insert into face values (1, 1, 'ada'), (2, 1, 'bob'), (3, 2, 'ada'), (4, 3, 'ada'), (5, null, 'ada');
insert into caption values (1, 1, 'c'), (2, 2, 'c'), (3, 3, 'c'), (4, 4, 'c'), (5, null, 'c');
insert into marker values (1, 'x', 1), (2, 'x', 0), (3, 'x', null), (4, 'X', 1), (5, 'x ', 1), (6, null, 1), (7, 'y', 1);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved');
