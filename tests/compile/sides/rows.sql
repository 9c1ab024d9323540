insert into person values (1, 'ada', true), (2, 'bob', false), (3, 'cyd', true), (4, 'dee', true), (9, 'former', false), (11, 'ada', true);
insert into message values
  (1, 1, 2, 'to bob', 0, 0), (2, 2, 1, 'from bob', 0, 0), (3, 1, 2, 'bob left it', 0, 5), (4, 1, 1, 'to herself', 0, 0), (5, 1, 3, 'both go', 0, 0),
  (6, 1, 0, 'to nobody', 0, 0), (7, 1, null, 'to NULL', 0, 0), (8, 9, 1, 'from the placeholder', 0, 0), (9, 1, 999, 'to no person', 0, 0),
  (10, 11, 2, 'the twin''s', 0, 0), (11, 1, 2, 'she left it', 7, 0), (12, 1, 2, 'both left it', 7, 8), (13, 2, 2, 'bob to himself', 3, 3),
  (14, 4, 1, 'of him who asks for what he sent', 0, 0), (15, 4, 4, 'to himself', 0, 0), (16, 2, 4, 'to him', 0, 0);
insert into message_read select id, from_id, to_id, words, from_left, to_left from message;
insert into note (id, message_id, words) select id, id, 'n' from message;
-- Notes that a third item lets go of their messages.
update note set person_id = 1 where id in (1, 3);
update note set person_id = 11 where id = 10;
insert into note_read select id, id, 'n' from message;
insert into meeting values (1, 1, 2, 'with bob'), (2, 2, 1, 'at bob''s'), (3, 1, 1, 'alone'), (4, 1, null, 'nobody came'), (5, 1, 3, 'two who go'), (6, 2, 11, 'others'), (7, 1, 9, 'with the placeholder'), (8, null, null, 'an orphan');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 3, 'approved'), ('purge', 'go', 2, 'approved'), ('purge', 'sent-only', 4, 'approved'), ('export', 'all', 1, 'approved');
