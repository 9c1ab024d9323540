delete from "probate_batch 2" where run = 1;
delete from "Select" where "key" = 1;
delete from "order" where "key" = 1;
update "Select" set "CamelCase" = 0 where "key" in (2, 4);
update "Select" set "From" = '''' where "key" = 4;
delete from probate_1 where subject = 1;
update probate_value set instance = 7 where capture = 1;
delete from probate_person where id = 1;
update "user" set "e'mail" = null, value = '' where "User Id" = 1;
