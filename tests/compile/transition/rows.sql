-- 1 is active, and 2 of a status that nobody knows: both become deleted and are purged. 3 is deleted already, and keeps
-- its reason. 4 is a system account, 5 only asked for, 11 the twin of 1. 6 is active, and of a type without transition.
insert into person values
  (1, 'ada', false, null, false), (2, 'bob', null, null, false), (3, 'cy', true, 'long ago', false), (4, 'root', false, null, true),
  (5, 'dee', false, null, false), (6, 'eve', false, null, false), (11, 'ada', false, null, false);
insert into note values (1, 1, 'a'), (2, 2, 'b'), (3, 3, 'c'), (4, 4, 'd'), (5, 5, 'e'), (6, 6, 'f'), (7, 11, 'g');
insert into probate_request (kind, type, subject, origin, state) values
  ('purge', 'erase', 1, 'self', 'approved'), ('purge', 'erase', 2, 'manual', 'approved'), ('purge', 'erase', 3, 'manual', 'approved'),
  ('purge', 'erase', 4, 'manual', 'approved'), ('purge', 'erase', 5, 'self', 'awaiting_approval'), ('purge', 'erase', 6, 'automatic', 'approved'),
  ('purge', 'leaver', 6, 'manual', 'approved');
