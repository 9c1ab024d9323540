insert into person values (1, 'ada', true, 'a@x'), (2, 'bob', false, 'b@x'), (11, 'ada', true, 'c@x'), (null, 'ada', true, 'a@x'), (4, 'dan', true, 'd@x');
-- The address of 1 is also that of somebody without a key.
insert into letter values (1, 'a@x'), (2, 'b@x'), (3, 'c@x'), (4, 'd@x'), (5, null);
insert into deal values ('a', 1, 2, 10, 'n'), (null, 1, 2, 20, 'bought'), (null, 2, 1, 30, 'sold'), (null, 1, 1, 40, 'both'), (null, 2, 11, 50, 'others'), ('b', 2, 11, 60, 'others');
-- '2 ' is nobody.
insert into remark values (1, 1, '2'), (2, 1, '2 '), (3, 2, '1 ');
-- Answers without a key, to hers and to an answer to it; hers refers to itself.
insert into reply values ('r', 'r', 1, 'hers'), ('s', 'r', 2, 'answer'), (null, 'r', 2, 'keyless answer'), (null, 's', 2, 'keyless, deeper'), (null, null, 2, 'to nothing'), (null, 't', 2, 'to others'), ('t', null, 2, 'others');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 4, 'approved'), ('export', 'all', 1, 'approved');
