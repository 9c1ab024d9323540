insert into person values (1, 'ada', 'gone', 'de'), (2, 'Ada', 'gone', null), (3, 'cy', 'gone', 'en'), (11, 'bob', 'active', 'de');
insert into remark values (1, 1, 'of ada'), (2, 2, 'of Ada'), (3, 11, 'of bob'), (4, 1, 'another of ada');
insert into badge values (1, 1, 'of ada'), (2, 2, 'of Ada'), (3, 11, 'of bob');
insert into message values (1, 1, 11, 'ada to bob', 0, 0), (2, 1, 2, 'ada to Ada', 0, 0), (3, 2, 11, 'Ada to bob', 0, 0), (4, 3, 2, 'cy to Ada', 0, 0);
-- Cy: 2026-03-01 at noon, and 2020-02-29.
insert into exam values (1, 3, 1772366400, 1), (2, 3, 1582934400, 2);
insert into answer values (1, 1, 'of the young exam'), (2, 2, 'of the old exam');
