-- Retention rule `log-one-year` (retention.yaml:16).
-- Takes up to 20000 rows of each entry whose time is over, whoever owns them; each entry in one transaction,
-- all or nothing. Run it again until nothing is done.
-- Compiled from the policy; edit that instead.
-- Program ba5d1be244f3e258d449da2b2622a9f0971d555382cb93843842eae9ba71b48d
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

-- core_log.actions: mdl_logstore_standard_log (components/records.yaml:11): the mark by which this client knows what it claims
insert into "probate_zero" ("zero")
select 0 where set_config('search_path', quote_ident(current_schema()) || ', pg_temp', false) is null;
insert into "probate_zero" ("zero")
select 0 where set_config('probate.token', gen_random_uuid()::text, false) is null;
begin isolation level read committed;
set local synchronous_commit = off;

-- claim: how far it is
insert into "probate_retention" ("rule", "entry", "started")
select 'log-one-year', 1, floor(extract(epoch from now()))::bigint
on conflict do nothing;

-- claim: what a lost run left behind is tried again, fewer rows at a time; one row alone is passed over
update "probate_retention"
set "last" = case when "low" <= "by_1" and not ("high" is null) then "high" else "last" end, "by_1" = case when not ("low" <= "by_1") and "low" <= "by_10" and not ("high" is null) then "high" else "by_1" end, "by_10" = case when not ("low" <= "by_1") and not ("low" <= "by_10") and "low" <= "by_250" and not ("high" is null) then "high" else "by_10" end, "by_250" = case when not ("low" <= "by_1") and not ("low" <= "by_10") and not ("low" <= "by_250") and not ("high" is null) then "high" else "by_250" end, "low" = null, "high" = null, "token" = null
where "rule" = 'log-one-year' and "entry" = 1 and not ("low" is null);

-- claim: the first row whose time is over
update "probate_retention"
set "low" = (select "mdl_logstore_standard_log"."id" from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."id" > (select "last" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1) and ("mdl_logstore_standard_log"."timecreated" > (select 0) and "mdl_logstore_standard_log"."timecreated" < (select extract(epoch from case when extract(day from (cast(to_timestamp(floor(extract(epoch from now()))::bigint) at time zone 'UTC' as date) - 0) + 1) = 1 then date_trunc('month', cast((cast(to_timestamp(floor(extract(epoch from now()))::bigint) at time zone 'UTC' as date) - 0) as timestamp)) + interval '1 month' - interval '12 months' else (cast(to_timestamp(floor(extract(epoch from now()))::bigint) at time zone 'UTC' as date) - 0) - interval '12 months' + interval '1 day' end)::bigint)) is true and not (("mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextinstanceid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."relateduserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."realuserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objectid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true) order by "mdl_logstore_standard_log"."id" limit 1), "token" = "probate_this_client"(), "run" = null
where "rule" = 'log-one-year' and "entry" = 1;

-- claim: after a round that changed something, from the first row again
update "probate_retention"
set "last" = -9223372036854775807, "by_1" = -9223372036854775807, "by_10" = -9223372036854775807, "by_250" = -9223372036854775807
where "rule" = 'log-one-year' and "entry" = 1 and not (not ("low" is null)) and "changed" > 0;
update "probate_retention"
set "low" = (select "mdl_logstore_standard_log"."id" from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."id" > (select "last" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1) and ("mdl_logstore_standard_log"."timecreated" > (select 0) and "mdl_logstore_standard_log"."timecreated" < (select extract(epoch from case when extract(day from (cast(to_timestamp(floor(extract(epoch from now()))::bigint) at time zone 'UTC' as date) - 0) + 1) = 1 then date_trunc('month', cast((cast(to_timestamp(floor(extract(epoch from now()))::bigint) at time zone 'UTC' as date) - 0) as timestamp)) + interval '1 month' - interval '12 months' else (cast(to_timestamp(floor(extract(epoch from now()))::bigint) at time zone 'UTC' as date) - 0) - interval '12 months' + interval '1 day' end)::bigint)) is true and not (("mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextinstanceid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."relateduserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."realuserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objectid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true) order by "mdl_logstore_standard_log"."id" limit 1), "changed" = 0
where "rule" = 'log-one-year' and "entry" = 1 and not (not ("low" is null)) and "changed" > 0;

-- claim: and so many rows of the table from there on, at most 20000
update "probate_retention"
set "high" = case when "low" <= "by_1" then (select max("k") from (select "mdl_logstore_standard_log"."id" as "k" from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."id" >= (select "low" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1) order by "mdl_logstore_standard_log"."id" limit 1) as "probate_next") when "low" <= "by_10" then (select max("k") from (select "mdl_logstore_standard_log"."id" as "k" from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."id" >= (select "low" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1) order by "mdl_logstore_standard_log"."id" limit 10) as "probate_next") when "low" <= "by_250" then (select max("k") from (select "mdl_logstore_standard_log"."id" as "k" from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."id" >= (select "low" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1) order by "mdl_logstore_standard_log"."id" limit 250) as "probate_next") else (select max("k") from (select "mdl_logstore_standard_log"."id" as "k" from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."id" >= (select "low" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1) order by "mdl_logstore_standard_log"."id" limit 20000) as "probate_next") end
where "rule" = 'log-one-year' and "entry" = 1 and not ("low" is null);

-- claim: nothing is left, and the next call begins anew
update "probate_retention"
set "last" = -9223372036854775807, "by_1" = -9223372036854775807, "by_10" = -9223372036854775807, "by_250" = -9223372036854775807, "changed" = 0, "started" = null, "finished" = floor(extract(epoch from now()))::bigint, "token" = null
where "rule" = 'log-one-year' and "entry" = 1 and not (not ("low" is null));
commit;

-- the run begins; without a claim everything that follows selects nothing
begin isolation level read committed;
with "made" as (
  insert into "probate_run" ("run", "type", "program", "started")
  select set_config('probate.run', nextval(pg_get_serial_sequence('probate_run', 'run'))::text, true)::bigint, 'retention:log-one-year', 'ba5d1be244f3e258d449da2b2622a9f0971d555382cb93843842eae9ba71b48d', floor(extract(epoch from now()))::bigint
  where exists (select 1 from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "token" = "probate_this_client"() and not ("low" is null))
  returning "run"
)
insert into "probate_assert" ("run", "what", "bad")
select "run", 'the end was reached', 1 from "made";
update "probate_retention"
set "run" = nullif(current_setting('probate.run', true), '')::bigint
where "rule" = 'log-one-year' and "entry" = 1 and "token" = "probate_this_client"() and not ("low" is null) and not (nullif(current_setting('probate.run', true), '')::bigint is null);

-- 1. core_log.actions: delete mdl_logstore_standard_log (components/records.yaml:11)
with "changed" as (
delete from "mdl_logstore_standard_log"
where exists (select 1 from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_logstore_standard_log"."id" >= (select "low" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_logstore_standard_log"."id" <= (select "high" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_logstore_standard_log"."timecreated" > (select 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_logstore_standard_log"."timecreated" < (select extract(epoch from case when extract(day from (cast(to_timestamp("started") at time zone 'UTC' as date) - 0) + 1) = 1 then date_trunc('month', cast((cast(to_timestamp("started") at time zone 'UTC' as date) - 0) as timestamp)) + interval '1 month' - interval '12 months' else (cast(to_timestamp("started") at time zone 'UTC' as date) - 0) - interval '12 months' + interval '1 day' end)::bigint from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint)) is true and not (("mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextinstanceid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."relateduserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."realuserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objectid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 1, 'core_log.actions', 'delete', 'mdl_logstore_standard_log', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- residue: nothing that was decided may be left
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 1 (delete mdl_logstore_standard_log)', (select count(*) from "mdl_logstore_standard_log" where exists (select 1 from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_logstore_standard_log"."id" >= (select "low" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_logstore_standard_log"."id" <= (select "high" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_logstore_standard_log"."timecreated" > (select 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_logstore_standard_log"."timecreated" < (select extract(epoch from case when extract(day from (cast(to_timestamp("started") at time zone 'UTC' as date) - 0) + 1) = 1 then date_trunc('month', cast((cast(to_timestamp("started") at time zone 'UTC' as date) - 0) as timestamp)) + interval '1 month' - interval '12 months' else (cast(to_timestamp("started") at time zone 'UTC' as date) - 0) - interval '12 months' + interval '1 day' end)::bigint from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint)) is true and not (("mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextinstanceid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."relateduserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."realuserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objectid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)))
) as "found" on 1 = 1
where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- how far it is, the run
update "probate_run"
set "finished" = floor(extract(epoch from now()))::bigint, "subjects" = (select count(*) from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
where "run" = nullif(current_setting('probate.run', true), '')::bigint;
update "probate_retention"
set "last" = coalesce("high", "last"), "low" = null, "high" = null, "changed" = "changed" + (select coalesce(sum("changed"), 0) from "probate_result" where "run" = nullif(current_setting('probate.run', true), '')::bigint), "token" = null, "reason" = null
where "rule" = 'log-one-year' and "entry" = 1 and "run" = nullif(current_setting('probate.run', true), '')::bigint;
delete from "probate_batch"
where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- what was done
select "step", "item", "action", "table_name", "changed"
from "probate_result"
where "run" = nullif(current_setting('probate.run', true), '')::bigint
order by "step";

-- what speaks against it: each line undoes the run
select 'undone because of', "what", "bad"
from "probate_check"
where "run" = nullif(current_setting('probate.run', true), '')::bigint and "bad" <> 0
order by "what";

-- the end: nothing left, nobody else's rows touched, every part there; or nothing at all
with "ended" as (
  delete from "probate_assert" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "what" = 'the end was reached' returning "run"
)
insert into "probate_assert" ("run", "what", "bad")
select "run", 'residue and guards', coalesce((select coalesce(sum("bad"), 0) from "probate_check" where "run" = nullif(current_setting('probate.run', true), '')::bigint), 1) from "ended"
union all select "run", 'checks made', coalesce(1 - (select count(*) from "probate_check" where "run" = nullif(current_setting('probate.run', true), '')::bigint), 1) from "ended"
union all select "run", 'steps done', coalesce(1 - (select count(*) from "probate_result" where "run" = nullif(current_setting('probate.run', true), '')::bigint), 1) from "ended"
union all select "run", 'the rows at hand are done', coalesce(1 - (select count(*) from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "run" = nullif(current_setting('probate.run', true), '')::bigint and "low" is null), 1) from "ended";
commit;
