insert into person values (1, 'ada', true), (2, 'bob', false), (11, 'ada', true);
insert into module values (7, 'forum');
insert into word values ('a%'), ('b_*]'), ('Å');
insert into preference values
  (1, 1, 'htmleditor', 'a'), (2, 1, 'HTMLEditor', 'other case'), (3, 1, 'htmleditor ', 'space'), (4, 1, 'htmleditor2', 'longer'), (5, 11, 'htmleditor', 'twin'),
  (6, 1, 'atto_', 'empty run'), (7, 1, 'atto_a.b
c', 'dots and lines'), (8, 1, 'attoX', 'no underscore'), (9, 1, 'Atto_a', 'case'), (10, 1, 'xatto_a', 'anchored'), (11, 2, 'atto_a', 'bob'), (12, null, 'atto_a', 'nobody'),
  (13, 1, '100%', 'percent'), (14, 1, '100 euros', 'no percent'), (15, 1, null, 'no name'), (16, 1, '', 'empty name'),
  (17, 1, 'forum_7_sort', 'a place'), (18, 1, 'forum_8_sort', 'a place that is gone'), (19, 1, 'forumX7_sort', 'no underscore'), (20, 1, 'forum_7_sort2', 'anchored'), (21, 11, 'forum_7_sort', 'twin'),
  (22, 1, '[kept]1', 'kept'), (23, 1, 'k1', 'no class'), (24, 1, 'a?_x', 'emptied'), (25, 1, 'ab_x', 'a question mark is none'), (26, 1, '?_x', 'emptied'), (27, 2, '?_x', 'bob''s'), (28, 1, '?aX', 'no'),
  (29, 1, 'forum_07_sort', 'not the same text'), (30, 1, '[a%x', 'a place'), (31, 1, '[b_*]', 'nothing after it'), (32, 1, '[aXx', 'no pattern'), (33, 1, '[bX*]', 'no pattern'), (34, 1, '[å', 'another letter'), (35, 1, '[', 'no key');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('export', 'all', 1, 'approved');
