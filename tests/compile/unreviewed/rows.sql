insert into person values (1, 'ada', true), (2, 'bob', false), (3, 'ada', true);
insert into note values (1, 1, 'by Ada'), (2, 2, 'by Bob'), (3, 3, 'by Ada');
insert into draft values (1, 1, 'by Ada'), (2, 2, 'by Bob'), (3, 3, 'by Ada');
insert into photo values (1, 1, 'Ada'), (2, 2, 'Bob'), (3, 3, 'Ada');
insert into score values (1, 1, 5), (2, 2, 6), (3, 3, 5);
insert into probate_request (kind, type, subject, state) values ('purge', 'leave', 1, 'approved'), ('export', 'all', 1, 'approved');
