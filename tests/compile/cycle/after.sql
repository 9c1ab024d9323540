update wallet set main_card_id = null where id in (1, 4);
delete from card where id in (1, 2);
delete from wallet where id in (1, 4);
delete from person where id = 1;
