delete from booking where id in (1, 7);
delete from guest where id in (1, 2, 4, 5);
update note set words = null where id = 1;
update sign set number = null, words = '' where id = 1;
delete from room where house = 'a' and number in (1, 2);
