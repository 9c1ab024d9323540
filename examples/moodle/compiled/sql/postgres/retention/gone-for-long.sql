-- Retention rule `gone-for-long` (retention.yaml:33).
-- Puts up to 500 people whose time is over into a status, in one transaction.
-- Run it again until nothing is done.
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

-- people: the mark by which this client knows what it claims
insert into "probate_zero" ("zero")
select 0 where set_config('search_path', quote_ident(current_schema()) || ', pg_temp', false) is null;
insert into "probate_zero" ("zero")
select 0 where set_config('probate.token', gen_random_uuid()::text, false) is null;
begin isolation level read committed;
set local synchronous_commit = off;

-- claim: how far it is
insert into "probate_retention" ("rule", "entry", "started")
select 'gone-for-long', 1, floor(extract(epoch from now()))::bigint
on conflict do nothing;

-- claim: what a lost run left behind is tried again, fewer rows at a time; one row alone is passed over
update "probate_retention"
set "last" = case when "low" <= "by_1" and not ("high" is null) then "high" else "last" end, "by_1" = case when not ("low" <= "by_1") and "low" <= "by_10" and not ("high" is null) then "high" else "by_1" end, "by_10" = case when not ("low" <= "by_1") and not ("low" <= "by_10") and "low" <= "by_250" and not ("high" is null) then "high" else "by_10" end, "by_250" = case when not ("low" <= "by_1") and not ("low" <= "by_10") and not ("low" <= "by_250") and not ("high" is null) then "high" else "by_250" end, "low" = null, "high" = null, "token" = null
where "rule" = 'gone-for-long' and "entry" = 1 and not ("low" is null);

-- claim: the first row whose time is over
update "probate_retention"
set "low" = case when exists (select 1 from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true) and "mdl_user"."id" in (select "mdl_user"."id" from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and not ("mdl_user"."deleted" = 1) and not ("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1)) and not (("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1) is true) and ("mdl_user"."currentlogin" > (select 0) and "mdl_user"."currentlogin" < (select extract(epoch from case when extract(day from (cast(to_timestamp(floor(extract(epoch from now()))::bigint) at time zone 'UTC' as date) - 0) + 1) = 1 then date_trunc('month', cast((cast(to_timestamp(floor(extract(epoch from now()))::bigint) at time zone 'UTC' as date) - 0) as timestamp)) + interval '1 month' - interval '36 months' else (cast(to_timestamp(floor(extract(epoch from now()))::bigint) at time zone 'UTC' as date) - 0) - interval '36 months' + interval '1 day' end)::bigint)) is true) then 0 else null end, "token" = "probate_this_client"(), "run" = null
where "rule" = 'gone-for-long' and "entry" = 1;

-- claim: nothing is left, and the next call begins anew
update "probate_retention"
set "last" = -9223372036854775807, "by_1" = -9223372036854775807, "by_10" = -9223372036854775807, "by_250" = -9223372036854775807, "changed" = 0, "started" = null, "finished" = floor(extract(epoch from now()))::bigint, "token" = null
where "rule" = 'gone-for-long' and "entry" = 1 and not (not ("low" is null));
commit;

-- the run begins; without a claim everything that follows selects nothing
begin isolation level read committed;
with "made" as (
  insert into "probate_run" ("run", "type", "program", "started")
  select set_config('probate.run', nextval(pg_get_serial_sequence('probate_run', 'run'))::text, true)::bigint, 'retention:gone-for-long', 'ba5d1be244f3e258d449da2b2622a9f0971d555382cb93843842eae9ba71b48d', floor(extract(epoch from now()))::bigint
  where exists (select 1 from "probate_retention" where "rule" = 'gone-for-long' and "entry" = 1 and "token" = "probate_this_client"() and not ("low" is null))
  returning "run"
)
insert into "probate_assert" ("run", "what", "bad")
select "run", 'the end was reached', 1 from "made";
update "probate_retention"
set "run" = nullif(current_setting('probate.run', true), '')::bigint
where "rule" = 'gone-for-long' and "entry" = 1 and "token" = "probate_this_client"() and not ("low" is null) and not (nullif(current_setting('probate.run', true), '')::bigint is null);

-- decide: the people whose time is over
insert into "probate_batch" ("run", "subject", "request", "place")
select nullif(current_setting('probate.run', true), '')::bigint, "mdl_user"."id", 0, ''
from "mdl_user"
where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true) and "mdl_user"."id" in (select "mdl_user"."id" from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and not ("mdl_user"."deleted" = 1) and not ("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1)) and not (("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1) is true) and ("mdl_user"."currentlogin" > (select 0) and "mdl_user"."currentlogin" < (select extract(epoch from case when extract(day from (cast(to_timestamp(floor(extract(epoch from now()))::bigint) at time zone 'UTC' as date) - 0) + 1) = 1 then date_trunc('month', cast((cast(to_timestamp(floor(extract(epoch from now()))::bigint) at time zone 'UTC' as date) - 0) as timestamp)) + interval '1 month' - interval '36 months' else (cast(to_timestamp(floor(extract(epoch from now()))::bigint) at time zone 'UTC' as date) - 0) - interval '36 months' + interval '1 day' end)::bigint)) is true and not (nullif(current_setting('probate.run', true), '')::bigint is null)
order by "mdl_user"."id"
limit 500
for update;
analyze "probate_batch";

-- the people become `suspended`
with "changed" as (
update "mdl_user"
set "suspended" = 1
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 1, 'suspended', 'status', 'mdl_user', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- transition: what was written must have done it
insert into "probate_check" ("run", "what", "bad")
select "run", 'status suspended', (select count(*) from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint and not ("subject" in (select "mdl_user"."id" from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and "mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1)))
from "probate_run"
where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- since when they are in it
insert into "probate_subject" ("subject", "status", "since", "legacy")
select "subject", 'suspended', floor(extract(epoch from now()))::bigint, 0
from "probate_batch"
where "run" = nullif(current_setting('probate.run', true), '')::bigint
on conflict do nothing;

-- how far it is, the run
update "probate_run"
set "finished" = floor(extract(epoch from now()))::bigint, "subjects" = (select count(*) from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
where "run" = nullif(current_setting('probate.run', true), '')::bigint;
update "probate_retention"
set "last" = coalesce("high", "last"), "low" = null, "high" = null, "changed" = "changed" + (select coalesce(sum("changed"), 0) from "probate_result" where "run" = nullif(current_setting('probate.run', true), '')::bigint), "token" = null, "reason" = null
where "rule" = 'gone-for-long' and "entry" = 1 and "run" = nullif(current_setting('probate.run', true), '')::bigint;
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
union all select "run", 'the rows at hand are done', coalesce(1 - (select count(*) from "probate_retention" where "rule" = 'gone-for-long' and "entry" = 1 and "run" = nullif(current_setting('probate.run', true), '')::bigint and "low" is null), 1) from "ended";
commit;
