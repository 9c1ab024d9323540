update "Group By" set "Value" = '?1 :a @b $c', "where" = '''; delete from "Group By"; --' || char(10 using utf8mb4) || '.shell touch broken' || char(10 using utf8mb4) || '/* \'' \\ " ` $$ %s {row x} ' || char(0xE280A8 using utf8mb4) || ' ' || char(13 using utf8mb4) || char(9 using utf8mb4) || ' end' where "K e y" in (1, 3);
update "user's ""table""" set "select" = '\' where "order" = 1;
