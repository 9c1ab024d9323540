-- It is 2026-03-30 12:00. 1711627200 is two years ago, 1759060800 half a year, 1600948800 more than five years.
insert into person (id, name, state, last_login) values (1, 'Ada', 'active', 1711627200), (2, 'Bob', 'active', 1711627200), (3, 'Cleo', 'active', 1771709760), (11, 'Ada', 'active', 0), (22, 'Bea', 'gone', null);
insert into category (id, parent_id, name, closed) values (1, null, 'school', 1711627200), (2, 1, 'arts', 1759060800), (3, 1, 'lab', 1711627200), (4, 4, 'lies in itself', 1711627200), (5, 6, 'a circle', 1759060800), (6, 5, 'a circle', 1711627200);
insert into course (id, category_id, ends) values (1, 1, 1711627200), (11, 1, 1711627200), (2, 2, 1759060800), (3, 3, 0), (4, 3, null), (5, 4, 1600948800), (6, 5, 1711627200), (7, 6, 1759060800);
insert into held (id, course_id, person_id, name) values (1, 1, 2, 'teacher'), (2, 3, 3, 'teacher'), (3, 5, 2, 'teacher');
insert into grade (id, course_id, person_id, note) values
  (1, 1, 1, 'course 1: over'),
  (2, 1, 2, 'course 1: a teacher, not over'),
  (3, 1, 99, 'course 1: of nobody, over'),
  (4, 11, 1, 'course 11: over'),
  (5, 2, 1, 'course 2: not over'),
  (6, 3, 1, 'course 3: 0 is never'),
  (7, 4, 1, 'course 4: NULL is never'),
  (8, 5, 2, 'course 5: a teacher, over for five years'),
  (9, null, 1, 'in no course'),
  (10, 99, 1, 'in a course that is gone');
insert into part (id, grade_id, note) values (1, 1, 'course 1: over'), (2, 2, 'course 1: a teacher'), (4, 4, 'course 11: over');
insert into entry (course_id, word, person_id, note) values
  (1, 'a', 1, 'course 1: over'),
  (1, 'b', 2, 'course 1: a teacher, not over'),
  (11, 'a', 3, 'course 11: over'),
  (2, 'a', 1, 'course 2: not over');
insert into board (id, category_id, course_id, person_id, note) values
  (1, 1, null, 1, 'school: over'),
  (2, null, 1, 1, 'school, by its course: over'),
  (3, null, 1, 2, 'school, by its course: a teacher there, not over'),
  (4, 2, null, 1, 'arts: not over'),
  (5, null, 2, 1, 'arts, by its course: not over'),
  (6, 3, null, 3, 'lab: over'),
  (7, null, 3, 3, 'lab, by its course: a teacher there, not over'),
  (8, 4, null, 1, 'lies in itself: over'),
  (9, 5, null, 1, 'a circle: not over'),
  (10, 6, null, 1, 'a circle: over'),
  (11, null, null, 1, 'nowhere');
insert into visit (id, person_id, note) values (1, 1, 'Ada: over'), (2, 2, 'Bob: over'), (3, 3, 'Cleo: not over'), (4, 11, 'the other Ada: 0 is never'), (5, 22, 'Bea: NULL is never'), (6, 99, 'of nobody'), (7, 1, 'Ada: over, too');
insert into log (id, person_id, at, note) values (1, 1, 1711627200, 'over'), (2, 2, 1759060800, 'not over'), (3, 99, 1711627200, 'of nobody, over'), (4, 3, 0, '0 is never');
