-- 'Bob' is nobody: as a nick, which is compared as it is, 'bob' is somebody's; as a mail, which is not, 'bob' is nobody's.
insert into person values ('ada', 'bob', 'BOB', true), ('eve', 'Bob', 'eve', true), ('cyd', 'BOB', 'bob', false), ('dan', 'dan', 'EVE2', true);
insert into call_ values (1, 'bob', 'a'), (2, 'Bob', 'b'), (3, 'BOB', 'c'), (4, 'dan', 'd');
insert into letter values (1, 'bob', 'a'), (2, 'Bob', 'b'), (3, 'EVE', 'c'), (4, 'eve2', 'd');
insert into visit values (1, 'bob', 'cyd', 'a'), (2, 'Bob', 'ada', 'b'), (3, 'BOB', 'ada', 'c'), (4, 'bob', null, 'd');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 'ada', 'approved'), ('purge', 'go', 'eve', 'approved'), ('purge', 'go', 'dan', 'approved'), ('export', 'all', 'ada', 'approved');
