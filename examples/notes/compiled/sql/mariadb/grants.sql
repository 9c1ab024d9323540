-- The rights that each command needs on the tables of the site `notes`, and no others.
-- Run it after install.sql, as the owner of the tables; again after each change of the policy.
-- It takes nothing away: drop the roles first where a policy needs less than before.
-- Then give a role to whoever runs the commands: grant probate_operator to …
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

-- for `plan`, `simulate`, `why --subject`, `verify`, `report` and `check --db`
create role if not exists `probate_reader`;
grant create temporary tables on * to `probate_reader`;
grant references on * to `probate_reader`;
grant select (`body`, `id`, `note_id`, `person_id`) on `comment` to `probate_reader`;
grant select (`id`, `person_id`) on `note` to `probate_reader`;
grant select (`active`, `email`, `full_name`, `id`) on `person` to `probate_reader`;
grant select (`status`) on `probate_default` to `probate_reader`;
grant select (`because`, `hold`, `id`, `lifted`, `lifted_because`, `lifted_by`, `placed`, `placed_by`, `subject`) on `probate_hold` to `probate_reader`;
grant select (`format`, `site`) on `probate_install` to `probate_reader`;
grant select (`at`, `program`, `request`, `seq`, `type`) on `probate_ledger` to `probate_reader`;
grant select (`decided`, `decided_by`, `found`, `id`, `offered`, `reason`, `rule`, `state`, `subject`) on `probate_offer` to `probate_reader`;
grant select (`set_by`, `since`, `status`, `subject`, `type`) on `probate_own_type` to `probate_reader`;
grant select (`asked`, `asked_by`, `attempts`, `decided`, `decided_by`, `expires`, `finished`, `id`, `not_before`, `origin`, `reason`, `state`, `subject`, `type`) on `probate_report_exports` to `probate_reader`;
grant select (`attempts`, `finished`, `id`, `kind`, `not_before`, `place`, `reason`, `subject`, `type`, `what`) on `probate_report_failures` to `probate_reader`;
grant select (`id`, `place`, `reason`, `run`, `since`, `subject`, `type`) on `probate_report_kept` to `probate_reader`;
grant select (`because`, `id`, `item`, `kind`, `rows`, `subject`, `table`, `type`, `until`) on `probate_report_kept_rows` to `probate_reader`;
grant select (`begun`, `context`, `decided`, `decided_by`, `ended`, `id`, `kind`, `offered`, `reason`, `rows`, `rule`, `state`, `subject`, `unit`) on `probate_report_offers` to `probate_reader`;
grant select (`asked`, `asked_by`, `attempts`, `decided`, `decided_by`, `finished`, `id`, `not_before`, `origin`, `place`, `reason`, `run`, `run_people`, `run_rows`, `state`, `subject`, `type`) on `probate_report_purges` to `probate_reader`;
grant select (`approval`, `done`, `failed`, `is_default`, `kind`, `open`, `status`, `title`, `type`, `uses`) on `probate_report_types` to `probate_reader`;
grant select (`asked_by`, `finished`, `id`, `kind`, `not_before`, `origin`, `place`, `probate_request_unfinished_row`, `run`, `state`, `subject`, `type`) on `probate_request` to `probate_reader`;
grant select (`action`, `changed`, `item`, `run`, `step`, `table_name`) on `probate_result` to `probate_reader`;
grant select (`run`, `subjects`) on `probate_run` to `probate_reader`;
grant select (`legacy`, `since`, `status`, `subject`) on `probate_subject` to `probate_reader`;

-- for `request`, `own-type`, `hold` and `offer`
create role if not exists `probate_requester`;
grant select (`active`, `id`) on `person` to `probate_requester`;
grant select (`because`, `hold`, `id`, `lifted`, `lifted_because`, `lifted_by`, `placed`, `placed_by`, `subject`), update (`lifted`, `lifted_because`, `lifted_by`) on `probate_hold` to `probate_requester`;
grant select (`format`, `site`) on `probate_install` to `probate_requester`;
grant select (`begun`, `context`, `decided`, `decided_by`, `ended`, `found`, `id`, `kind`, `offered`, `reason`, `rule`, `state`, `unit`), update (`decided`, `decided_by`, `reason`, `state`) on `probate_offer` to `probate_requester`;
grant select (`set_by`, `since`, `status`, `subject`, `type`), insert (`set_by`, `since`, `status`, `subject`, `type`), delete on `probate_own_type` to `probate_requester`;
grant select (`asked`, `asked_by`, `attempts`, `decided`, `decided_by`, `finished`, `id`, `kind`, `not_before`, `origin`, `place`, `reason`, `state`, `subject`, `type`), insert (`asked`, `asked_by`, `kind`, `origin`, `place`, `reason`, `state`, `subject`, `type`), update (`attempts`, `decided`, `decided_by`, `finished`, `not_before`, `reason`, `state`) on `probate_request` to `probate_requester`;

-- for `apply` and `export`, and the scripts
create role if not exists `probate_operator`;
grant insert (`type`, `program`, `started`) on `probate_run` to `probate_operator`;
grant insert (`run`, `step`, `item`, `action`, `table_name`, `changed`) on `probate_result` to `probate_operator`;
grant select (`run`, `bad`), insert (`run`, `what`, `bad`) on `probate_assert` to `probate_operator`;
grant select (`body`, `id`, `note_id`, `person_id`, `written_at`), update (`body`, `person_id`), delete on `comment` to `probate_operator`;
grant select (`body`, `changed_at`, `id`, `person_id`, `pinned`, `title`), delete on `note` to `probate_operator`;
grant select (`active`, `created_at`, `email`, `full_name`, `id`, `username`), update (`email`, `full_name`) on `person` to `probate_operator`;
grant select (`request`, `run`, `subject`), insert (`place`, `request`, `run`, `subject`), delete on `probate_batch` to `probate_operator`;
grant select (`bad`, `run`, `what`), insert (`bad`, `run`, `what`) on `probate_check` to `probate_operator`;
grant select (`format`, `site`) on `probate_install` to `probate_operator`;
grant select (`capture`, `k`, `run`), insert (`capture`, `k`, `run`), delete on `probate_key` to `probate_operator`;
grant select (`request`, `run`), insert (`at`, `program`, `request`, `run`, `type`) on `probate_ledger` to `probate_operator`;
grant select (`state`), update (`ended`, `reason`, `state`) on `probate_offer` to `probate_operator`;
grant select (`status`, `subject`, `type`) on `probate_own_type` to `probate_operator`;
grant select (`asked`, `asked_by`, `attempts`, `decided`, `decided_by`, `expires`, `finished`, `id`, `kind`, `not_before`, `origin`, `place`, `probate_request_unfinished_row`, `reason`, `run`, `state`, `subject`, `token`, `type`), insert (`asked`, `asked_by`, `kind`, `origin`, `place`, `reason`, `state`, `subject`, `type`), update (`asked`, `asked_by`, `attempts`, `expires`, `finished`, `kind`, `not_before`, `origin`, `place`, `reason`, `run`, `state`, `subject`, `token`, `type`) on `probate_request` to `probate_operator`;
grant select (`action`, `changed`, `item`, `run`, `step`, `table_name`) on `probate_result` to `probate_operator`;
grant select (`run`, `subjects`), update (`finished`, `subjects`) on `probate_run` to `probate_operator`;
