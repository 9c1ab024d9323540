-- It is 2026-03-30 12:00. What is not said to be older is two years old: a teacher's is kept for three, others' for one.
insert into person (id, mail, name, state, last_login) values (1, 'ada@x', 'Ada', 'active', 1711627200), (2, 'bob@x', 'Bob', 'active', 1711627200), (3, 'cleo@x', 'Cleo', 'active', 1711627200), (4, 'dan@x', 'Dan', 'active', 1711627200), (5, 'eve@x', 'Eve', 'active', 1711627200);
-- 1 > 2 > 3, 4 by itself, and 5 and 6 lie in each other.
insert into category (id, parent_id) values (1, null), (2, 1), (3, 2), (4, null), (5, 6), (6, 5);
insert into course (id, category_id) values (1, 1), (2, 2), (3, 3), (4, 4), (5, null), (6, 5);
-- Category 4 and course 4 have the same key.
insert into room (id, level, instance_id) values (1, 40, 1), (2, 50, 4), (3, 40, 2), (4, 40, 6), (5, 40, 99);
insert into held (id, room_id, person_id, name) values (1, 1, 2, 'teacher'), (2, 2, 3, 'teacher'), (3, 3, 4, 'teacher'), (4, 4, 5, 'teacher'), (5, 1, 0, 'teacher'), (6, 1, 1, 'student'), (7, 5, 1, 'teacher'), (8, 1, null, 'teacher'), (9, null, 1, 'teacher');
insert into memo (id, course_id, person_id, at, note) values
  (1, 3, 2, 1711627200, 'stays: a teacher of what lies around it, two steps up'),
  (2, 1, 2, 1711627200, 'stays: a teacher of its category'),
  (3, 4, 2, 1711627200, 'goes: another category'),
  (4, 5, 2, 1711627200, 'goes: in no category'),
  (5, 4, 3, 1711627200, 'stays: a teacher of the course'),
  (6, 3, 3, 1711627200, 'goes: a teacher of another course'),
  (7, 3, 4, 1711627200, 'stays: a teacher of a category on the way up'),
  (8, 1, 4, 1711627200, 'goes: a teacher of what lies below only'),
  (9, 6, 5, 1711627200, 'stays: categories in a circle'),
  (10, 3, 2, 1648382400, 'goes: four years'),
  (11, null, 2, 1711627200, 'goes: in no course'),
  (12, 3, 0, 1711627200, 'goes: nobody holds no role'),
  (13, 3, 1, 1711627200, 'goes: another role'),
  (14, 99, 2, 1711627200, 'goes: in a course that is gone');
insert into mailed (id, course_id, mail, at, note) values
  (1, 3, 'bob@x', 1711627200, 'stays: a teacher of what lies around it'),
  (2, 4, 'bob@x', 1711627200, 'goes: another category'),
  (3, 4, 'cleo@x', 1711627200, 'stays: a teacher of the course'),
  (4, 4, 'who@x', 1711627200, 'goes: nobody''s'),
  (5, 3, 'BOB@x', 1711627200, 'goes: another address'),
  (6, 3, '', 1711627200, 'goes: no address');
insert into loan (id, course_id, lender_id, borrower_id, signed, at, note) values
  (1, 4, 3, 1, 1, 1711627200, 'stays: one of the two is a teacher'),
  (2, 4, 3, 1, 0, 1711627200, 'goes: the teacher did not sign, and it is not hers'),
  (3, 4, 1, 3, 0, 1711627200, 'stays: the borrower is a teacher'),
  (4, 4, 1, 2, 1, 1711627200, 'goes: neither'),
  (5, 3, 2, 1, 1, 1711627200, 'stays: one of the two, of what lies around it');
insert into setting (id, person_id, name, value, note) values
  (1, 2, 'sort_3', 'a', 'stays: a teacher of what lies around it'),
  (2, 2, 'sort_4', 'a', 'goes: another category'),
  (3, 3, 'sort_4', 'a', 'stays: a teacher of the course'),
  (4, 1, 'sort_3', 'a', 'goes: no teacher'),
  (5, 3, 'sort_1', 'a', 'goes: a teacher of another course'),
  (6, 3, 'other_4', 'a', 'stays: nothing is said of it');
insert into desk (id, person_id) values (1, 2), (2, 3), (3, 1), (4, null), (5, 0);
insert into slip (id, course_id, desk_id, at, note) values
  (1, 3, 1, 1711627200, 'stays: a teacher of what lies around it, two steps up'),
  (2, 4, 1, 1711627200, 'goes: another category'),
  (3, 4, 2, 1711627200, 'stays: a teacher of the course'),
  (4, 3, 3, 1711627200, 'goes: another role'),
  (5, 3, 4, 1711627200, 'goes: a desk of nobody'),
  (6, 3, 5, 1711627200, 'goes: nobody holds no role'),
  (7, 3, 1, 1648382400, 'goes: four years'),
  (8, 3, 3, 1771709760, 'stays: young');
