delete from thing where id in (1, 18446744073709551);
update thing set words = null, flags = 'x', changed = changed where id = 3;
update person set name = '', changed = changed where id = 1;
delete from login where id = 1;
