-- The desk 5 is somebody's: nobody is '05', which is no number. The desk 7 is nobody's.
insert into person values ('ada', 5, true), ('bob', 7, true), ('cyd', 55, true), ('dan', 50, false);
insert into "call" values (1, 5, 'a'), (2, 7, 'b'), (3, 55, 'c'), (4, 50, 'd'), (5, null, 'e');
insert into visit values (1, 5, 'cyd', 'a'), (2, 5, 'ada', 'b'), (3, 7, 'ada', 'c'), (4, 50, 'ada', 'd'), (5, 5, 'dan', 'e');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 'ada', 'approved'), ('purge', 'go', 'bob', 'approved'), ('purge', 'go', 'dan', 'approved'), ('export', 'all', 'ada', 'approved');
