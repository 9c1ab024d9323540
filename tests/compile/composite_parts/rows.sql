insert into person values (1, 'ada', true), (2, 'bob', false), (3, 'ada', true);
-- Twins: another case, another area that begins alike, a trailing space.
insert into shelf values (1, 'a', 1), (1, 'A', 2), (11, 'a', 2), (1, 'a ', 3), (1, 'b', 1), (1, '1', 3), (2, 'a', null);
insert into box values (1, 'a', 1, 'x'), (1, 'A', 2, 'y'), (11, 'a', 1, 'x'), (1, 'a ', 3, 'z'), (1, 'b', 1, null), (1, '1', 1, 'q');
insert into thing (area, code, nr, pos) values (1, 'a', 1, 1), (1, 'A', 1, 1), (1, 'A', 2, 1), (11, 'a', 1, 1), (1, 'a ', 3, 1), (1, 'a', 1, 2), (1, 'b', 1, 1), (1, 'B', 1, 1);
insert into tag (area, code, nr, pos, word) values (1, 'a', 1, 1, 'hers'), (1, 'a', 1, 1, 'hers'), (1, 'A', 1, 1, 'no'), (1, 'A', 2, 1, 'no'), (11, 'a', 1, 1, 'no'), (1, 'a', 1, null, 'half'), (1, 'b', 1, 1, 'hers too'), (null, null, null, null, 'none');
insert into memo values ('x', 'of every box with these words'), ('X', 'no'), ('y', 'no'), (null, 'none');
insert into stamp values (1, '2026-01-01', 'a'), (1, '2026-01-02', 'A'), (11, '2026-01-01', 'a'), (2, '2026-01-01', null);
insert into print values (1, '2026-01-01', 'hers'), (1, '2026-01-02', 'no'), (11, '2026-01-01', 'no'), (null, '2026-01-01', 'half');
insert into loan values (1, 1, 1), (1, 2, 1), (11, 1, 2), (2, 1, 1), (1, 3, 1);
insert into note values (1, 'a', 'hers'), (1, 'A', 'no'), (11, 'a', 'no'), (1, null, 'half'), (1, 'b', 'hers'), (null, null, 'none');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved');
