insert into person values (1, 'ada', true), (2, 'bob', false), (3, 'cyd', true), (11, 'ada', true);
insert into file (id, person_id, code, name) values
  (1, 1, 'a', 'free'), (2, 1, 'b', 'attached by herself'), (3, 1, 'c', 'attached by bob'), (4, 1, 'd', 'attached by both'), (5, 1, 'e', 'linked by bob'),
  (6, 1, 'f', 'linked by herself'), (7, 1, null, 'no code'), (8, 2, 'h', 'bob''s'), (9, 11, 'i', 'the twin''s'), (10, 1, 'k', 'secret'), (11, 1, 'A', 'linked in another case'), (12, 1, 'm', 'attached by cyd, who goes too');
update file set secret = true where id = 10;
insert into piece select id, id, 'p' from file;
insert into attachment values (1, 1, 2), (2, 2, 3), (3, 1, 4), (4, 2, 4), (5, 1, 8), (6, 2, null), (7, 1, 10), (8, 3, 12);
insert into link values (1, 2, 'e'), (2, 1, 'f'), (3, 2, 'a '), (4, 2, null), (5, 2, 'aa');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 3, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved');
