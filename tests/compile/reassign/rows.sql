-- 7 takes over; 8 and 9 only look like it. 7 is asked to be purged, which never happens.
insert into person values (1, 'ada', 'Ada', true), (11, 'ada1', 'Ada', true), (3, 'cleo', 'Cleo', true), (4, 'bob', 'Bob', false),
  (7, 'former-user', 'Former', true), (8, 'Former-User', 'No', true), (9, 'former-user ', 'No', true);
insert into page values
  (1, 1, '1', 'hers, edited by her', '1.1'), (2, 1, '4', 'hers, edited by bob', '1.1'), (3, 4, '1', 'bob''s, edited by her', '4.4'),
  (4, 11, '11', 'the twin''s', '1.1'), (5, 3, '1', 'cleo''s, edited by ada', '3.3'), (6, 7, '7', 'the placeholder''s', '7.7'),
  (7, 7, '1', 'the placeholder''s, edited by ada', '7.7'), (8, 4, null, 'nobody edited', '4.4'), (9, 4, '01', 'no key', '4.4');
insert into tag values (1, 'x'), (1, 'x'), (11, 'x'), (7, 'x'), (null, 'x'), (3, 'y');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 3, 'approved'), ('purge', 'go', 7, 'approved'), ('export', 'all', 1, 'approved');
