-- Suspended: 1, and 2 who was suspended before there was a default type, and has one of their own.
-- 4 was, and is active. 5 has been purged since, 6 before the last time, and the purge of 7 was
-- rejected. 8 is a system account, of 9 nobody knows. 11 is the twin of 1, but active. Deleted: 20, and 21 long since.
insert into person values
  (1, 'ada', true, false, false), (2, 'ann', true, false, false), (4, 'cy', false, false, false),
  (5, 'dee', true, false, false), (6, 'eve', true, false, false), (7, 'fay', true, false, false), (8, 'root', true, false, true),
  (9, 'guy', null, false, false), (11, 'ada', false, false, false), (20, 'hal', false, true, false), (21, 'ian', true, true, false);
insert into note values (1, 1, 'a'), (2, 2, 'b'), (4, 4, 'd'), (5, 5, 'e'), (6, 6, 'f'), (7, 7, 'g'), (8, 8, 'h'), (9, 9, 'i'),
  (11, 11, 'k'), (20, 20, 'l'), (21, 21, 'm');
insert into probate_subject (subject, status, since, legacy) values
  (2, 'suspended', 1000, 1), (4, 'suspended', 1000, 0), (5, 'suspended', 1000, 0), (6, 'suspended', 3000, 0), (7, 'suspended', 1000, 0),
  (21, 'deleted', 1000, 1);
insert into probate_request (kind, type, subject, origin, state, finished) values
  ('purge', 'light', 5, 'automatic', 'done', 2000), ('purge', 'light', 6, 'automatic', 'done', 2000), ('purge', 'light', 7, 'automatic', 'rejected', null),
  ('purge', 'light', 11, 'manual', 'approved', null), ('purge', 'other', 2, 'automatic', 'approved', null), ('purge', 'full', 21, 'manual', 'approved', null);
insert into probate_own_type (subject, status, type, since) values (2, 'suspended', 'other', 1500);
