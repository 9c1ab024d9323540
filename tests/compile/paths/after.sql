-- A team is hers while she is an active member; what several people own goes all the same.
delete from line where id in (1, 2, 5);
update doc set title = null where id = 1;
-- Not known to be in another country is not known not to be in XX.
delete from paper where id in (2, 9);
update chapter set words = null where id = 1;
delete from remark where id = 1;
update remark set words = 'team' where id in (2, 4, 10);
delete from authorship where person_id = 1;
delete from member where person_id = 1;
