insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true), (7, 'former', true);
insert into grade values (1, 1, 10, 2, 2), (2, 2, 20, 1, 1), (3, 11, 30, 11, 11), (4, 2, 40, 2, 1), (5, 1, 50, 1, 1), (6, null, 60, 1, 0), (7, 7, 70, 1, 7);
insert into bonus values (1, 1, 1, 2), (2, 2, 2, 1), (3, 11, 3, null);
-- She sees 2 and 3, 5 is her own, 2 is shared twice.
insert into share values (1, 2, 1), (2, 3, 1), (3, 2, 1), (4, 4, 2), (5, 4, 11), (6, null, 1), (7, 5, 1);
insert into project values (1, 1, 'hers', 2), (2, 2, 'bob''s', 1), (3, 11, 'the twin''s', 11), (4, 2, 'closed', 2);
insert into member values (1, 1, 1), (2, 2, 1), (3, 3, 11), (4, 4, 2), (5, 2, 1);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 7, 'approved'), ('export', 'all', 1, 'approved');
