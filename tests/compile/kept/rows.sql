-- Moments of 2000 are over, and those of 2037 are not for a long time; 0 and NULL have never been.
insert into person values
  (1, 'ada', 'ada@x', true), (2, 'bob', 'bob@x', true), (3, 'cy', 'cy@x', true), (4, 'dan', 'dan@x', false),
  (5, 'eve', 'eve@x', true), (6, 'fay', 'fay@x', true), (7, 'gus', 'gus@x', true), (8, 'hal', 'hal@x', true), (11, 'ada', 'ada@y', false);
insert into room values (1), (2);
-- Hal teaches in one room: what happened there is kept for longer.
insert into role values (8, 1, 'teacher'), (8, 2, 'guest'), (4, 1, 'teacher');
insert into exam values
  (1, 1, 946684800, 'ip', 1, null), (2, 1, 2145830400, 'ip', 2, null), (3, 2, 946684800, 'ip', 3, null), (4, 3, 946684800, 'ip', 4, null),
  (5, 4, 946684800, 'ip', 5, null), (6, 5, 946684800, 'ip', 6, null), (7, 5, 946684800, 'ip', 7, null), (8, 7, 0, 'ip', 8, null), (9, 11, 946684800, 'ip', 9, null),
  (10, 8, 946684800, 'ip', 10, 1), (12, 8, 946684800, 'ip', 12, 2);
insert into answer values (1, 1, 'a'), (2, 2, 'a'), (3, 3, 'a'), (4, 4, 'a'), (5, 5, 'a'), (6, 6, 'a'), (7, 7, 'a'), (8, 8, 'a'), (9, 9, 'a');
insert into appeal values
  (1, 6, 5, '2100-01-01', 'x'), (2, 7, 5, '2000-01-01', 'x'), (3, null, 3, '2000-01-01', 'x'), (4, null, 7, null, 'x'), (5, 5, 4, '2000-01-01', 'x');
-- Bob's last remark answers one of Fay's, which answers one of Ada's; another of Fay's stands alone.
insert into remark values (1, null, 1, 'r'), (2, 1, 6, 'r'), (3, 2, 2, 'r'), (4, null, 6, 'r'), (5, null, 4, 'r'), (6, null, 11, 'r');
insert into log values (1, 946684800, 'l'), (1, 2145830400, 'l'), (2, 946684800, 'l'), (3, 946684800, 'l'), (4, 946684800, 'l'), (7, 0, 'l'), (11, 946684800, 'l');
insert into letter values (1, 'ada@x', 'l'), (2, 'bob@x', 'l'), (3, 'cy@x', 'l'), (4, 'dan@x', 'l'), (5, 'ada@y', 'l'), (6, 'fay@x', 'l');
insert into badge values (1, 1, 'b'), (2, 2, 'b'), (3, 3, 'b'), (4, 4, 'b'), (5, 11, 'b');
-- Ada's hold was lifted, and that of Cy has ended by itself.
insert into probate_hold (hold, subject, placed, lifted) values ('litigation', 1, 1, 2), ('litigation', 2, 1, null), ('over', 3, 1, null);
insert into probate_request (kind, type, subject, state) values
  ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('purge', 'go', 3, 'approved'), ('purge', 'go', 4, 'approved'),
  ('purge', 'go', 5, 'approved'), ('purge', 'go', 6, 'approved'), ('purge', 'go', 7, 'approved'), ('purge', 'go', 8, 'approved');
