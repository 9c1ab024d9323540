-- Retention rule `gone-for-long` (retention.yaml:33).
-- Puts up to 500 people whose time is over into a status, in one transaction.
-- Run it again until nothing is done.
-- Compiled from the policy; edit that instead.
-- Program ba5d1be244f3e258d449da2b2622a9f0971d555382cb93843842eae9ba71b48d
set names utf8mb4 collate utf8mb4_nopad_bin;
set session sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_BACKSLASH_ESCAPES,SIMULTANEOUS_ASSIGNMENT';
set session time_zone = '+00:00';
set session transaction isolation level repeatable read, read write;
set session completion_type = 'NO_CHAIN';
set session foreign_key_checks = 1;
set session unique_checks = 1;
set session check_constraint_checks = 1;
set session sql_safe_updates = 0;
set session sql_big_selects = 1;
set session sql_select_limit = 18446744073709551615;
set session sql_auto_is_null = 0;
set session optimizer_switch = 'subquery_cache=off';
set session group_concat_max_len = 1073741824;
set session max_recursive_iterations = 4294967295;
set session innodb_lock_wait_timeout = 15;
set session lock_wait_timeout = 15;

-- people: the mark by which this client knows what it claims
set session autocommit = 0;
set @probate_token = convert(uuid() using utf8mb4) collate utf8mb4_nopad_bin;
commit;
set transaction isolation level read committed;
start transaction;

-- claim: how far it is
insert into `probate_retention` (`rule`, `entry`, `started`)
select 'gone-for-long', 1, unix_timestamp()
on duplicate key update `rule` = `probate_retention`.`rule`;

-- claim: what a lost run left behind is tried again, fewer rows at a time; one row alone is passed over
update `probate_retention` join (select 1) as `probate_one`
set `probate_retention`.`last` = case when `low` <= `by_1` and not (`high` is null) then `high` else `last` end, `probate_retention`.`by_1` = case when not (`low` <= `by_1`) and `low` <= `by_10` and not (`high` is null) then `high` else `by_1` end, `probate_retention`.`by_10` = case when not (`low` <= `by_1`) and not (`low` <= `by_10`) and `low` <= `by_250` and not (`high` is null) then `high` else `by_10` end, `probate_retention`.`by_250` = case when not (`low` <= `by_1`) and not (`low` <= `by_10`) and not (`low` <= `by_250`) and not (`high` is null) then `high` else `by_250` end, `probate_retention`.`low` = null, `probate_retention`.`high` = null, `probate_retention`.`token` = null
where `rule` = 'gone-for-long' and `entry` = 1 and not (`low` is null);

-- claim: the first row whose time is over
update `probate_retention` join (select 1) as `probate_one`
set `probate_retention`.`low` = case when exists (select 1 from `mdl_user` where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true) and `mdl_user`.`id` in (select `mdl_user`.`id` from `mdl_user` where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and not (`mdl_user`.`deleted` = 1) and not (`mdl_user`.`deleted` = 0 and `mdl_user`.`suspended` = 1)) and not ((`mdl_user`.`deleted` = 0 and `mdl_user`.`suspended` = 1) is true) and (`mdl_user`.`currentlogin` > 0 and `mdl_user`.`currentlogin` < timestampdiff(second, timestamp '1970-01-01 00:00:00', (case when last_day((date(timestamp '1970-01-01 00:00:00' + interval unix_timestamp() second) - interval 0 day)) = (date(timestamp '1970-01-01 00:00:00' + interval unix_timestamp() second) - interval 0 day) then last_day(((date(timestamp '1970-01-01 00:00:00' + interval unix_timestamp() second) - interval 0 day) - interval 36 month)) else ((date(timestamp '1970-01-01 00:00:00' + interval unix_timestamp() second) - interval 0 day) - interval 36 month) end) + interval 1 day)) is true) then 0 else null end, `probate_retention`.`token` = @probate_token, `probate_retention`.`run` = null
where `rule` = 'gone-for-long' and `entry` = 1;

-- claim: nothing is left, and the next call begins anew
update `probate_retention` join (select 1) as `probate_one`
set `probate_retention`.`last` = -9223372036854775807, `probate_retention`.`by_1` = -9223372036854775807, `probate_retention`.`by_10` = -9223372036854775807, `probate_retention`.`by_250` = -9223372036854775807, `probate_retention`.`changed` = 0, `probate_retention`.`started` = null, `probate_retention`.`finished` = unix_timestamp(), `probate_retention`.`token` = null
where `rule` = 'gone-for-long' and `entry` = 1 and not (not (`low` is null));
commit;

-- the run begins; without a claim everything that follows selects nothing
start transaction;
set @probate_run = null, @probate_claimed = null, @probate_started = unix_timestamp();
select count(*) into @probate_claimed from `probate_retention` where `rule` = 'gone-for-long' and `entry` = 1 and `token` = @probate_token and not (`low` is null) for update;
select 'undone because of', concat('table ', table_name, ' is none of InnoDB that forgets what is deleted'), 1 from information_schema.tables where table_schema = database() and table_name in ('mdl_user') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB') and @probate_claimed > 0;
insert into `probate_assert` (`run`, `what`, `bad`)
select 0, 'tables', count(*) from information_schema.tables where table_schema = database() and table_name in ('mdl_user') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB') and @probate_claimed > 0 having count(*) > 0;
insert into `probate_run` (`type`, `program`, `started`)
select 'retention:gone-for-long', 'ba5d1be244f3e258d449da2b2622a9f0971d555382cb93843842eae9ba71b48d', @probate_started where @probate_claimed > 0 and not exists (select 1 from information_schema.tables where table_schema = database() and table_name in ('mdl_user') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB'));
set @probate_run = if(row_count() = 1, last_insert_id(), null);
update `probate_retention` join (select 1) as `probate_one`
set `probate_retention`.`run` = @probate_run
where `rule` = 'gone-for-long' and `entry` = 1 and `token` = @probate_token and not (`low` is null) and not (@probate_run is null);
set @probate_low = (select `low` from `probate_retention` where `rule` = 'gone-for-long' and `entry` = 1 and `run` = @probate_run);
set @probate_high = (select `high` from `probate_retention` where `rule` = 'gone-for-long' and `entry` = 1 and `run` = @probate_run);

-- decide: the people whose time is over
insert into `probate_batch` (`run`, `subject`, `request`, `place`)
select @probate_run, `mdl_user`.`id`, 0, ''
from `mdl_user`
where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true) and `mdl_user`.`id` in (select `mdl_user`.`id` from `mdl_user` where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and not (`mdl_user`.`deleted` = 1) and not (`mdl_user`.`deleted` = 0 and `mdl_user`.`suspended` = 1)) and not ((`mdl_user`.`deleted` = 0 and `mdl_user`.`suspended` = 1) is true) and (`mdl_user`.`currentlogin` > 0 and `mdl_user`.`currentlogin` < timestampdiff(second, timestamp '1970-01-01 00:00:00', (case when last_day((date(timestamp '1970-01-01 00:00:00' + interval unix_timestamp() second) - interval 0 day)) = (date(timestamp '1970-01-01 00:00:00' + interval unix_timestamp() second) - interval 0 day) then last_day(((date(timestamp '1970-01-01 00:00:00' + interval unix_timestamp() second) - interval 0 day) - interval 36 month)) else ((date(timestamp '1970-01-01 00:00:00' + interval unix_timestamp() second) - interval 0 day) - interval 36 month) end) + interval 1 day)) is true and not (@probate_run is null)
order by `mdl_user`.`id`
limit 500
for update;

-- the people become `suspended`
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`suspended` = 1
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and not ((`mdl_user`.`deleted` = 0 and `mdl_user`.`suspended` = 1) is true);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 1, 'suspended', 'status', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- transition: what was written must have done it
insert into `probate_check` (`run`, `what`, `bad`)
select `run`, 'status suspended', (select count(*) from `probate_batch` where `run` = @probate_run and not (`subject` in (select `mdl_user`.`id` from `mdl_user` where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and `mdl_user`.`deleted` = 0 and `mdl_user`.`suspended` = 1)))
from `probate_run`
where `run` = @probate_run;

-- since when they are in it
insert into `probate_subject` (`subject`, `status`, `since`, `legacy`)
select `subject`, 'suspended', unix_timestamp(), 0
from `probate_batch`
where `run` = @probate_run
on duplicate key update `subject` = `probate_subject`.`subject`;

-- how far it is, the run
update `probate_run` join (select 1) as `probate_one`
set `probate_run`.`finished` = unix_timestamp(), `probate_run`.`subjects` = (select count(*) from `probate_batch` where `run` = @probate_run)
where `run` = @probate_run;
update `probate_retention` join (select 1) as `probate_one`
set `probate_retention`.`last` = coalesce(`high`, `last`), `probate_retention`.`low` = null, `probate_retention`.`high` = null, `probate_retention`.`changed` = `changed` + (select coalesce(sum(`changed`), 0) from `probate_result` where `run` = @probate_run), `probate_retention`.`token` = null, `probate_retention`.`reason` = null
where `rule` = 'gone-for-long' and `entry` = 1 and `run` = @probate_run;
delete `probate_batch` from `probate_batch`
where `run` = @probate_run;

-- what was done
select `step`, `item`, `action`, `table_name`, `changed`
from `probate_result`
where `run` = @probate_run
order by `step`;

-- what speaks against it: each line undoes the run
select 'undone because of', `what`, `bad`
from `probate_check`
where `run` = @probate_run and `bad` <> 0
order by `what`;

-- the end: nothing left, nobody else's rows touched, every part there; or nothing at all
insert into `probate_assert` (`run`, `what`, `bad`)
select `run`, 'residue and guards', coalesce((select coalesce(sum(`bad`), 0) from `probate_check` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'checks made', coalesce(1 - (select count(*) from `probate_check` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'steps done', coalesce(1 - (select count(*) from `probate_result` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'the rows at hand are done', coalesce(1 - (select count(*) from `probate_retention` where `rule` = 'gone-for-long' and `entry` = 1 and `run` = @probate_run and `low` is null), 1) from `probate_run` where `run` = @probate_run;
set @probate_end = if((select count(*) from `probate_assert` where `run` = @probate_run and `bad` = 0) = 4, 'commit', 'rollback');
execute immediate @probate_end;
