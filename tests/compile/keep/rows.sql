insert into person values (1, 'ada', true), (2, 'bob', false), (3, 'ada', true), (4, 'cleo', false);
-- One of her own that somebody graded, two that she graded (one her own), one between others.
insert into exam values (1, 1, 2, 90, 'a'), (2, 2, 1, 80, 'b'), (3, 1, 1, 70, 'c'), (4, 2, 4, 60, 'd'), (5, 3, 2, 90, 'a'), (6, 4, 3, 50, 'e');
insert into probate_request (kind, type, subject, state) values ('purge', 'leave', 1, 'approved'), ('export', 'all', 1, 'approved');
