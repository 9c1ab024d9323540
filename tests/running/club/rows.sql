insert into person values (1, 'ada', 'ada@x', 'deleted'), (2, 'Ada', 'ada@x', 'active'), (11, 'bob', 'bob@x', 'active'), (12, 'eve', null, 'suspended'), (99, 'root', 'root@x', 'deleted');
insert into note values (1, 1, 'of ada'), (2, 2, 'of Ada'), (3, 11, 'of bob'), (4, 12, 'of eve'), (5, 99, 'of root');
insert into remark values (1, 1, 11, 'bob on ada'), (2, 3, 1, 'ada on bob'), (3, 3, 2, 'Ada on bob'), (4, 4, 1, 'ada on eve');
insert into stored values (1, 'notes', 1, 'of ada.txt', 'aa01'), (2, 'notes', 2, 'of Ada.txt', 'bb02'), (3, 'notes', 2, 'again.txt', 'bb02'), (4, 'notes', 2, 'lost.txt', 'cc03'), (5, 'notes', 3, 'of bob.txt', '../../up');
