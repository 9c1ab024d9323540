-- 1, 2 and 6 are purged together; 6 is as it should be already, and keeps the time at which it became so. 11 is the
-- near-twin of 1, 12 is nobody who was asked for; 3 takes over.
insert into person values
  (1, 'ada', 'Ada@x', 'a', '1999-12-31', null, 1), (2, 'bob', null, 'b', '1969-07-20', null, 1), (3, 'former', 'f@x', 'f', null, null, 0),
  (6, 'gus', 'deleted_user_6@invalid', '{6}', '2000-01-01', 5, 1), (11, 'ada1', 'ada1@x', 'a', '1999-12-31', null, 0), (12, 'kim', 'k@x', 'k', null, null, 1);
insert into post values
  (1, 1, 'Ada', 'one', 't', 'note', 'home', 'f', 1577836799, -1, '2020-02-29 23:59:59.5', null),
  (2, 1, 'Ada', 'two', 't', 'note', null, null, -1, 1577836800000, '1969-12-31 23:00:00', null),
  (3, 2, 'Bob', null, null, 'poll', '', 'f', 0, 1577836799999, null, '2001-01-01'),
  (4, 2, 'Bob', 'four', 't', '', 'x', 'f', 951868799, null, '2020-01-01 00:00:00', null),
  (5, 11, 'ada', 'five', 't', 'note', 'home', 'f', 1577836799, -1, '2020-02-29 23:59:59', null),
  (6, null, 'Ada', 'six', 't', 'note', null, 'f', -1, -1, null, null),
  (7, 6, 'deleted_6', '7-6', 'a b', 'a', 'b', 'a', 1575158400, 1546300800000, '2020-02-29 00:00:00', '2002-02-02');
insert into reply values
  (1, 1, 11, 'n', 9, 'c', '2020-01-01', null), (2, 3, 1, null, null, null, '2020-01-01', null), (3, 3, 2, 'n', 1, 'c', null, '2019-01-01 01:02:03'),
  (4, 5, 1, 'n', 1, 'c', '2020-01-01', '2018-01-01 00:00:00'), (5, 5, 11, 'n', 1, 'c', '2020-01-01', null), (6, null, 6, 'n', 1, 'c', '2020-01-01', null);
insert into mark values (1, 1, 0, null), (2, 1, 7, 7), (3, 11, 0, null), (4, 2, 0, 5), (5, 12, 0, 0);
insert into word values (1, 1, 'w'), (2, 11, 'w'), (3, 6, 'now');
insert into likes values (1, 1, 'x', null), (2, 11, 'x', null), (3, 2, 'x', 4), (4, 3, 'x', 4);
insert into probate_request (kind, type, subject, state) values
  ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('purge', 'go', 6, 'approved'), ('purge', 'go', 11, 'approved');
