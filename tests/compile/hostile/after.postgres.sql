update "Group By" set "Value" = '?1 :a @b $c', "where" = '''; delete from "Group By"; --' || chr(10) || '.shell touch broken' || chr(10) || '/* \'' \\ " ` $$ %s {row x} ' || chr(8232) || ' ' || chr(13) || chr(9) || ' end' where "K e y" in (1, 3);
update "user's ""table""" set "select" = '\' where "order" = 1;
