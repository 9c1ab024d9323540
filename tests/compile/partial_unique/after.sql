update person set name = 'former', nick = 'former', member = false where id in (1, 2);
update seat set label = 'gone', closed = 1 where id in (1, 2);
