insert into person values (1, 'ada', 1), (2, 'bob', 1), (11, 'ada', 0);
-- With a T and a Z, with an offset that is another day in UTC, a day alone, a fraction, before 1970, in a leap year.
insert into visit values
  (1, 1, '2020-12-31T23:59:59Z', '2020-02-29 12:00:00', '2020-02-29 23:59:59.999', null, null),
  (2, 1, '2021-01-01T00:30:00+02:00', '2020-03-01T00:30:00+01:00', '1969-12-31 23:59', '', '2001-01-01'),
  (3, 2, '2021-06-01', '2021-06-30', null, 'x', null),
  (4, 2, '0001-02-03 04:05:06', '9999-12-31T23:59:59', '2020-01-01', null, null),
  (5, 11, '2020-12-31T23:59:59Z', '2020-02-29 12:00:00', '2020-02-29 23:59:59.999', null, null),
  (6, 1, '2020-01-01 00:00:00', '2020-02-01 00:00:00', '2020-02-02 00:00:00', '2019-01-01 00:00:00', '2019-01-01');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('purge', 'go', 11, 'approved');
