update person set email = null, name = 'it''s -- gone' where id in (1, 6, 7);
update profile set state = 'private', bio = null, score = 0.50, seen = '2001-01-01' where id in (1, 10, 12);
update profile set bio = 'draft' where id in (2, 4);
delete from profile where id = 5;
update visit set agent = null where person_id in (1, 6, 8) and ip <> '';
