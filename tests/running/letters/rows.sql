insert into person values ('ada', 'Ada "the"', 'ada@x', 'de_AT', 'active'), ('ada2', 'another Ada', 'ada@y', 'ar', 'active'), ('bob', 'Bob', 'bob@x', 'nn', 'active'), ('c"\d', null, null, null, 'active');
insert into note values (1, 'ada', 'of ada', '2026-03-01 10:00:00', true), (2, 'ada2', '"><script>alert(1)</script>' , null, false), (3, 'bob', 'of bob', null, null);
insert into remark values (1, 1, 'on ada''s note'), (2, 1, 'once more');
insert into stored values (1, 'notes', 1, 'of ada.txt', 'aa01'), (2, 'notes', 1, 'lost.txt', 'cc 03');
