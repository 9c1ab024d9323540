insert into person values (1, 'ada', true), (2, 'bob', false), (3, 'ada', true);
begin;
insert into house values (1, 1, 1), (2, 2, 2), (3, 3, 4);
insert into room values (1, 1), (2, 2), (3, 1), (4, 3);
commit;
insert into pair values (1, 1, 1), (2, 2, 1), (3, 3, 3), (4, 2, 3);
update pair set other_id = 2 where id = 1;
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved');
