update sticker set code = null where id in (1, 2);
delete from pin where id in (1, 2);
delete from sheet where person_id = 1;
