update message set from_left = 1 where from_left in (select started from probate_run);
update message set to_left = 1 where to_left in (select started from probate_run);
update message_read set from_left = 1 where from_left in (select started from probate_run);
update message_read set to_left = 1 where to_left in (select started from probate_run);
