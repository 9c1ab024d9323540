insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true);
-- Each house has a room 0 for whoever is in none.
insert into room values (1, 0, null, 'none'), (2, 0, 2, 'none'), (1, 1, 1, 'hers'), (1, 2, 2, 'bob''s'), (2, 1, 11, 'the twin''s');
insert into stay values (1, 1, 1, 1, null, 'a'), (2, 1, 1, 2, 1, 'b'), (3, 1, 2, 2, 2, 'c'), (4, 2, 1, 1, 2, 'd'), (5, 2, 1, 11, 2, 'e'), (6, 1, 2, 1, 1, 'f'), (7, null, 1, 2, 2, 'g');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved');
