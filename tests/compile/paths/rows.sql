insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true), (50, 'like a level', true);
insert into team values (1, 'one'), (2, 'two'), (3, 'three'), (4, 'four');
-- In team 1 with somebody else and twice; no longer in 2; not known to be in 3 still. Team 4 is the twin's.
insert into member values (1, 1, 1, true, 5), (2, 1, 2, true, 5), (3, 1, 1, true, 0), (4, 2, 1, false, 5), (5, 2, 2, true, 5), (6, 3, 1, null, 5), (7, 4, 11, true, 5), (8, null, 1, true, 5), (9, 4, 1, true, null);
insert into doc values (1, 1, 'a'), (2, 2, 'b'), (3, 3, 'c'), (4, 4, 'd'), (5, null, 'e');
insert into line values (1, 1, 'a'), (2, 1, 'b'), (3, 2, 'c'), (4, 3, 'd'), (5, 4, 'e'), (6, null, 'f'), (7, 5, 'g');
insert into city values (1, 'XX'), (2, 'YY'), (3, null);
insert into publisher values (1, 1), (2, 2), (3, 3), (4, null), (5, 99);
-- By the country of the publisher's city: XX, YY, unknown, no city, a city that is not there, no publisher.
insert into paper values (1, 1, 'XX'), (2, 2, 'YY'), (3, 3, 'unknown'), (4, 4, 'no city'), (5, 5, 'lost city'), (6, null, 'no publisher'), (7, 2, 'bob''s'), (8, 2, 'hers by less'), (9, 2, 'both''s');
insert into authorship values (1, 1, 1, 32), (2, 2, 1, 33), (3, 3, 1, 32), (4, 4, 1, 32), (5, 5, 1, 32), (6, 6, 1, 32), (7, 7, 2, 32), (8, 8, 1, 31), (9, 9, 1, 32), (10, 9, 2, 32), (11, 7, 1, null), (12, 2, 11, 1), (13, 7, 1, 3);
insert into chapter values (1, 2, 'a'), (2, 8, 'b'), (3, 7, 'c'), (4, 9, 'd'), (5, null, 'e'), (6, 2, 'the relation leaves it out');
insert into place values (1, 30, 1), (2, 50, 1), (3, 30, 11), (4, 50, 4), (5, 70, 1), (6, null, 1), (7, 30, 50), (8, 50, 2);
insert into remark values (1, 1, 'at her'), (2, 2, 'at team 1'), (3, 3, 'at the twin'), (4, 4, 'at team 4'), (5, 5, 'elsewhere'), (6, 6, 'unknown'), (7, null, 'nowhere'), (8, 7, 'at 50'), (9, 99, 'lost'), (10, 8, 'at team 2');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved');
