insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true);
insert into post values (1, 1, 'short', 'a'), (2, 1, 'poll', 'b'), (3, 1, 'long', 'c'), (4, 2, 'short', 'd'), (5, 11, 'poll', 'e');
insert into rating select id, id, 5 from post;
insert into mark select id, id, 'm' from post;
insert into option select id, id, 'o' from post;
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved');
