-- 2 and 4 left in 2037, the others long ago. The duty is about what was sent, and counts from whoever owns the parcel.
insert into person values (1, 'ada', true, 946684800), (2, 'bob', true, 2145830400), (3, 'ada', true, 946684800), (4, 'dan', true, 2145830400), (11, 'ada', true, 946684800);
insert into box values (1, 1), (2, 2), (3, 3), (4, 4), (5, 2), (11, 11);
-- 1 is on a parcel that is kept.
insert into stamp values (1, 1, 2, 'blue'), (2, 1, 2, 'red'), (3, 3, null, 'red');
insert into parcel (id, from_id, box_code, body) values (1, 1, 2, 'of 2, whose year is not over'), (2, 1, 3, 'of nobody whose year is not over'), (3, 4, 11, 'from 4, whose year is not over'), (4, null, 5, 'from nobody'), (5, 3, null, 'to nobody');
update parcel set stamp_id = 1 where id = 1;
update parcel set stamp_id = 3 where id = 5;
-- A young leaf is known to be theirs by the old branch above it.
insert into branch values (1, null, 1, 946684800), (2, 1, null, 2145830400), (3, null, 1, 946684800), (4, 3, null, 946684800), (5, null, 1, 946684800);
insert into probate_request (kind, type, subject, state) values
  ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('purge', 'go', 3, 'approved'), ('purge', 'go', 4, 'approved'), ('purge', 'go', 11, 'approved');
