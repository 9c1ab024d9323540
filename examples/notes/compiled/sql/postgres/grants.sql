-- The rights that each command needs on the tables of the site `notes`, and no others.
-- Run it after install.sql, as the owner of the tables; again after each change of the policy.
-- It takes nothing away: drop the roles first where a policy needs less than before.
-- Then give a role to whoever runs the commands: grant probate_operator to …
-- Program 5b7ecc08b5862057cbcbfcc1858da1453e6414a70025ba2faac1986a1ab1ef08
\set QUIET on
\set ON_ERROR_STOP on
\set ON_ERROR_ROLLBACK off
\set VERBOSITY terse
\pset format unaligned
\pset tuples_only on
\pset fieldsep '|'
\set FETCH_COUNT 1000
set client_encoding = 'UTF8';
set client_min_messages = warning;
set standard_conforming_strings = on;
set transform_null_equals = off;
set timezone = 'UTC';
set datestyle = 'ISO, YMD';
set intervalstyle = 'postgres';
set bytea_output = 'hex';
set extra_float_digits = 1;
set lc_monetary = 'C';
set row_security = off;
set lock_timeout = '15s';
set jit = off;
set max_parallel_workers_per_gather = 0;

-- for `plan`, `simulate`, `why --subject`, `verify`, `report` and `check --db`
do 'begin if not exists (select from pg_roles where rolname = ''probate_reader'') then create role "probate_reader" nologin; end if; if not has_schema_privilege(''probate_reader'', current_schema(), ''usage'') then execute format(''grant usage on schema %I to "probate_reader"'', current_schema()); end if; if not has_database_privilege(''probate_reader'', current_database(), ''temporary'') then execute format(''grant temporary on database %I to "probate_reader"'', current_database()); end if; end';
grant select ("body", "id", "note_id", "person_id") on "comment" to "probate_reader";
grant select ("id", "person_id") on "note" to "probate_reader";
grant select ("active", "email", "full_name", "id") on "person" to "probate_reader";
grant select ("status") on "probate_default" to "probate_reader";
grant select ("because", "hold", "id", "lifted", "lifted_because", "lifted_by", "placed", "placed_by", "subject") on "probate_hold" to "probate_reader";
grant select ("format", "site") on "probate_install" to "probate_reader";
grant select ("at", "program", "request", "seq", "type") on "probate_ledger" to "probate_reader";
grant select ("decided", "decided_by", "found", "id", "offered", "reason", "rule", "state", "subject") on "probate_offer" to "probate_reader";
grant select ("set_by", "since", "status", "subject", "type") on "probate_own_type" to "probate_reader";
grant select ("asked", "asked_by", "attempts", "decided", "decided_by", "expires", "finished", "id", "not_before", "origin", "reason", "state", "subject", "type") on "probate_report_exports" to "probate_reader";
grant select ("attempts", "finished", "id", "kind", "not_before", "place", "reason", "subject", "type", "what") on "probate_report_failures" to "probate_reader";
grant select ("id", "place", "reason", "run", "since", "subject", "type") on "probate_report_kept" to "probate_reader";
grant select ("because", "id", "item", "kind", "rows", "subject", "table", "type", "until") on "probate_report_kept_rows" to "probate_reader";
grant select ("begun", "context", "decided", "decided_by", "ended", "id", "kind", "offered", "reason", "rows", "rule", "state", "subject", "unit") on "probate_report_offers" to "probate_reader";
grant select ("asked", "asked_by", "attempts", "decided", "decided_by", "finished", "id", "not_before", "origin", "place", "reason", "run", "run_people", "run_rows", "state", "subject", "type") on "probate_report_purges" to "probate_reader";
grant select ("approval", "done", "failed", "is_default", "kind", "open", "status", "title", "type", "uses") on "probate_report_types" to "probate_reader";
grant select ("asked_by", "finished", "id", "kind", "not_before", "origin", "place", "run", "state", "subject", "type") on "probate_request" to "probate_reader";
grant select ("action", "changed", "item", "run", "step", "table_name") on "probate_result" to "probate_reader";
grant select ("run", "subjects") on "probate_run" to "probate_reader";
grant select ("legacy", "since", "status", "subject") on "probate_subject" to "probate_reader";

-- for `request`, `own-type`, `hold` and `offer`
do 'begin if not exists (select from pg_roles where rolname = ''probate_requester'') then create role "probate_requester" nologin; end if; if not has_schema_privilege(''probate_requester'', current_schema(), ''usage'') then execute format(''grant usage on schema %I to "probate_requester"'', current_schema()); end if; end';
grant select ("active", "id") on "person" to "probate_requester";
grant select ("because", "hold", "id", "lifted", "lifted_because", "lifted_by", "placed", "placed_by", "subject"), update ("lifted", "lifted_because", "lifted_by") on "probate_hold" to "probate_requester";
grant select ("format", "site") on "probate_install" to "probate_requester";
grant select ("begun", "context", "decided", "decided_by", "ended", "found", "id", "kind", "offered", "reason", "rule", "state", "unit"), update ("decided", "decided_by", "reason", "state") on "probate_offer" to "probate_requester";
grant select ("set_by", "since", "status", "subject", "type"), insert ("set_by", "since", "status", "subject", "type"), delete on "probate_own_type" to "probate_requester";
grant select ("asked", "asked_by", "attempts", "decided", "decided_by", "finished", "id", "kind", "not_before", "origin", "place", "reason", "state", "subject", "type"), insert ("asked", "asked_by", "kind", "origin", "place", "reason", "state", "subject", "type"), update ("attempts", "decided", "decided_by", "finished", "not_before", "reason", "state") on "probate_request" to "probate_requester";

-- for `apply` and `export`, and the scripts
do 'begin if not exists (select from pg_roles where rolname = ''probate_operator'') then create role "probate_operator" nologin; end if; if not has_schema_privilege(''probate_operator'', current_schema(), ''usage'') then execute format(''grant usage on schema %I to "probate_operator"'', current_schema()); end if; end';
grant insert ("zero") on "probate_zero" to "probate_operator";
grant usage on sequence "probate_run_run_seq" to "probate_operator";
grant insert ("run", "type", "program", "started") on "probate_run" to "probate_operator";
grant insert ("run", "step", "item", "action", "table_name", "changed") on "probate_result" to "probate_operator";
grant select ("run", "what"), insert ("run", "what", "bad"), delete on "probate_assert" to "probate_operator";
grant select ("body", "id", "note_id", "person_id", "written_at"), update ("body", "person_id"), delete on "comment" to "probate_operator";
grant select ("body", "changed_at", "id", "person_id", "pinned", "title"), delete on "note" to "probate_operator";
grant select ("active", "created_at", "email", "full_name", "id", "username"), update ("email", "full_name") on "person" to "probate_operator";
grant select ("request", "run", "subject"), insert ("place", "request", "run", "subject"), delete on "probate_batch" to "probate_operator";
grant select ("bad", "run", "what"), insert ("bad", "run", "what") on "probate_check" to "probate_operator";
grant select ("format", "site") on "probate_install" to "probate_operator";
grant select ("capture", "k", "run"), insert ("capture", "k", "run"), delete on "probate_key" to "probate_operator";
grant select ("request", "run"), insert ("at", "program", "request", "run", "type") on "probate_ledger" to "probate_operator";
grant select ("state"), update ("ended", "reason", "state") on "probate_offer" to "probate_operator";
grant select ("status", "subject", "type") on "probate_own_type" to "probate_operator";
grant select ("asked", "asked_by", "attempts", "decided", "decided_by", "expires", "finished", "id", "kind", "not_before", "origin", "place", "reason", "run", "state", "subject", "token", "type"), insert ("asked", "asked_by", "kind", "origin", "place", "reason", "state", "subject", "type"), update ("attempts", "expires", "finished", "not_before", "reason", "run", "state", "token") on "probate_request" to "probate_operator";
grant select ("action", "changed", "item", "run", "step", "table_name") on "probate_result" to "probate_operator";
grant select ("run", "subjects"), update ("finished", "subjects") on "probate_run" to "probate_operator";
