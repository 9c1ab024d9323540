insert into person values (1, 'ada', true), (2, 'bob', true), (11, 'ada', true);
insert into thing values (1, 1, 9e999), (2, 1, -9e999), (3, 1, 0.5), (4, 2, 9e999), (5, 11, 9e999);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('export', 'all', 1, 'approved');
