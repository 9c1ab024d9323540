-- Purge type `leaver`, for subjects whose status is `left` (notes.yaml:31).
-- Takes up to 50 due requests of this type and carries them out in one transaction, all or nothing.
-- Run it again until nothing is due. Compiled from the policy; edit that instead.
-- Requests that are carried out: manual.
-- Program 5b7ecc08b5862057cbcbfcc1858da1453e6414a70025ba2faac1986a1ab1ef08
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

-- the mark by which this client knows what it claims
set session autocommit = 0;
set @probate_token = convert(uuid() using utf8mb4) collate utf8mb4_nopad_bin;
commit;
set transaction isolation level read committed;
start transaction;

-- sweep: whoever has left the status since their purge, or is not to be purged by itself, is not looked at any more
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`not_before` = null
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver' and `probate_request`.`state` = 'done' and `probate_request`.`not_before` >= -9223372036854775807 and (not (exists (select 1 from `person` where not (`person`.`id` is null) and `person`.`active` = 0 and `person`.`id` = `probate_request`.`subject`)) or exists (select 1 from `probate_own_type` where `probate_own_type`.`subject` = `probate_request`.`subject` and `probate_own_type`.`status` = 'left' and (`probate_own_type`.`type` is null or `probate_request`.`origin` = 'automatic' and `probate_own_type`.`type` <> 'leaver')));

-- sweep: whose purge is looked at now
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`token` = @probate_token
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver' and `probate_request`.`state` = 'done' and `probate_request`.`not_before` <= unix_timestamp();

-- sweep: of whom there are rows again
update `probate_request`
set `probate_request`.`not_before` = -1
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token and (`probate_request`.`id` in (select `id` from (select `probate_request`.`id` as `id` from `person` join `probate_request` on `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token where `person`.`id` = `probate_request`.`subject` and (not (`person`.`full_name` <=> '' collate utf8mb4_nopad_bin) or not (`person`.`email` <=> null)) union all select `probate_request`.`id` from `comment` join `probate_request` on `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token where `comment`.`person_id` = `probate_request`.`subject` and (not (`comment`.`person_id` <=> null) or not (`comment`.`body` <=> '' collate utf8mb4_nopad_bin)) union all select `probate_request`.`id` from `note` join `probate_request` on `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token where `note`.`person_id` = `probate_request`.`subject`) as `found`)) is true;

-- sweep: they are due again, once
insert into `probate_request` (`kind`, `type`, `subject`, `place`, `origin`, `state`, `asked`, `asked_by`, `reason`)
select `probate_swept`.`kind`, `probate_swept`.`type`, `probate_swept`.`subject`, `probate_swept`.`place`, `probate_swept`.`origin`, 'approved', unix_timestamp(), 'probate: sweep', 'swept'
from `probate_request` as `probate_swept`
where `probate_swept`.`kind` = 'purge' and `probate_swept`.`type` = 'leaver' and `probate_swept`.`state` = 'done' and `probate_swept`.`token` = @probate_token and `probate_swept`.`not_before` = -1 and not (`probate_swept`.`asked_by` <=> 'probate: sweep')
order by `probate_swept`.`id`
on duplicate key update `kind` = `probate_request`.`kind`;

-- sweep: when they are looked at the next time, if ever
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`not_before` = case when `probate_request`.`not_before` = -1 then null when unix_timestamp() - `probate_request`.`finished` < 3600 then `probate_request`.`finished` + 3600 when unix_timestamp() - `probate_request`.`finished` < 86400 then `probate_request`.`finished` + 86400 when unix_timestamp() - `probate_request`.`finished` < 604800 then `probate_request`.`finished` + 604800 else null end, `probate_request`.`reason` = case when `probate_request`.`not_before` = -1 and `probate_request`.`asked_by` = 'probate: sweep' then 'comes-back' else `probate_request`.`reason` end, `probate_request`.`token` = null
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token;
commit;
start transaction;

-- claim: what a lost run left behind goes back, or has failed too often
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = case when `attempts` >= 5 then 'failed' else 'approved' end, `probate_request`.`reason` = case when `attempts` >= 5 then coalesce(`reason`, 'attempts') else `reason` end, `probate_request`.`finished` = case when `attempts` >= 5 then unix_timestamp() else `finished` end, `probate_request`.`not_before` = unix_timestamp() + case when `attempts` >= 4 then 3600 when `attempts` >= 3 then 600 when `attempts` >= 2 then 60 else 0 end, `probate_request`.`token` = null
where `kind` = 'purge' and `type` = 'leaver' and `probate_request_unfinished_row` = 1 and `state` = 'running';

-- claim: what names a place that cannot be has failed
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'failed', `probate_request`.`reason` = 'unknown-place', `probate_request`.`finished` = unix_timestamp()
where `kind` = 'purge' and `type` = 'leaver' and `probate_request_unfinished_row` = 1 and `state` = 'approved' and not (`place` <=> '');

-- claim: fresh requests, at most 50
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'running', `probate_request`.`attempts` = `attempts` + 1, `probate_request`.`token` = @probate_token
where `state` in ('approved', 'held') and `id` in (select `id` from (select `id` from `probate_request` where `kind` = 'purge' and `type` = 'leaver' and `probate_request_unfinished_row` = 1 and (`state` = 'approved' and (`not_before` is null or `not_before` <= unix_timestamp()) or `state` = 'held' and `not_before` <= unix_timestamp()) and `subject` in (select `person`.`id` from `person` where not (`person`.`id` is null) and `person`.`active` = 0) and not (not (`place` <=> '')) and not (`origin` in ('automatic', 'self')) and `attempts` = 0 order by `id` limit 50) as `chosen`);

-- claim: or else the one retry with the fewest attempts
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'running', `probate_request`.`attempts` = `attempts` + 1, `probate_request`.`token` = @probate_token
where `state` in ('approved', 'held') and `id` in (select `id` from (select `id` from `probate_request` where `kind` = 'purge' and `type` = 'leaver' and `probate_request_unfinished_row` = 1 and (`state` = 'approved' and (`not_before` is null or `not_before` <= unix_timestamp()) or `state` = 'held' and `not_before` <= unix_timestamp()) and `subject` in (select `person`.`id` from `person` where not (`person`.`id` is null) and `person`.`active` = 0) and not (not (`place` <=> '')) and not (`origin` in ('automatic', 'self')) order by `attempts`, `id` limit 1) as `chosen`) and not (exists (select `id` from (select `id` from `probate_request` where `token` = @probate_token and `state` = 'running' limit 1) as `mine`));
commit;

-- the run begins; without a claim everything that follows selects nothing
start transaction;
set @probate_run = null, @probate_claimed = null, @probate_started = unix_timestamp();
select count(*) into @probate_claimed from `probate_request` where `token` = @probate_token and `state` = 'running' for update;
select 'undone because of', concat('table ', table_name, ' is none of InnoDB that forgets what is deleted'), 1 from information_schema.tables where table_schema = database() and table_name in ('comment', 'note', 'person') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB') and @probate_claimed > 0;
insert into `probate_assert` (`run`, `what`, `bad`)
select 0, 'tables', count(*) from information_schema.tables where table_schema = database() and table_name in ('comment', 'note', 'person') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB') and @probate_claimed > 0 having count(*) > 0;
insert into `probate_run` (`type`, `program`, `started`)
select 'leaver', '5b7ecc08b5862057cbcbfcc1858da1453e6414a70025ba2faac1986a1ab1ef08', @probate_started where @probate_claimed > 0 and not exists (select 1 from information_schema.tables where table_schema = database() and table_name in ('comment', 'note', 'person') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB'));
set @probate_run = if(row_count() = 1, last_insert_id(), null);

-- decide: the subjects, with their status checked again
insert into `probate_batch` (`run`, `subject`, `request`, `place`)
select @probate_run, `claimed`.`subject`, `claimed`.`id`, `claimed`.`place`
from (select `id`, `subject`, `place` from `probate_request` where `token` = @probate_token and `state` = 'running' and `type` = 'leaver' and not (@probate_run is null)) as `claimed`
join `person` on `claimed`.`subject` = `person`.`id`
where not (`person`.`id` is null) and `person`.`active` = 0
order by `claimed`.`subject`
for update;

-- decide: who left the status since the claim is left alone
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'approved', `probate_request`.`attempts` = `attempts` - 1, `probate_request`.`token` = null
where `token` = @probate_token and `state` = 'running' and not (`id` in (select `request` from `probate_batch` where `run` = @probate_run)) and not (@probate_run is null);

-- decide: notes.comments: which rows of comment (notes.yaml:19)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 1, `comment`.`id`
from `comment`
where `comment`.`person_id` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -1, 0 from `probate_run` where `run` = @probate_run;

-- decide: notes.comments_on_notes: by what comment.note_id is found (notes.yaml:23)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 2, `note`.`id`
from `note`
where `note`.`person_id` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -2, 0 from `probate_run` where `run` = @probate_run;

-- guard: comment.note_id -> note: rows of others that refer to rows that go
insert into `probate_check` (`run`, `what`, `bad`)
select `run`, 'guard comment.note_id -> note', (select count(*) from `comment` where `comment`.`note_id` in (select `note`.`id` from `note` where `note`.`person_id` in (select `subject` from `probate_batch` where `run` = @probate_run)) and not ((`comment`.`note_id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 2)) is true))
from `probate_run`
where `run` = @probate_run;

-- what the guards say against it
select 'undone because of', `what`, `bad`
from `probate_check`
where `run` = @probate_run and `bad` <> 0
order by `what`;

-- 1. notes.comments: overwrite comment (notes.yaml:19)
update `comment` join (select 1) as `probate_one`
set `comment`.`person_id` = null, `comment`.`body` = ''
where `comment`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 1);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 1, 'notes.comments', 'overwrite', 'comment', row_count() from `probate_run` where `run` = @probate_run;

-- 2. notes.comments_on_notes: delete comment (notes.yaml:23)
delete `comment` from `comment`
where `comment`.`note_id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 2);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 2, 'notes.comments_on_notes', 'delete', 'comment', row_count() from `probate_run` where `run` = @probate_run;

-- 3. notes.notes: delete note (notes.yaml:14)
delete `note` from `note`
where `note`.`person_id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 3, 'notes.notes', 'delete', 'note', row_count() from `probate_run` where `run` = @probate_run;

-- 4. notes.account: overwrite person (notes.yaml:9)
update `person` join (select 1) as `probate_one`
set `person`.`full_name` = '', `person`.`email` = null
where `person`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 4, 'notes.account', 'overwrite', 'person', row_count() from `probate_run` where `run` = @probate_run;

-- residue: nothing that was decided may be left
insert into `probate_check` (`run`, `what`, `bad`)
select `probate_run`.`run`, `found`.`column1`, `found`.`column2`
from `probate_run`
join (
  select 'residue of step 1 (overwrite comment)' as `column1`, (select count(*) from `comment` where `comment`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 1) and (not (`comment`.`person_id` <=> null) or not (`comment`.`body` <=> '' collate utf8mb4_nopad_bin))) as `column2`
  union all select 'residue of step 1 (overwrite comment, looked for again)' as `column1`, (select count(*) from `comment` where `comment`.`person_id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`comment`.`person_id` <=> null) or not (`comment`.`body` <=> '' collate utf8mb4_nopad_bin))) as `column2`
  union all select 'residue of step 2 (delete comment)' as `column1`, (select count(*) from `comment` where `comment`.`note_id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 2)) as `column2`
  union all select 'residue of step 3 (delete note)' as `column1`, (select count(*) from `note` where `note`.`person_id` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 4 (overwrite person)' as `column1`, (select count(*) from `person` where `person`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`person`.`full_name` <=> '' collate utf8mb4_nopad_bin) or not (`person`.`email` <=> null))) as `column2`
  union all select 'captures in probate_key' as `column1`, 2 - (select count(*) from `probate_key` where `run` = @probate_run and `capture` < 0) as `column2`
) as `found` on 1 = 1
where `run` = @probate_run;

-- the ledger, the requests, the run
insert into `probate_ledger` (`run`, `request`, `type`, `program`, `at`)
select `run`, `request`, 'leaver', '5b7ecc08b5862057cbcbfcc1858da1453e6414a70025ba2faac1986a1ab1ef08', unix_timestamp()
from `probate_batch`
where `run` = @probate_run
order by `subject`;
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'done', `probate_request`.`run` = @probate_run, `probate_request`.`finished` = unix_timestamp(), `probate_request`.`not_before` = case when exists (select 1 from `person` where not (`person`.`id` is null) and `person`.`active` = 0 and `person`.`id` = `probate_request`.`subject`) then unix_timestamp() else null end, `probate_request`.`reason` = null, `probate_request`.`token` = null
where `id` in (select `request` from `probate_batch` where `run` = @probate_run);
update `probate_run` join (select 1) as `probate_one`
set `probate_run`.`finished` = unix_timestamp(), `probate_run`.`subjects` = (select count(*) from `probate_batch` where `run` = @probate_run)
where `run` = @probate_run;
delete `probate_key` from `probate_key`
where `run` = @probate_run;
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
union all select `run`, 'checks made', coalesce(7 - (select count(*) from `probate_check` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'steps done', coalesce(4 - (select count(*) from `probate_result` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'ledger rows', coalesce((select `subjects` from `probate_run` where `run` = @probate_run) - (select count(*) from `probate_ledger` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'requests done', coalesce((select `subjects` from `probate_run` where `run` = @probate_run) - (select count(*) from `probate_request` where `id` in (select `request` from `probate_ledger` where `run` = @probate_run) and `run` = @probate_run and `state` in ('done', 'held')), 1) from `probate_run` where `run` = @probate_run;
set @probate_end = if((select count(*) from `probate_assert` where `run` = @probate_run and `bad` = 0) = 5, 'commit', 'rollback');
execute immediate @probate_end;
