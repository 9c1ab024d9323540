-- What probate wrote down about people of the site `campus`, and no longer needs.
-- Run it once a day; `probate apply` does the same.
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

-- whole or not at all
start transaction;

-- requests that are over; a purge is remembered while the person is in its status, or it would be asked for again
delete `probate_request` from `probate_request`
where not (`state` in ('requested', 'awaiting_approval', 'approved', 'running', 'held')) and `finished` <= timestampdiff(second, timestamp '1970-01-01 00:00:00', cast(utc_date() as datetime) + interval -36 month + interval 0 day) + 86399 and not (`kind` = 'purge' and `subject` in (select `subject` from `probate_subject`)) and not (`kind` = 'export' and `state` = 'done');
delete `probate_told` from `probate_told`
where not (`request` in (select `id` from `probate_request`));

-- what runs kept that no request remembers
delete `probate_kept` from `probate_kept`
where not (`run` in (select `run` from `probate_request` where not (`run` is null)));

-- holds that were lifted
delete `probate_hold` from `probate_hold`
where `lifted` <= timestampdiff(second, timestamp '1970-01-01 00:00:00', cast(utc_date() as datetime) + interval -36 month + interval 0 day) + 86399;

-- offers that are over; what was rejected is remembered
delete `probate_offer` from `probate_offer`
where `state` in ('done', 'void') and `ended` <= timestampdiff(second, timestamp '1970-01-01 00:00:00', cast(utc_date() as datetime) + interval -36 month + interval 0 day) + 86399;

-- what others were told, and have done
delete `probate_outbox` from `probate_outbox`
where `done` <= timestampdiff(second, timestamp '1970-01-01 00:00:00', cast(utc_date() as datetime) + interval -36 month + interval 0 day) + 86399;
commit;
