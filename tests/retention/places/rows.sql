-- It is 2026-03-30 12:00. Each moment is so many leap years ago.
insert into person (id, name, state, last_login) values (1, 'Ada', 'active', 1771709760), (2, 'Bob', 'active', 1711627200), (3, 'Cleo', 'gone', 0), (4, 'Dan', 'active', null), (5, 'Eve', 'active', 1711627200);
insert into category (id, parent_id, name) values (1, null, 'school'), (2, 1, 'arts'), (3, 2, 'lab'), (4, 3, 'bench'), (5, null, 'other'), (6, 5, 'lab');
insert into course (id, category_id, ends, visible) values (1, 1, 1711627200, 1), (2, 2, 1759060800, 1), (3, 3, 0, 1), (4, 4, null, 1), (5, 5, 1711627200, 1), (6, 2, 1711627200, 0), (7, null, 1711627200, 1), (8, 6, 1711627200, 1);
insert into held (id, course_id, person_id, name) values (1, 1, 2, 'teacher'), (2, 2, 3, 'teacher'), (3, 1, 4, 'dean'), (4, 1, 4, 'guest'), (5, 1, 5, 'guest'), (6, 1, 5, 'teacher'), (7, 1, null, 'teacher'), (8, 5, 1, 'guest');
insert into post (id, course_id, person_id, at, note) values
  (1, 1, 1, 1664193600, 'goes: school, 3 years'),
  (2, 1, 1, 1695816000, 'stays: school, 3 years'),
  (3, 2, 1, 1664193600, 'goes: arts lies in the school'),
  (4, 2, 1, 1695816000, 'stays: arts lies in the school'),
  (5, 3, 1, 1664193600, 'stays: the lab is nearer, 4 years'),
  (6, 3, 1, 1632571200, 'goes: the lab, 4 years'),
  (7, 4, 1, 1664193600, 'stays: the bench lies in the lab'),
  (8, 4, 1, 1632571200, 'goes: the bench lies in the lab'),
  (9, 5, 1, 1632571200, 'stays: elsewhere 5 years'),
  (10, 5, 1, 1600948800, 'goes: elsewhere 5 years'),
  (11, 6, 1, 1727438400, 'stays: what comes first keeps it longer'),
  (12, 6, 1, 1664193600, 'stays: a course comes before a category'),
  (13, 7, 1, 1632571200, 'stays: in no category'),
  (14, 7, 1, 1600948800, 'goes: in no category'),
  (15, null, 1, 1600948800, 'goes: in no course'),
  (16, null, 1, 1632571200, 'stays: in no course'),
  (17, 8, 1, 1632571200, 'goes: a lab elsewhere'),
  (18, 99, 1, 1600948800, 'goes: in a course that is gone'),
  (19, 99, 99, 1632571200, 'stays: of nobody, nowhere');
insert into grade (id, course_id, person_id, note) values
  (1, 1, 1, 'goes: the course is over'),
  (2, 2, 1, 'stays: over for half a year'),
  (3, 3, 1, 'stays: 0 is never'),
  (4, 4, 1, 'stays: NULL is never'),
  (5, 5, 99, 'goes: of nobody'),
  (6, null, 1, 'stays: in no course');
insert into memo (id, course_id, person_id, at, note) values
  (1, 1, 1, 1711627200, 'goes: no role here, 1 year'),
  (2, 1, 1, 1759060800, 'stays: no role here'),
  (3, 1, 2, 1711627200, 'stays: a teacher, 3 years'),
  (4, 1, 2, 1648382400, 'goes: a teacher, 3 years'),
  (5, 5, 2, 1711627200, 'goes: a teacher elsewhere'),
  (6, 1, 3, 1711627200, 'goes: a teacher of another course'),
  (7, 2, 3, 1711627200, 'stays: a teacher of this one'),
  (8, 1, 4, 1142424000, 'stays: a dean, for ever, also as a guest'),
  (9, 1, 5, 1711627200, 'stays: teacher and guest, the longest'),
  (10, 1, 5, 1648382400, 'goes: teacher and guest'),
  (11, 5, 1, 1759060800, 'goes: a guest, 1 month'),
  (12, 5, 1, 1774555776, 'stays: a guest, 1 month'),
  (13, 1, null, 1711627200, 'goes: nobody has no role'),
  (14, 5, 4, 1774872000, 'stays: today');
insert into visit (id, person_id, at, note) values
  (1, 1, 1680004800, 'stays: she was here lately'),
  (2, 2, 1680004800, 'goes: he was not'),
  (3, 2, 1759060800, 'stays: the row is young'),
  (4, 3, 1680004800, 'stays: never logged in (0)'),
  (5, 4, 1680004800, 'stays: never logged in (NULL)'),
  (6, 99, 1680004800, 'stays: nobody has no login'),
  (7, null, 1680004800, 'stays: nobody');

-- One rule is about scraps and drafts, and another comes before it, but for scraps alone.
insert into scrap (id, person_id, at, note) values (1, 1, 1664193600, 'stays: 4 years'), (2, 2, 1632571200, 'goes: 4 years'), (3, 1, 1771709760, 'stays: young');
insert into draft (id, person_id, at, note) values (1, 1, 1664193600, 'goes: 1 year'), (2, 2, 1771709760, 'stays: young'), (3, 1, 0, 'stays: never'), (4, null, 1664193600, 'goes: of nobody');

-- Of places in each other the nearest decides, whichever rule overrides the other; of one place that which overrides.
insert into sheet (id, category_id, person_id, at, note) values
  (1, 1, 1, 1711627200, 'goes: the school, 1 year'),
  (2, 2, 1, 1711627200, 'goes: arts lies in the school'),
  (3, 3, 1, 1711627200, 'stays: the lab is nearer, 5 years'),
  (4, 4, 1, 1711627200, 'stays: the bench lies in the lab'),
  (5, 3, 1, 1600948800, 'goes: the lab, 5 years'),
  (6, 6, 1, 1711627200, 'stays: a lab elsewhere'),
  (7, 5, 1, 1600948800, 'stays: nothing is said of it');
