-- It is 2026-03-30 12:00, and a month is over of what began on 28 February or before.
insert into person (id, name, state) values (1, 'Ada', 'active'), (2, 'Bob', 'gone'), (3, 'Cleo', 'active');
insert into log_unix (id, person_id, at, note) values
  (1, 1, 1772193600, 'goes: the day before'),
  (2, 2, 1772323199, 'goes: its last second'),
  (3, 3, 1772323200, 'stays: the first second after'),
  (4, 1, 1774742400, 'stays: young'),
  (5, 1, 0, 'stays: 0'),
  (6, 2, null, 'stays: NULL'),
  (7, 99, 1, 'goes: 1970, of nobody'),
  (8, null, 1772323199, 'goes: whoever owns it'),
  (9, 1, -1, 'stays: before 1970'),
  (10, 1, 4102444800, 'stays: in the future');
insert into log_ms (id, person_id, at, note) values
  (1, 1, 1772323199999, 'goes: its last millisecond'),
  (2, 1, 1772323200000, 'stays: the first after'),
  (3, 1, 0, 'stays: 0'),
  (4, 1, null, 'stays: NULL'),
  (5, 1, 1772323199, 'goes: a second taken for milliseconds is 1970');
insert into log_moment (id, person_id, at, note) values
  (1, 1, '2026-02-28 23:59:59', 'goes: its last second'),
  (2, 1, '2026-03-01 00:00:00', 'stays: the first second after'),
  (3, 1, null, 'stays: NULL'),
  (4, 2, '1969-07-20 20:17:40', 'goes: before 1970'),
  (5, 99, '2000-02-29 00:00:00', 'goes: of nobody');
insert into log_day (id, person_id, at, note) values
  (1, 1, '2026-02-28', 'goes: the last day'),
  (2, 1, '2026-03-01', 'stays: the day after'),
  (3, 1, null, 'stays: NULL'),
  (4, 1, '2024-02-29', 'goes: a leap day');
insert into log_two (id, person_id, at, changed, note) values
  (1, 1, 1772323199, 1772323199, 'goes: both are over'),
  (2, 1, 1772323199, 1772323200, 'stays: the later is not'),
  (3, 1, 1772323200, 1772323199, 'stays: the later is not'),
  (4, 1, 1772323199, null, 'stays: one has not begun'),
  (5, 1, 1772323199, 0, 'stays: one has not begun');
