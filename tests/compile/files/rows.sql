insert into person values (1, 'ada', 5, true), (2, 'bob', 5, false), (11, 'ada', 5, true);
insert into module values (1, 'one'), (2, 'two');
-- Contexts 101 and 111 are people; 1 and 2 are modules, of which 2 has two contexts' worth of numbers to confuse.
insert into context values (101, 30, 1), (102, 30, 2), (111, 30, 11), (1, 70, 1), (2, 70, 2), (3, 50, 1), (4, null, 1);
insert into essay values (1, 1, 1, 'hers'), (2, 2, 1, 'bob''s'), (3, 1, 2, 'hers in two'), (4, 11, 1, 'the twin''s'), (5, 1, null, 'hers, nowhere');
insert into draft values (1, 1, 1, 'hers'), (2, 2, 1, 'bob''s'), (3, 1, null, 'hers, nowhere');
insert into kept values (1, 1, 1), (2, 2, 1);
insert into file values
  (1, 1, 'essay', 'text', 1, 'a.txt', 'aaaa1111'),
  (2, 1, 'essay', 'text', 1, '.', 'eeee0000'),
  (3, 1, 'essay', 'text', 2, 'b.txt', 'bbbb1111'),
  (4, 2, 'essay', 'text', 1, 'other place.txt', 'cccc1111'),
  (5, 2, 'essay', 'text', 3, 'c.txt', 'bbbb1111'),
  (6, 1, 'essay', 'other', 1, 'other area.txt', 'cccc2222'),
  (7, 1, 'draft', 'text', 1, 'd.txt', 'aaaa1111'),
  (8, 1, 'draft', 'text', 1, 'd2.txt', 'dddd1111'),
  (9, 2, 'draft', 'text', 1, 'other place.txt', 'cccc3333'),
  (10, 1, 'draft', 'text', 2, 'bob''s.txt', 'cccc4444'),
  (11, 1, 'kept', 'text', 1, 'kept.txt', 'cccc5555'),
  (12, 101, 'user', 'icon', 0, 'f1.png', 'ffff1111'),
  (13, 101, 'user', 'icon', 9, 'f2.png', 'ffff1111'),
  (14, 111, 'user', 'icon', 0, 'twin.png', 'ffff2222'),
  (15, 101, 'user', 'private', 0, 'p.txt', 'ffff3333'),
  (16, null, 'essay', 'text', 5, 'nowhere.txt', 'cccc6666'),
  (17, 1, 'essay', 'text', 1, 'no hash', null),
  (18, 1, 'essay', 'text', 1, null, 'cccc7777'),
  (19, 3, 'user', 'icon', 0, 'a course.png', 'ffff4444'),
  (21, 111, 'user', 'private', 0, 'twin.txt', 'ffff5555'),
  (22, 2, 'user', 'private', 0, 'module 2.txt', 'ffff6666'),
  (23, 101, 'user', 'inbox', 0, 'in.txt', 'abab1111'),
  (24, 111, 'user', 'inbox', 0, 'twin.txt', 'abab2222'),
  (25, 101, 'user', 'inbox', 3, '.', 'abab3333'),
  (26, 101, 'user', 'vault', 0, 'stays.txt', 'abab4444'),
  (27, 1, 'essay', 'extra', 1, 'hers.txt', 'abab5555'),
  (28, 1, 'essay', 'extra', 2, 'bob''s.txt', 'abab6666'),
  (20, 1, 'essay', 'text', 4, 'twin.txt', 'cccc8888');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved'), ('export', 'list', 1, 'cancelled');
