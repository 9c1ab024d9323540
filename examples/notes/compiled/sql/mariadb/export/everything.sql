-- Export type `everything` (notes.yaml:25).
-- Takes one approved request of this type and prints one JSON object a line.
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

-- claim: what a lost run left behind goes back, or has failed too often
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = case when `attempts` >= 5 then 'failed' else 'approved' end, `probate_request`.`reason` = case when `attempts` >= 5 then coalesce(`reason`, 'attempts') else `reason` end, `probate_request`.`finished` = case when `attempts` >= 5 then unix_timestamp() else `finished` end, `probate_request`.`not_before` = unix_timestamp() + case when `attempts` >= 4 then 3600 when `attempts` >= 3 then 600 when `attempts` >= 2 then 60 else 0 end, `probate_request`.`token` = null
where `kind` = 'export' and `type` = 'everything' and `probate_request_unfinished_row` = 1 and `state` = 'running';

-- claim: what names a place that cannot be has failed
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'failed', `probate_request`.`reason` = 'unknown-place', `probate_request`.`finished` = unix_timestamp()
where `kind` = 'export' and `type` = 'everything' and `probate_request_unfinished_row` = 1 and `state` = 'approved' and not (`place` <=> '');

-- claim: fresh requests, at most 1
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'running', `probate_request`.`attempts` = `attempts` + 1, `probate_request`.`token` = @probate_token
where `state` = 'approved' and `id` in (select `id` from (select `id` from `probate_request` where `kind` = 'export' and `type` = 'everything' and `probate_request_unfinished_row` = 1 and `state` = 'approved' and (`not_before` is null or `not_before` <= unix_timestamp()) and `subject` in (select `person`.`id` from `person` where not (`person`.`id` is null)) and not (not (`place` <=> '')) and not (`origin` in ('automatic', 'self')) and `attempts` = 0 order by `id` limit 1) as `chosen`);

-- claim: or else the one retry with the fewest attempts
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'running', `probate_request`.`attempts` = `attempts` + 1, `probate_request`.`token` = @probate_token
where `state` = 'approved' and `id` in (select `id` from (select `id` from `probate_request` where `kind` = 'export' and `type` = 'everything' and `probate_request_unfinished_row` = 1 and `state` = 'approved' and (`not_before` is null or `not_before` <= unix_timestamp()) and `subject` in (select `person`.`id` from `person` where not (`person`.`id` is null)) and not (not (`place` <=> '')) and not (`origin` in ('automatic', 'self')) order by `attempts`, `id` limit 1) as `chosen`) and not (exists (select `id` from (select `id` from `probate_request` where `token` = @probate_token and `state` = 'running' limit 1) as `mine`));
commit;

-- the export reads one state of the database
start transaction with consistent snapshot;

-- what this is
select concat('{', '"export":', '"everything"', ',"site":', '"notes"', ',"program":', '"5b7ecc08b5862057cbcbfcc1858da1453e6414a70025ba2faac1986a1ab1ef08"', ',"subject":', case when `subject` is null then 'null' else case when `subject` between -9007199254740991 and 9007199254740991 then cast(`subject` + 0 as char) else json_quote(cast(`subject` + 0 as char)) collate utf8mb4_nopad_bin end end, '}')
from `probate_request`
where `token` = @probate_token and `state` = 'running';

-- notes.account: person (notes.yaml:9)
select concat('{', '"item":', '"notes.account"', ',"list":', '"person"', ',"row":', concat('{', '"username":', case when `person`.`username` is null then 'null' else json_quote(convert(`person`.`username` using utf8mb4)) collate utf8mb4_nopad_bin end, ',"full_name":', case when `person`.`full_name` is null then 'null' else json_quote(convert(`person`.`full_name` using utf8mb4)) collate utf8mb4_nopad_bin end, ',"email":', case when `person`.`email` is null then 'null' else json_quote(convert(`person`.`email` using utf8mb4)) collate utf8mb4_nopad_bin end, ',"created_at":', case when `person`.`created_at` is null then 'null' else json_quote(concat(replace(case when locate('.', cast(`person`.`created_at` as char)) > 0 then trim(trailing '.' from trim(trailing '0' from cast(`person`.`created_at` as char))) else cast(`person`.`created_at` as char) end, ' ', 'T'), 'Z')) collate utf8mb4_nopad_bin end, '}'), '}')
from `person`
where `person`.`id` in (select `subject` from `probate_request` where `token` = @probate_token and `state` = 'running')
order by `person`.`id`;

-- notes.comments: comment (notes.yaml:19)
select concat('{', '"item":', '"notes.comments"', ',"list":', '"comment"', ',"row":', concat('{', '"note_id":', case when `comment`.`note_id` is null then 'null' else case when `comment`.`note_id` between -9007199254740991 and 9007199254740991 then cast(`comment`.`note_id` + 0 as char) else json_quote(cast(`comment`.`note_id` + 0 as char)) collate utf8mb4_nopad_bin end end, ',"body":', case when `comment`.`body` is null then 'null' else json_quote(convert(`comment`.`body` using utf8mb4)) collate utf8mb4_nopad_bin end, ',"written_at":', case when `comment`.`written_at` is null then 'null' else json_quote(concat(replace(case when locate('.', cast(`comment`.`written_at` as char)) > 0 then trim(trailing '.' from trim(trailing '0' from cast(`comment`.`written_at` as char))) else cast(`comment`.`written_at` as char) end, ' ', 'T'), 'Z')) collate utf8mb4_nopad_bin end, '}'), '}')
from `comment`
where `comment`.`person_id` in (select `subject` from `probate_request` where `token` = @probate_token and `state` = 'running')
order by `comment`.`id`;

-- notes.notes: note (notes.yaml:14)
select concat('{', '"item":', '"notes.notes"', ',"list":', '"note"', ',"row":', concat('{', '"id":', case when `note`.`id` is null then 'null' else case when `note`.`id` between -9007199254740991 and 9007199254740991 then cast(`note`.`id` + 0 as char) else json_quote(cast(`note`.`id` + 0 as char)) collate utf8mb4_nopad_bin end end, ',"title":', case when `note`.`title` is null then 'null' else json_quote(convert(`note`.`title` using utf8mb4)) collate utf8mb4_nopad_bin end, ',"body":', case when `note`.`body` is null then 'null' else json_quote(convert(`note`.`body` using utf8mb4)) collate utf8mb4_nopad_bin end, ',"pinned":', case when `note`.`pinned` is null then 'null' else case `note`.`pinned` when 0 then 'false' when 1 then 'true' else cast(`note`.`pinned` + 0 as char) end end, ',"changed_at":', case when `note`.`changed_at` is null then 'null' else json_quote(concat(replace(case when locate('.', cast(`note`.`changed_at` as char)) > 0 then trim(trailing '.' from trim(trailing '0' from cast(`note`.`changed_at` as char))) else cast(`note`.`changed_at` as char) end, ' ', 'T'), 'Z')) collate utf8mb4_nopad_bin end, '}'), '}')
from `note`
where `note`.`person_id` in (select `subject` from `probate_request` where `token` = @probate_token and `state` = 'running')
order by `note`.`id`;

-- done; the archive expires
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'done', `probate_request`.`finished` = unix_timestamp(), `probate_request`.`expires` = unix_timestamp() + 432000, `probate_request`.`token` = null
where `token` = @probate_token and `state` = 'running';
commit;
