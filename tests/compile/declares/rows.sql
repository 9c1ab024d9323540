insert into person values ('ada', 'Ada', true), ('bo"b\', 'Bob', true), ('cy', 'Cy', false), ('ada2', 'Ada', true), ('dee', 'Dee', true);
insert into paper values (1, 'ada', 'a'), (2, 'bo"b\', 'b'), (3, 'cy', 'c'), (4, 'ada2', 'd'), (5, null, 'e'), (6, 'dee', 'f');
insert into note values (1, 'ada', 'a'), (2, 'cy', 'c'), (3, 'ada2', 'd'), (4, 'dee', 'e');
insert into probate_request (kind, type, subject, state) values
  ('purge', 'go', 'ada', 'approved'), ('purge', 'go', 'bo"b\', 'approved'), ('purge', 'go', 'cy', 'approved'), ('purge', 'notes', 'dee', 'approved'),
  ('export', 'all', 'ada', 'approved'), ('export', 'notes', 'ada', 'cancelled');
