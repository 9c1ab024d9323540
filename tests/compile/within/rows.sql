-- Category 1 is hr, 2 and 3 lie in it, 3 in 2; 4 is another, 5 and 6 lie in each other. Courses by their category.
insert into category values (1, null, 'hr'), (2, 1, 'x'), (3, 2, null), (4, 0, 'HR'), (5, 6, 'y'), (6, 5, 'z');
insert into person values (1, 'ada', true), (2, 'bob', true), (3, 'cy', false), (11, 'ada', true);
insert into course values (10, 1, 1), (20, 2, 11), (30, 3, 1), (40, 4, 1), (50, 5, 1), (60, null, 1), (70, 4, null), (7, 4, 2);
insert into module values (100, 10), (200, 20), (300, 30), (400, 40), (500, 50), (600, 60), (700, 70), (800, null);
insert into post values
  (1, 100, 1, 'hr'), (2, 200, 1, 'below'), (3, 300, 1, 'below that'), (4, 400, 1, 'other'), (5, 500, 1, 'round'), (6, 600, 1, 'nowhere'),
  (7, 700, 1, 'nobody''s'), (8, 800, 1, 'no course'), (9, null, 1, 'no module'), (10, 100, 11, 'twin'), (11, 100, 2, 'bob'), (12, 700, 2, 'bob''s'), (13, 100, 3, 'here');
insert into reply values (1, 1, 'a'), (2, 4, 'b'), (3, 10, 'c'), (4, 3, 'd');
insert into letter values (1, 1, 'a'), (2, 2, 'b');
insert into preference values
  (1, 1, 'sort_100', 'a'), (2, 1, 'sort_400', 'b'), (3, 1, 'sort_999', 'c'), (4, 1, 'sort_1001', 'd'), (5, 1, 'editor', 'e'), (6, 11, 'sort_100', 'f'),
  (7, 1, '10_a', 'g'), (8, 1, '40_a', 'h'), (9, 1, '10_', 'i'), (10, 1, '10a', 'j'), (11, 2, '70_b', 'k'), (12, 2, '7_b', 'l'), (13, 2, 'sort_700', 'm'), (14, 2, '10_b', 'n');
insert into probate_request (kind, type, subject, state) values ('purge', 'hr', 1, 'approved'), ('purge', 'hr', 3, 'approved'), ('purge', 'one', 2, 'approved');
