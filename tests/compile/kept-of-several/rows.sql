-- Ada and Bob go; Cy, who is called as Ada is, stays, and so do the letters that are Cy's too, whatever their age: a duty
-- keeps none of them from anything. Of the others a duty keeps those of 2037, without the address.
insert into person values (1, 'ada', true), (2, 'bob', true), (3, 'ada', false), (4, 'dan', true), (5, 'eve', true);
insert into letter values
  (1, 1, 3, 2145830400, 'ip', 'young, with somebody who stays'), (2, 3, 1, 946684800, 'ip', 'old, with somebody who stays'),
  (3, 2, 1, 2145830400, 'ip', 'young, of two who go'), (4, 2, 1, 946684800, 'ip', 'old, of two who go'),
  (5, 3, 3, 946684800, 'ip', 'of somebody who stays'), (6, 4, 3, 2145830400, 'ip', 'young, with somebody who stays'),
  (7, 5, null, 946684800, 'ip', 'old'), (8, 3, 5, null, 'ip', 'of no time, with somebody who stays');
insert into probate_request (kind, type, subject, state) values
  ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('purge', 'go', 4, 'approved'), ('purge', 'go', 5, 'approved');
