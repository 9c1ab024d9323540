-- Those by whom the kept parcels are known stay, with the boxes on the way; without them the year would begin for nobody.
delete from parcel where id in (2, 5);
delete from box where code in (1, 3, 4);
delete from person where id = 3;
-- The stamp of a kept parcel stays known to both.
update stamp set ink = '';
update stamp set buyer = null, seller = null where id in (2, 3);
delete from branch where id in (3, 4, 5);
