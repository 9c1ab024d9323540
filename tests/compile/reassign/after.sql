update page set author_id = 7, ip = '' where id in (1, 2, 5);
update page set editor = '7' where id in (1, 3, 5, 7);
update tag set person_id = 7 where person_id in (1, 3);
update person set name = 'former-user' where id in (1, 3);
