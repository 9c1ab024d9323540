delete from grade where id in (1, 5);
update grade set modified_by = 7 where id in (2, 6, 7);
update grade set grader = 7 where id in (2, 4);
delete from bonus where id = 1;
update bonus set modified_by = 7 where id = 2;
delete from share where id in (1, 2, 3, 6, 7);
update project set title = null where id = 1;
update project set modified_by = 7 where id = 2;
