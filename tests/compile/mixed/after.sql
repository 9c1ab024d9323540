update page set title = '', author = null where id in (1, 3);
update page set reviewer = null where id in (2, 3);
