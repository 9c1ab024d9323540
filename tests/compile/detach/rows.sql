-- 1 and 3 go; 11 is the near-twin, gone too but not asked for; 2 stays.
insert into person values (2, 'bob', null, false);
insert into person values (1, 'ada', 2, true), (11, 'ada', 2, true), (3, 'cleo', null, true);
update person set boss_id = 1 where id in (11, 3);
insert into task values
  (1, 2, 1, 1, '1', 'all three'), (2, 2, 1, 2, '11', 'one'), (3, 1, 2, 1, '2', 'her own, and she edited it'),
  (4, 1, 1, 1, '1', 'hers alone: goes'), (5, 11, 11, 11, '11', 'the twin''s'), (6, 2, 11, 1, '01', 'the twin reviews'),
  (7, 2, null, 0, '', 'nobody'), (8, 2, 3, 1, ' 1', 'two who go'), (9, null, 1, 3, '0', 'an orphan that names both'), (10, 3, 1, 1, '1 ', 'one''s names the other');
insert into liked values (1, 'like'), (1, 'like'), (1, 'seen'), (11, 'like'), (null, 'like'), (3, 'like'), (0, 'like');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 3, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved');
