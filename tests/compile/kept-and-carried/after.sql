-- A duty to keep topics keeps nothing that only refers to them.
delete from post where person_id in (1, 2);
delete from pin where person_id in (1, 2);
-- What goes lets go of the others' rows, as the database would.
update post set topic_id = null where id = 5;
delete from pin where id = 4;
delete from topic where id = 3;
