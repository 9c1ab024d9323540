update "Group By" set "Value" = '?1 :a @b $c', "where" = '''; delete from "Group By"; --' || char(10) || '.shell touch broken' || char(10) || '/* \'' \\ " ` $$ %s {row x} ' || char(8232) || ' ' || char(13) || char(9) || ' end' where "K e y" in (1, 3);
update "user's ""table""" set "select" = '\' where "order" = 1;
