-- 2 lies in 1, and 3 in 2; 11 is another.
insert into category values (1, null), (2, 1), (3, 2), (11, null);
insert into course values ('a', 1), ('a2', 1), ('b', 3), ('c', 11), ('it''s', null);
insert into person values (1, 'ada', true), (2, 'bob', true), (3, 'cy', false), (11, 'ada', true);
insert into post values
  (1, 'a', 1, 'x'), (2, 'a2', 1, 'x'), (3, 'b', 1, 'x'), (4, 'c', 1, 'x'), (5, 'it''s', 1, 'x'), (6, null, 1, 'x'),
  (7, 'a', 2, 'x'), (8, 'b', 2, 'x'), (9, 'it''s', 2, 'x'), (10, 'a', 3, 'x'), (11, 'a', 11, 'x'), (12, 'it''s', 11, 'x'), (13, 'c', 11, 'x');
insert into reply values (1, 1, 'a'), (2, 9, 'b'), (3, 11, 'c'), (4, 12, 'd');
insert into letter values (1, 1, 'a'), (2, 2, 'b');
-- Ada's of category 2 and what lies in it; Bob's and the other Ada's of one course. Who has not left waits.
insert into probate_request (kind, type, subject, place, state) values
  ('purge', 'category', 1, '2', 'approved'), ('purge', 'course', 2, 'it''s', 'approved'), ('purge', 'course', 11, 'it''s', 'approved'), ('purge', 'course', 3, 'it''s', 'approved');
