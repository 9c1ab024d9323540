-- The tables of probate for the site `campus`; may run again at any time.
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
select 1, 2, 'campus', unix_timestamp()
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
create unique index if not exists `probate_request_unfinished` on `probate_request` (`kind`, `type`, `subject`, `place`, `probate_request_unfinished_row`);

-- one unfinished export for a subject
alter table `probate_request` add column if not exists `probate_request_export_row` tinyint generated always as (case when `kind` = 'export' and `state` in ('requested', 'awaiting_approval', 'approved', 'running', 'held') then 1 end) virtual invisible;
create unique index if not exists `probate_request_export` on `probate_request` (`subject`, `probate_request_export_row`);
create index if not exists `probate_request_token` on `probate_request` (`token`);

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
