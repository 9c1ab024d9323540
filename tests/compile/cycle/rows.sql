insert into person values (1, 'ada', true), (2, 'bob', false), (3, 'ada', true);
insert into wallet values (1, 1, null), (2, 2, null), (3, 3, null), (4, 1, null), (5, null, null);
insert into card values (1, 1, 'a'), (2, 1, 'b'), (3, 2, 'a'), (4, 3, 'a'), (5, 5, 'n');
update wallet set main_card_id = 2 where id = 1;
update wallet set main_card_id = 3 where id = 2;
update wallet set main_card_id = 4 where id = 3;
-- A card of hers in a second wallet of hers.
update wallet set main_card_id = 1 where id = 4;
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved');
