-- What is kept belongs to rows of which no rule speaks, and that no declared key refers to.
insert into person values (1, 'ada', true), (2, 'bob', true), (3, 'cy', true), (4, 'dan', false);
insert into message values
  (1, 1, false, 1, false, 'to herself, with a young file'), (2, 1, false, 1, false, 'with an old one'), (3, 2, false, 2, false, 'none');
insert into attachment values
  (1, 1, 1, 2145830400, 'young'), (2, 1, 1, 946684800, 'old'), (3, 2, 1, 946684800, 'old'), (4, 1, 4, 946684800, 'of another');
insert into post values (1, 3, 'with a young picture of another'), (2, 3, 'with an old one');
insert into picture values (1, 1, 4, 2145830400, 'young'), (2, 2, 4, 946684800, 'old'), (3, 1, 4, 946684800, 'old');
insert into thread values (1, 3), (2, 3);
insert into note values (1, 1, 4, 2145830400, 'young'), (2, 2, 4, 946684800, 'old');
insert into probate_request (kind, type, subject, state) values
  ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('purge', 'go', 3, 'approved');
