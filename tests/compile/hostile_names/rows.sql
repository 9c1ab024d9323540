insert into "user" values (1, 'ada', 'gone', 'Ada@x', 'a%'), (2, 'bob', 'Gone', 'bob@x', 'ab'), (11, 'ada', 'gone', 'ada@x ', 'a'), (7, 'it''s former', 'gone', '', 'f');
insert into "order" values (1, 1), (2, 2), (3, 11), (4, null);
insert into "Select" values (1, 1, 2, 'user''s:a%:x'), (2, 2, 1, 'user''s:ab:x'), (3, 3, 11, 'user''s:a:x'), (4, null, 1, 'user''s:a%:y'), (5, 2, 2, 'users:a%:y');
insert into "probate_batch 2" values (1, 1), (2, 2), (3, null);
insert into probate_1 values (1, 1, 'a"''b', 'x'), (2, 1, 'a"b', 'x'), (3, 11, 'a"''b', 'x'), (4, null, 'a"''b', 'x');
insert into probate_value values (1, 'it''s', 1), (2, 'order', 1), (3, 'it''s', 11), (4, null, 1), (5, 'It''s', 1), (6, 'x', 1);
insert into probate_person values (1, 'ADA@x'), (2, 'ada@x '), (3, ''), (4, null);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 7, 'approved'), ('export', 'all', 1, 'approved');
