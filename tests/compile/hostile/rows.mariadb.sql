insert into "user's ""table""" values
  (1, 'ada', 'it''s; -- /* \ "', 'b', 1, 0, null),
  (2, 'bob', 'it''s; -- /* \ "', 'a', 1, 0, null),
  (3, 'cle''o"', 'its; -- /* \ "', 'b', 1, 0, null),
  (12, 'ada', 'it''s; -- /* \ "', 'b', 1, 0, null);
insert into "Group By" values
  (1, 1, '%_''x', 3, 'v'), (2, 1, '%x''x', 3, 'v'), (3, 1, ';', null, '"\''' || char(10 using utf8mb4) || char(0xE280A8 using utf8mb4)), (4, 12, '%_''x', 1, 'v'), (5, 2, ';', 1, 'v'), (6, null, ';', 1, 'v'), (7, 1, 'a%_''', 3, 'v');
insert into probate_request (kind, type, subject, state) values ('purge', 'left', 1, 'approved'), ('purge', 'left', 2, 'approved'), ('purge', 'left', 3, 'approved'), ('export', 'all', 1, 'approved');
