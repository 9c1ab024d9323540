-- The key folds case, so 'NOBODY' and 'nobody' cannot both be there: the first is somebody.
insert into person values ('ada', 'Ada', 1), ('bob', 'Bob', 0), ('NOBODY', 'Neil', 1), ('ada2', 'Ada', 1);
insert into deal values
  (1, 'ada', 'bob', 10, 'a'), (2, 'bob', 'ada', 20, 'b'), (3, 'ada', 'ada', 30, 'c'), (4, 'ada2', 'ADA', 40, 'd'),
  (5, 'NOBODY', 'nobody', 50, 'e'), (6, null, 'ada2', 60, 'f'), (7, 'ada2', null, 70, null);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 'ada', 'approved'), ('purge', 'go', 'NOBODY', 'approved'), ('purge', 'go', 'bob', 'approved'), ('export', 'all', 'ada', 'approved');
