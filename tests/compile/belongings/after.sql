-- What belongs to a post goes with it, though another item says so; an option of what is no poll is no part of it.
delete from mark where id in (1, 2);
delete from rating where id in (1, 2);
delete from option where id = 2;
delete from post where id in (1, 2);
