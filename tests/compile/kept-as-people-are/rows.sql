-- Several of one batch are kept by clocks of their own: each is counted, and each is held.
insert into person values
  (1, 'ada', true, 946684800, 2145830400), (2, 'bob', true, 946684800, 946684800), (3, 'cy', true, 0, 946684800),
  (4, 'dan', true, 2145830400, 946684800), (5, 'eve', true, 946684800, null);
insert into probate_request (kind, type, subject, state) values
  ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('purge', 'go', 3, 'approved'), ('purge', 'go', 4, 'approved'),
  ('purge', 'go', 5, 'approved');
