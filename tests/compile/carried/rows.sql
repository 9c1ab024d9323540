insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true);
insert into album values (1, 1, 'hers'), (2, 2, 'bob''s'), (3, 11, 'the twin''s'), (4, 1, 'hers too');
insert into comment values (1, 1, 2, 'by bob'), (2, 1, 1, 'by herself'), (3, 2, 1, 'on bob''s'), (4, 3, 2, 'on the twin''s'), (5, 4, 11, 'by the twin');
insert into heart values (1, 1, 11), (2, 3, 2), (3, null, 1), (4, 5, 2), (5, 2, 1), (6, 3, 1);
insert into bookmark values (1, 1, 2, 'b'), (2, 4, 1, 'b'), (3, 2, 1, 'b'), (4, null, 2, 'b'), (5, 3, 1, 'b');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved');
