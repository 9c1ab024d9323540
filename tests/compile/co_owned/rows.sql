-- 1 and 3 go in one batch; 2 stays; 11 is the near-twin, whom nobody asked for; 9 takes over.
insert into person values (1, 'ada', 'ada@x', true), (2, 'bob', 'bob@x', false), (3, 'cyd', 'cyd@x', true), (9, 'former', 'f@x', false), (11, 'ada', 'ada@xx', true);
insert into conversation values (1, 'hers alone'), (2, 'with bob'), (3, 'with cyd'), (4, 'with nobody'), (5, 'bob''s'), (6, 'with the twin'), (7, 'with somebody who is no person'), (8, 'empty'), (9, 'with the placeholder');
insert into member values (1, 1, 1), (2, 2, 1), (3, 2, 2), (4, 3, 1), (5, 3, 3), (6, 4, 1), (7, 4, 0), (8, 4, null), (9, 5, 2), (10, 6, 1), (11, 6, 11), (12, 7, 1), (13, 7, 999), (14, 9, 1), (15, 9, 9), (16, 1, 1);
insert into doc (id, author_id, editor_id, body) values
  (1, 1, 1, 'twice hers'), (2, 1, 2, 'bob edits'), (3, 3, 1, 'two who go'), (4, null, 1, 'no author'), (5, 1, 0, 'nobody edits'),
  (6, 9, 1, 'the placeholder wrote'), (7, 2, 11, 'others'), (8, 11, 1, 'the twin wrote'), (9, 1, 3, 'precious'), (10, 1, 2, 'precious'), (11, null, null, 'an orphan');
update doc set precious = 1 where id in (9, 10);
insert into page values (1, 1, 'p'), (2, 2, 'p'), (3, 3, 'p'), (4, 7, 'p'), (5, 9, 'p'), (6, 10, 'p');
insert into task values
  (1, 1, 'ada@x', 'n'), (2, 1, 'bob@x', 'n'), (3, 2, 'ada@x', 'n'), (4, 1, '', 'n'), (5, 1, null, 'n'), (6, 3, 'ada@x', 'n'), (7, 2, 'bob@x', 'n'),
  (8, 1, 'ADA@x', 'n'), (9, 0, 'ada@x', 'n'), (10, 11, 'ada@xx', 'n'), (11, null, 'cyd@x', 'n'), (12, 1, 'gone@x', 'n');
insert into entry values (1, 'a', 1, 2), (2, 'a', 2, 1), (3, 'b', 1, 2), (4, 'b', 2, 1), (5, 'c', 1, 1);
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 3, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved');
