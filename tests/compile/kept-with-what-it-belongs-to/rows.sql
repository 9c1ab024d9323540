-- What is kept belongs to rows of which no rule speaks, and that no declared key refers to.
insert into club values (1);
insert into person values (1, 'ada', true, 1), (2, 'bob', true, 1), (3, 'cy', true, null), (4, 'dan', false, 1);
insert into badge values (1, 1, 'a'), (2, 2, 'b'), (3, 4, 'd');
insert into message values
  (1, 1, false, 1, false, 'to herself, with a young file'), (2, 1, false, 1, false, 'with an old one'), (3, 2, false, 2, false, 'none'), (4, 1, false, 4, false, 'to somebody who stays');
insert into attachment (id, message_id, person_id, at, body) values
  (1, 1, 1, 2145830400, 'young'), (2, 1, 1, 946684800, 'old'), (3, 2, 1, 946684800, 'old'), (4, 1, 4, 946684800, 'of another');
-- Nothing takes 5, whose message stays for its reader, nor what somebody quotes: they lose nothing.
insert into attachment values (5, 4, 4, 2145830400, 'young, of another', 'ip'), (6, null, 1, 2145830400, 'young', 'ip');
insert into paper values
  (1, 1, 2145830400, 'young, quoted', 'ip'), (2, 1, 2145830400, 'young', 'ip'), (3, 1, 946684800, 'old, quoted', 'ip'), (4, 1, 946684800, 'old', 'ip');
insert into quote values (1, 1), (2, 3);
-- No part of the message, which goes without it: nothing of 2 is kept.
insert into seal values (1, 3, 4, 2145830400, false);
insert into post values (1, 3, 'with a young picture of another'), (2, 3, 'with an old one');
insert into picture values (1, 1, 4, 2145830400, 'young'), (2, 2, 4, 946684800, 'old'), (3, 1, 4, 946684800, 'old');
insert into thread values (1, 3), (2, 3);
insert into note values (1, 1, 4, 2145830400, 'young'), (2, 2, 4, 946684800, 'old');
-- A young leaf is a part of what is bound, and of nothing else.
insert into binder values (1, 3, true), (2, 3, false), (3, 3, true), (4, 4, false);
insert into leaf values (1, 1, 4, 2145830400), (2, 2, 4, 2145830400), (3, 3, 4, 946684800), (4, 4, 3, 946684800);
insert into probate_request (kind, type, subject, state) values
  ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('purge', 'go', 3, 'approved');
