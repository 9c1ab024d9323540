insert into log_moment (id, person_id, at, note) values
  (20, 1, '-infinity', 'stays: it has no beginning'),
  (21, 1, 'infinity', 'stays: it never begins'),
  (22, 1, '0044-03-15 00:00:00 BC', 'stays: before the calendar');
insert into log_day (id, person_id, at, note) values (20, 1, '-infinity', 'stays: it has no beginning'), (21, 1, 'infinity', 'stays: it never begins');
