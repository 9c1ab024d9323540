-- 1 is purged; 2 is protected ('GUEST' is not 'guest' by bytes, so 6 is not); 3 stays; 4 is the near-twin;
-- 5 is protected as unknown; 7 is deleted; 8 is active.
insert into person values
  (1, 'ada', 'ada@x', true, false, 'user'), (2, 'bob', 'bob@x', true, false, 'guest'), (3, 'cleo', 'cleo@x', false, false, 'user'),
  (4, 'ada', null, true, false, 'user'), (5, 'eve', 'eve@x', true, false, null), (6, 'fay', 'fay@x', true, false, 'GUEST'),
  (7, 'gus', 'gus@x', true, true, 'user'), (8, 'hal', 'hal@x', false, false, 'user');
insert into profile values
  (1, 1, 'public', 'b', 1, null), (2, 1, 'draft', 'b', 9.5, '1999-01-01'), (3, 1, 'draft', null, 0, null), (4, 1, 'draft', 'b', null, null),
  (5, 1, 'other', 'b', 0.5, '1999-12-31'), (6, 1, 'other', 'b', 0.5, '2000-01-01'), (7, 4, 'public', 'b', 1, null), (8, 2, 'public', 'b', 1, null),
  (9, null, 'public', 'b', 1, null), (10, 6, 'public', 'b', 1, '1990-01-01'), (11, 7, 'public', 'b', 2, null), (12, 1, 'public', 'b', 0.2, '1990-01-01');
insert into visit values (1, '1.2.3.4', 'x'), (1, '1.2.3.4', 'x'), (1, '', 'x'), (4, '1.2.3.4', 'x'), (8, '1.2.3.4', 'x'), (null, '1.2.3.4', 'x'), (6, '6', null);
insert into probate_request (kind, type, subject, state) values
  ('purge', 'light', 1, 'approved'), ('purge', 'light', 2, 'approved'), ('purge', 'light', 3, 'approved'), ('purge', 'light', 5, 'approved'),
  ('purge', 'light', 6, 'approved'), ('purge', 'light', 7, 'approved'), ('purge', 'full', 7, 'approved'), ('purge', 'nobody-is-active', 8, 'approved');
