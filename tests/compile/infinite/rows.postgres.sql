insert into person values (1, 'ada', true), (2, 'bob', true), (11, 'ada', true);
insert into thing values (1, 1, 'Infinity'), (2, 1, '-Infinity'), (3, 1, 0.5), (4, 2, 'Infinity'), (5, 11, 'Infinity');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('export', 'all', 1, 'approved');
