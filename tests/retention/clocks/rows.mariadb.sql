set session sql_mode = '';
insert into log_moment (id, person_id, at, note) values (20, 1, '0000-00-00 00:00:00', 'stays: no moment'), (21, 1, '2026-02-28 23:59:59.999999', 'goes: its last moment');
insert into log_day (id, person_id, at, note) values (20, 1, '0000-00-00', 'stays: no day');
