-- A conversation goes when nobody stays in it, with all its members. 7's other member has no row, and counts as one who stays.
delete from member where conversation_id in (1, 3, 4, 9);
delete from conversation where id in (1, 3, 4, 9);
update member set person_id = null where id in (2, 10, 12);
-- Documents of those who go alone go, the precious one loses its words; those of others too are marked as shared.
delete from page where doc_id in (1, 3);
update page set words = '' where doc_id in (2, 9, 10);
delete from doc where id in (1, 3, 4, 5, 6);
update doc set body = 'kept' where id = 9;
update doc set body = 'shared' where id in (2, 8, 10);
-- A task stays while its maker or its doer does; what the doer is told goes with them. An address that is nobody's known is somebody's.
delete from task where id in (1, 4, 5, 6, 9, 11);
update task set note = null where id = 3;
delete from entry where id in (1, 4);
