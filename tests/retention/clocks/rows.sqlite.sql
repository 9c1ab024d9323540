insert into log_moment (id, person_id, at, note) values
  (20, 1, '', 'stays: an empty text'),
  (21, 1, 'now', 'stays: no moment'),
  (22, 1, '0000-00-00 00:00:00', 'stays: no day'),
  (23, 1, '2026-02-28T23:59:59Z', 'goes: as ISO 8601 writes it'),
  (24, 1, '2026-03-01T00:30:00+01:00', 'goes: it is February in Greenwich'),
  (25, 1, '2026-02-28T23:30:00-01:00', 'stays: it is March in Greenwich'),
  (26, 1, '2026-02-28 23:59:59.999', 'goes: its last thousandth'),
  (27, 1, 1, 'stays: a number');
insert into log_day (id, person_id, at, note) values (20, 1, '', 'stays: an empty text'), (21, 1, '0000-00-00', 'stays: no day');
insert into log_unix (id, person_id, at, note) values (20, 1, '', 'stays: a text'), (21, 1, 'abc', 'stays: a text');
