-- 1 exports; 2 has never been seen, and 11 is the near-twin of 1.
insert into person values (1, 'ada', 1, 1577836800, 1577836800250, 19701231), (2, 'bob', 0, 0, 0, null), (11, 'ada', 0, 5, 5, 5);
insert into course values (1, 'one', 1609459199, 7), (2, 'two', 0, 7), (3, 'three', null, 7);
insert into quiz values (1, 1, 2, 60, 86400, 5), (2, 2, 1, 60, 0, 0), (3, 3, 1, 60, -86400, null), (4, null, 11, 60, 4, 4);
insert into attempt values
  (1, 1, 1, 1577836801, 1577836802, 1577836803, 1577836804, 7), (2, 1, 2, 0, 0, 0, 0, 0), (3, 1, 3, null, null, null, null, 3),
  (4, 1, null, -1, 1, 1, 1, null), (5, 11, 1, 1, 1, 1, 1, 1);
insert into step values (1, 1, 1577836805, 1577836805001, 2), (2, 1, 0, 0, 1), (3, 2, null, null, null), (4, 5, 1, 1, 1);
insert into message values (1, 1, 2, 1577836806, 0, 0), (2, 2, 1, 0, 0, 0), (3, 2, 11, 5, 0, 0);
insert into probate_request (kind, type, subject, state) values ('export', 'all', 1, 'approved'), ('purge', 'go', 1, 'approved');
