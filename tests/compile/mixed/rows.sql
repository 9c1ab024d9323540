insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true);
insert into page values (1, 1, 2, 'one', 'ada and bob', 'ada, bob'), (2, 2, 1, 'two', 'bob and ada', 'bob'), (3, 1, 1, 'three', 'all', 'x'), (4, 11, 2, 'four', 'twin', 'ada');
insert into link values (3, 3, 'own', 'c'), (1, 3, 'review', 'a'), (2, 3, 'other', 'b'), (4, 1, 'own', 'd'), (5, 1, 'review', 'e'), (6, 2, 'own', 'f'), (7, 2, 'review', 'g');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved');
