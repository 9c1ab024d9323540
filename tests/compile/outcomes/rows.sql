insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true);
insert into forum values (1, true, 't'), (2, false, 't'), (3, null, 't'), (4, true, 't');
-- Unknown goes on to the next: 5 (pinned NULL, no forum), 6 (replies NULL), 7 (open NULL).
insert into post values
  (1, 1, 1, 0, 'pinned', true), (2, 1, 1, 0, 'goes', false), (3, 1, 1, 4, 'replied to', false), (4, 1, 2, 0, 'closed', false), (5, 1, null, 2, 'nowhere', null),
  (6, 1, 1, null, 'unknown replies', null), (7, 1, 3, 0, 'unknown forum', false), (8, 2, 1, 0, 'bob''s', false), (9, 11, 4, 3, 'the twin''s', false), (10, 1, 1, 0, 'goes too', null);
insert into picture select id, id, 'p', null from post;
insert into picture select 100 + id, id, 'keep', true from post;
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved');
