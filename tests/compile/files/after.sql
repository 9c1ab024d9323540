-- A row whose name is not known is not known to be a file.
delete from file where id in (1, 5, 7, 8, 12, 13, 15, 17, 23, 27);
delete from essay where id in (1, 3, 5);
update draft set title = '' where id in (1, 3);
update person set picture = 0 where id = 1;
