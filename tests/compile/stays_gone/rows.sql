-- 1 is active, and asks; 11 is the near-twin, who does not. 2 has gone. 4 had gone, was purged, and has come back; 5 too, and has not come back.
insert into person values (1, 'ada', false), (2, 'bob', true), (11, 'ada', false), (4, 'dan', false), (5, 'eve', true);
insert into doc values (1, 1, 2, 'd'), (2, 11, 2, 'd'), (3, 2, 1, 'd'), (4, 1, 11, 'd'), (5, 1, 1, 'd'), (6, 4, 2, 'd'), (7, 5, 2, 'd'), (8, 2, 2, 'd');
insert into probate_taken (item, subject, status, run) values ('club.docs', 4, 'gone', 1), ('club.docs', 5, 'gone', 1);
insert into probate_request (kind, type, subject, state) values ('purge', 'a_wish', 1, 'approved'), ('purge', 'b_leaver', 2, 'approved');
