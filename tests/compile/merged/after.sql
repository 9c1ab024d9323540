update deal set buyer = null where id in (1, 3, 5);
update deal set seller = '', note = null where id in (2, 3);
