update person set gone_at = 4000000000 where gone_at in (select started from probate_run);
update post set left_on = '2096-10-02' where left_on in (select cast(from_unixtime(started) as date) from probate_run);
update reply set left_at = '2096-10-02 07:06:40' where left_at in (select from_unixtime(started) from probate_run);
update mark set left_at = 4000000000 where left_at in (select started from probate_run);
update mark set left_ms = 4000000000000 where left_ms in (select started * 1000 from probate_run);
update likes set seen_at = 4000000000 where seen_at in (select started from probate_run);
