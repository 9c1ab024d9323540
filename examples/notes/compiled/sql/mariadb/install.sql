-- The tables of probate for the site `notes`; may run again at any time.
-- Times are seconds since 1970, UTC. Requests are made by inserting into probate_request.
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

-- whose tables these are, and of which format
create table if not exists `probate_install` (
  `one` bigint not null,
  `format` bigint not null,
  `site` longtext not null,
  `installed` bigint not null,
  primary key (`one`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;
insert into `probate_install` (`one`, `format`, `site`, `installed`)
select 1, 5, 'notes', unix_timestamp()
where not (exists (select 1 from `probate_install`))
on duplicate key update `one` = `probate_install`.`one`;

-- the run at hand, and what ends it

-- who asks for what, for whom, and how far it is
create table if not exists `probate_request` (
  `id` bigint auto_increment primary key,
  `kind` varchar(180) not null,
  `type` varchar(180) not null,
  `subject` bigint not null,
  `place` varchar(180) not null default '',
  `origin` longtext not null default 'manual',
  `state` varchar(180) not null default 'requested',
  `attempts` bigint not null default 0,
  `asked` bigint,
  `asked_by` longtext,
  `decided` bigint,
  `decided_by` longtext,
  `not_before` bigint,
  `reason` longtext,
  `token` varchar(180),
  `run` bigint,
  `finished` bigint,
  `expires` bigint,
  constraint `probate_request_kind` check (`kind` in ('export', 'purge')),
  constraint `probate_request_state` check (`state` in ('requested', 'awaiting_approval', 'approved', 'rejected', 'running', 'done', 'held', 'failed', 'cancelled', 'expired'))
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- one unfinished request for a subject, kind, type and place
alter table `probate_request` add column if not exists `probate_request_unfinished_row` tinyint generated always as (case when `state` in ('requested', 'awaiting_approval', 'approved', 'running', 'held') then 1 end) virtual invisible;
create unique index if not exists `probate_request_unfinished` on `probate_request` (`probate_request_unfinished_row`, `kind`, `type`, `subject`, `place`);

-- one unfinished export for a subject
alter table `probate_request` add column if not exists `probate_request_export_row` tinyint generated always as (case when `kind` = 'export' and `state` in ('requested', 'awaiting_approval', 'approved', 'running', 'held') then 1 end) virtual invisible;
create unique index if not exists `probate_request_export` on `probate_request` (`probate_request_export_row`, `subject`);
create index if not exists `probate_request_token` on `probate_request` (`token`);
create index if not exists `probate_request_subject` on `probate_request` (`subject`);

-- purges that are done and looked at again
create index if not exists `probate_request_swept` on `probate_request` (`not_before`);

-- the requests that were noticed when they came in
create table if not exists `probate_told` (
  `request` bigint not null,
  `at` bigint not null,
  primary key (`request`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- each run of a purge script that had something to do
create table if not exists `probate_run` (
  `run` bigint auto_increment primary key,
  `type` varchar(180) not null,
  `program` longtext not null,
  `started` bigint not null,
  `finished` bigint,
  `subjects` bigint
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- the subjects of the run at hand; empty between runs
create table if not exists `probate_batch` (
  `run` bigint not null,
  `subject` bigint not null,
  `request` bigint not null,
  `place` varchar(180) not null default '',
  primary key (`run`, `subject`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- the rows that the run at hand selected, by their keys; empty between runs
create table if not exists `probate_key` (
  `run` bigint not null,
  `capture` bigint not null,
  `k` bigint not null,
  primary key (`run`, `capture`, `k`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;
create table if not exists `probate_text_key` (
  `run` bigint not null,
  `capture` bigint not null,
  `k` varchar(700) not null,
  primary key (`run`, `capture`, `k`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;
create table if not exists `probate_row_key` (
  `run` bigint not null,
  `capture` bigint not null,
  `n1` bigint not null default 0,
  `n2` bigint not null default 0,
  `n3` bigint not null default 0,
  `n4` bigint not null default 0,
  `t1` varchar(180) not null default '',
  `t2` varchar(180) not null default '',
  `t3` varchar(180) not null default '',
  `t4` varchar(180) not null default '',
  primary key (`run`, `capture`, `n1`, `n2`, `n3`, `n4`, `t1`, `t2`, `t3`, `t4`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- by what else the subjects of the run at hand are named; empty between runs
create table if not exists `probate_identifier` (
  `run` bigint not null,
  `name` varchar(180) not null,
  `subject` bigint not null,
  `value` varchar(380) not null,
  `shared` bigint not null,
  primary key (`run`, `name`, `subject`, `value`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- what others must do or be told: notices, recipients, stored files whose bytes must go
create table if not exists `probate_outbox` (
  `id` bigint auto_increment primary key,
  `run` bigint not null,
  `kind` varchar(180) not null,
  `body` longtext not null,
  `created` bigint not null,
  `done` bigint
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;
create index if not exists `probate_outbox_run` on `probate_outbox` (`run`);

-- how many rows each step of a run changed
create table if not exists `probate_result` (
  `run` bigint not null,
  `step` bigint not null,
  `item` varchar(180) not null,
  `action` longtext not null,
  `table_name` longtext not null,
  `changed` bigint not null,
  primary key (`run`, `step`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- what must be 0 before a run may end: rows left, rows of others in the way
create table if not exists `probate_check` (
  `run` bigint not null,
  `what` varchar(700) not null,
  `bad` bigint not null,
  primary key (`run`, `what`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- the assertion: a row that is not 0 undoes the run
create table if not exists `probate_assert` (
  `run` bigint not null,
  `what` varchar(700) not null,
  `bad` bigint not null,
  primary key (`run`, `what`),
  constraint `probate_must_be_zero` check (`bad` = 0)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- what was purged, when, by which program; only ever appended to
create table if not exists `probate_ledger` (
  `seq` bigint auto_increment primary key,
  `run` bigint not null,
  `request` bigint not null,
  `type` varchar(180) not null,
  `program` longtext not null,
  `at` bigint not null
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;
create index if not exists `probate_ledger_run` on `probate_ledger` (`run`);

-- how far the runs of retention rules are
create table if not exists `probate_retention` (
  `rule` varchar(180) not null,
  `entry` bigint not null,
  `last` bigint not null default -9223372036854775807,
  `low` bigint,
  `high` bigint,
  `by_250` bigint not null default -9223372036854775807,
  `by_10` bigint not null default -9223372036854775807,
  `by_1` bigint not null default -9223372036854775807,
  `changed` bigint not null default 0,
  `started` bigint,
  `finished` bigint,
  `token` varchar(180),
  `run` bigint,
  `reason` longtext,
  primary key (`rule`, `entry`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- who is under which legal hold; only ever appended to, and lifted
create table if not exists `probate_hold` (
  `id` bigint auto_increment primary key,
  `hold` varchar(180) not null,
  `subject` bigint not null,
  `placed` bigint not null,
  `placed_by` longtext,
  `because` longtext,
  `lifted` bigint,
  `lifted_by` longtext,
  `lifted_because` longtext
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;
alter table `probate_hold` add column if not exists `probate_hold_open_row` tinyint generated always as (case when `lifted` is null then 1 end) virtual invisible;
create unique index if not exists `probate_hold_open` on `probate_hold` (`probate_hold_open_row`, `hold`, `subject`);

-- what waits for a person before it goes by its age
create table if not exists `probate_offer` (
  `id` bigint auto_increment primary key,
  `rule` varchar(180) not null,
  `kind` varchar(180) not null,
  `context` longtext not null default '',
  `unit` varchar(380) not null default '',
  `subject` bigint,
  `found` bigint not null,
  `offered` bigint not null,
  `state` varchar(180) not null,
  `decided` bigint,
  `decided_by` longtext,
  `begun` bigint,
  `ended` bigint,
  `reason` longtext,
  `program` longtext not null,
  constraint `probate_offer_state` check (`state` in ('offered', 'approved', 'held', 'rejected', 'void', 'done'))
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- one standing offer for a rule and what it is about
alter table `probate_offer` add column if not exists `probate_offer_standing_row` tinyint generated always as (case when `state` in ('offered', 'approved', 'held', 'rejected') then 1 end) virtual invisible;
create unique index if not exists `probate_offer_standing` on `probate_offer` (`probate_offer_standing_row`, `rule`, `kind`, `unit`);

-- what a run did not take, and why
create table if not exists `probate_kept` (
  `id` bigint auto_increment primary key,
  `run` bigint not null,
  `subject` bigint not null,
  `item` varchar(180) not null,
  `table_name` longtext not null,
  `kind` varchar(180) not null,
  `because` longtext not null,
  `kept` bigint not null,
  `ends` bigint
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;
create index if not exists `probate_kept_run` on `probate_kept` (`run`, `subject`);

-- since when people are in a status that has automatic types
create table if not exists `probate_subject` (
  `subject` bigint not null,
  `status` varchar(180) not null,
  `since` bigint not null,
  `legacy` bigint not null,
  primary key (`subject`, `status`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- since when a status has a default type
create table if not exists `probate_default` (
  `status` varchar(180) not null,
  `since` bigint not null,
  primary key (`status`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- whose type for a status is another than the default, or none
create table if not exists `probate_own_type` (
  `subject` bigint not null,
  `status` varchar(180) not null,
  `type` varchar(180),
  `since` bigint not null,
  `set_by` longtext,
  primary key (`subject`, `status`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- who was rid of an item whose rows have several owners: they own them no more
create table if not exists `probate_taken` (
  `item` varchar(180) not null,
  `subject` bigint not null,
  `status` varchar(180) not null,
  `run` bigint not null,
  primary key (`item`, `subject`, `status`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- report: exports, pending and complete
create or replace view `probate_report_exports` as
select `probate_request`.`id` as `id`, `probate_request`.`type` as `type`, `probate_request`.`subject` as `subject`, `probate_request`.`origin` as `origin`, `probate_request`.`state` as `state`, `probate_request`.`attempts` as `attempts`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_request`.`asked` second, '%Y-%m-%dT%H:%i:%sZ') as `asked`, `probate_request`.`asked_by` as `asked_by`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_request`.`decided` second, '%Y-%m-%dT%H:%i:%sZ') as `decided`, `probate_request`.`decided_by` as `decided_by`, case when `probate_request`.`state` in ('requested', 'awaiting_approval', 'approved', 'running', 'held') then date_format(timestamp '1970-01-01 00:00:00' + interval `probate_request`.`not_before` second, '%Y-%m-%dT%H:%i:%sZ') else null end as `not_before`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_request`.`finished` second, '%Y-%m-%dT%H:%i:%sZ') as `finished`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_request`.`expires` second, '%Y-%m-%dT%H:%i:%sZ') as `expires`, `probate_request`.`reason` as `reason`
from `probate_request`
where `probate_request`.`kind` = 'export';

-- report: purges, pending and complete; rows and people are those of the whole run
create or replace view `probate_report_purges` as
select `probate_request`.`id` as `id`, `probate_request`.`type` as `type`, `probate_request`.`subject` as `subject`, case when `probate_request`.`place` = '' then null else `probate_request`.`place` end as `place`, `probate_request`.`origin` as `origin`, `probate_request`.`state` as `state`, `probate_request`.`attempts` as `attempts`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_request`.`asked` second, '%Y-%m-%dT%H:%i:%sZ') as `asked`, `probate_request`.`asked_by` as `asked_by`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_request`.`decided` second, '%Y-%m-%dT%H:%i:%sZ') as `decided`, `probate_request`.`decided_by` as `decided_by`, case when `probate_request`.`state` in ('requested', 'awaiting_approval', 'approved', 'running', 'held') then date_format(timestamp '1970-01-01 00:00:00' + interval `probate_request`.`not_before` second, '%Y-%m-%dT%H:%i:%sZ') else null end as `not_before`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_request`.`finished` second, '%Y-%m-%dT%H:%i:%sZ') as `finished`, `probate_request`.`run` as `run`, (select `probate_run`.`subjects` from `probate_run` where `probate_run`.`run` = `probate_request`.`run`) as `run_people`, case when `probate_request`.`run` is null then null else (select coalesce(sum(`probate_result`.`changed`), 0) from `probate_result` where `probate_result`.`run` = `probate_request`.`run`) end as `run_rows`, `probate_request`.`reason` as `reason`
from `probate_request`
where `probate_request`.`kind` = 'purge';

-- report: what failed, what is tried again, and what came back after a sweep
create or replace view `probate_report_failures` as
select `probate_request`.`id` as `id`, `probate_request`.`kind` as `kind`, `probate_request`.`type` as `type`, `probate_request`.`subject` as `subject`, case when `probate_request`.`place` = '' then null else `probate_request`.`place` end as `place`, case when `probate_request`.`state` = 'failed' then 'failed' when `probate_request`.`state` = 'approved' and `probate_request`.`attempts` > 0 or `probate_request`.`state` = 'running' and `probate_request`.`attempts` > 1 then 'tried again' else 'comes back' end as `what`, `probate_request`.`attempts` as `attempts`, case when `probate_request`.`state` in ('requested', 'awaiting_approval', 'approved', 'running', 'held') then date_format(timestamp '1970-01-01 00:00:00' + interval `probate_request`.`not_before` second, '%Y-%m-%dT%H:%i:%sZ') else null end as `not_before`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_request`.`finished` second, '%Y-%m-%dT%H:%i:%sZ') as `finished`, `probate_request`.`reason` as `reason`
from `probate_request`
where `probate_request`.`state` = 'failed' or (`probate_request`.`state` = 'approved' and `probate_request`.`attempts` > 0 or `probate_request`.`state` = 'running' and `probate_request`.`attempts` > 1) or `probate_request`.`state` = 'done' and `probate_request`.`reason` = 'comes-back';

-- report: the types, how they may be asked for, and how many requests there are
create or replace view `probate_report_types` as
select `listed`.`column1` as `kind`, `listed`.`column2` as `type`, `listed`.`column3` as `title`, `listed`.`column4` as `status`, `listed`.`column5` as `uses`, `listed`.`column6` as `approval`, `listed`.`column7` as `is_default`, (select count(*) from `probate_request` where `probate_request`.`kind` = `listed`.`column1` and `probate_request`.`type` = `listed`.`column2` and `probate_request`.`state` in ('requested', 'awaiting_approval', 'approved', 'running', 'held')) as `open`, (select count(*) from `probate_request` where `probate_request`.`kind` = `listed`.`column1` and `probate_request`.`type` = `listed`.`column2` and `probate_request`.`state` in ('done', 'expired')) as `done`, (select count(*) from `probate_request` where `probate_request`.`kind` = `listed`.`column1` and `probate_request`.`type` = `listed`.`column2` and `probate_request`.`state` in ('failed')) as `failed`
from (
  select 'export' as `column1`, 'everything' as `column2`, 'All my data' as `column3`, '' as `column4`, 'officer' as `column5`, 'none' as `column6`, 'no' as `column7`
  union all select 'purge' as `column1`, 'leaver' as `column2`, 'Leaver' as `column3`, 'left' as `column4`, 'manual' as `column5`, 'none' as `column6`, 'no' as `column7`
) as `listed`;

-- report: people whose status was noticed, and what was purged of them; never others
create or replace view `probate_report_deleted` as
select `probate_subject`.`subject` as `subject`, `probate_subject`.`status` as `status`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_subject`.`since` second, '%Y-%m-%dT%H:%i:%sZ') as `noticed`, case when `probate_subject`.`legacy` = 1 then 'yes' else 'no' end as `legacy`, coalesce((select coalesce(`probate_own_type`.`type`, '(never)') from `probate_own_type` where `probate_subject`.`subject` = `probate_own_type`.`subject` and `probate_own_type`.`status` = `probate_subject`.`status`), null) as `type`, (select `probate_request`.`type` from `probate_request` where `probate_request`.`id` = (select max(`probate_last`.`id`) from `probate_request` as `probate_last` where `probate_last`.`kind` = 'purge' and `probate_subject`.`subject` = `probate_last`.`subject` and `probate_last`.`state` in ('done', 'held'))) as `purged_by`, (select date_format(timestamp '1970-01-01 00:00:00' + interval `probate_request`.`finished` second, '%Y-%m-%dT%H:%i:%sZ') from `probate_request` where `probate_request`.`id` = (select max(`probate_last`.`id`) from `probate_request` as `probate_last` where `probate_last`.`kind` = 'purge' and `probate_subject`.`subject` = `probate_last`.`subject` and `probate_last`.`state` in ('done', 'held'))) as `purged`, (select `probate_request`.`state` from `probate_request` where `probate_request`.`id` = (select max(`probate_last`.`id`) from `probate_request` as `probate_last` where `probate_last`.`kind` = 'purge' and `probate_subject`.`subject` = `probate_last`.`subject` and `probate_last`.`state` in ('requested', 'awaiting_approval', 'approved', 'running', 'held'))) as `open`
from `probate_subject`;

-- report: whose purge kept something back, and why
create or replace view `probate_report_kept` as
select `probate_request`.`id` as `id`, `probate_request`.`type` as `type`, `probate_request`.`subject` as `subject`, case when `probate_request`.`place` = '' then null else `probate_request`.`place` end as `place`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_request`.`finished` second, '%Y-%m-%dT%H:%i:%sZ') as `since`, `probate_request`.`run` as `run`, `probate_request`.`reason` as `reason`
from `probate_request`
where `probate_request`.`kind` = 'purge' and `probate_request`.`state` = 'held';

-- report: how many rows a duty or a hold keeps of whom, and until when
create or replace view `probate_report_kept_rows` as
select `probate_request`.`id` as `id`, `probate_request`.`type` as `type`, `probate_request`.`subject` as `subject`, `probate_kept`.`item` as `item`, `probate_kept`.`table_name` as `table`, `probate_kept`.`kind` as `kind`, `probate_kept`.`because` as `because`, `probate_kept`.`kept` as `rows`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_kept`.`ends` second, '%Y-%m-%dT%H:%i:%sZ') as `until`
from `probate_request`
join `probate_kept` as `probate_kept` on `probate_kept`.`run` = `probate_request`.`run` and `probate_kept`.`subject` = `probate_request`.`subject`
where `probate_request`.`kind` = 'purge' and `probate_request`.`state` = 'held';

-- report: what was offered by its age, who decided about it, and what has become of it
create or replace view `probate_report_offers` as
select `probate_offer`.`id` as `id`, `probate_offer`.`rule` as `rule`, `probate_offer`.`kind` as `kind`, `probate_offer`.`context` as `context`, `probate_offer`.`unit` as `unit`, `probate_offer`.`subject` as `subject`, `probate_offer`.`found` as `rows`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_offer`.`offered` second, '%Y-%m-%dT%H:%i:%sZ') as `offered`, `probate_offer`.`state` as `state`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_offer`.`decided` second, '%Y-%m-%dT%H:%i:%sZ') as `decided`, `probate_offer`.`decided_by` as `decided_by`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_offer`.`begun` second, '%Y-%m-%dT%H:%i:%sZ') as `begun`, date_format(timestamp '1970-01-01 00:00:00' + interval `probate_offer`.`ended` second, '%Y-%m-%dT%H:%i:%sZ') as `ended`, `probate_offer`.`reason` as `reason`
from `probate_offer`;

-- tables of an older format have what they lacked
update `probate_install` join (select 1) as `probate_one`
set `probate_install`.`format` = 5
where `format` >= 3 and `format` < 5;
