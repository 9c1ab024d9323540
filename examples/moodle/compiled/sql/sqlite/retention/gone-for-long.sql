-- Retention rule `gone-for-long` (retention.yaml:33).
-- Puts up to 500 people whose time is over into a status, in one transaction.
-- Run it again until nothing is done.
-- Compiled from the policy; edit that instead.
-- Program ba5d1be244f3e258d449da2b2622a9f0971d555382cb93843842eae9ba71b48d
.bail on
.timeout 15000
.headers off
.mode list
pragma foreign_keys = 1;

-- people: the mark by which this client knows what it claims
create temp table if not exists "probate_claim" ("one" integer primary key, "token" text not null);
insert or replace into temp."probate_claim" ("one", "token") values (1, lower(hex(randomblob(16))));
begin;

-- claim: how far it is
insert or ignore into "probate_retention" ("rule", "entry", "started")
select 'gone-for-long', 1, cast(strftime('%s', 'now') as integer);

-- claim: what a lost run left behind is tried again, fewer rows at a time; one row alone is passed over
update "probate_retention"
set "last" = case when "low" <= "by_1" and not ("high" is null) then "high" else "last" end, "by_1" = case when not ("low" <= "by_1") and "low" <= "by_10" and not ("high" is null) then "high" else "by_1" end, "by_10" = case when not ("low" <= "by_1") and not ("low" <= "by_10") and "low" <= "by_250" and not ("high" is null) then "high" else "by_10" end, "by_250" = case when not ("low" <= "by_1") and not ("low" <= "by_10") and not ("low" <= "by_250") and not ("high" is null) then "high" else "by_250" end, "low" = null, "high" = null, "token" = null
where "rule" = 'gone-for-long' and "entry" = 1 and not ("low" is null);

-- claim: the first row whose time is over
update "probate_retention"
set "low" = case when exists (select 1 from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true) and "mdl_user"."id" in (select "mdl_user"."id" from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and not ("mdl_user"."deleted" = 1) and not ("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1)) and not (("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1) is true) and ("mdl_user"."currentlogin" > 0 and "mdl_user"."currentlogin" < cast(strftime('%s', case when strftime('%d', cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', '+1 day') = '01' or date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', '-36 months', '+1 day') > date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', 'start of month', '-35 months') then date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', 'start of month', '-35 months') else date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', '-36 months', '+1 day') end) as integer)) is true) then 0 else null end, "token" = (select "token" from temp."probate_claim"), "run" = null
where "rule" = 'gone-for-long' and "entry" = 1;

-- claim: nothing is left, and the next call begins anew
update "probate_retention"
set "last" = -9223372036854775807, "by_1" = -9223372036854775807, "by_10" = -9223372036854775807, "by_250" = -9223372036854775807, "changed" = 0, "started" = null, "finished" = cast(strftime('%s', 'now') as integer), "token" = null
where "rule" = 'gone-for-long' and "entry" = 1 and not (not ("low" is null));
commit;

-- the run begins; without a claim everything that follows selects nothing
begin;
pragma defer_foreign_keys = 1;
delete from "probate_current";
insert into "probate_current" ("one", "run")
select 1, 1 + coalesce((select max("run") from "probate_run"), 0)
where exists (select 1 from "probate_retention" where "rule" = 'gone-for-long' and "entry" = 1 and "token" = (select "token" from temp."probate_claim") and not ("low" is null));
insert into "probate_run" ("run", "type", "program", "started")
select "run", 'retention:gone-for-long', 'ba5d1be244f3e258d449da2b2622a9f0971d555382cb93843842eae9ba71b48d', cast(strftime('%s', 'now') as integer) from "probate_current";
update "probate_retention"
set "run" = (select "run" from "probate_current")
where "rule" = 'gone-for-long' and "entry" = 1 and "token" = (select "token" from temp."probate_claim") and not ("low" is null) and not ((select "run" from "probate_current") is null);

-- decide: the people whose time is over
insert into "probate_batch" ("run", "subject", "request", "place")
select (select "run" from "probate_current"), "mdl_user"."id", 0, ''
from "mdl_user"
where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true) and "mdl_user"."id" in (select "mdl_user"."id" from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and not ("mdl_user"."deleted" = 1) and not ("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1)) and not (("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1) is true) and ("mdl_user"."currentlogin" > 0 and "mdl_user"."currentlogin" < cast(strftime('%s', case when strftime('%d', cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', '+1 day') = '01' or date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', '-36 months', '+1 day') > date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', 'start of month', '-35 months') then date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', 'start of month', '-35 months') else date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', '-36 months', '+1 day') end) as integer)) is true and not ((select "run" from "probate_current") is null)
order by "mdl_user"."id"
limit 500;

-- the people become `suspended`
update "mdl_user"
set "suspended" = 1
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and not (("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1) is true);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 1, 'suspended', 'status', 'mdl_user', changes() from "probate_current";

-- transition: what was written must have done it
insert into "probate_check" ("run", "what", "bad")
select "run", 'status suspended', (select count(*) from "probate_batch" where "run" = (select "run" from "probate_current") and not ("subject" in (select "mdl_user"."id" from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and "mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1)))
from "probate_run"
where "run" = (select "run" from "probate_current");

-- since when they are in it
insert or ignore into "probate_subject" ("subject", "status", "since", "legacy")
select "subject", 'suspended', cast(strftime('%s', 'now') as integer), 0
from "probate_batch"
where "run" = (select "run" from "probate_current");

-- how far it is, the run
update "probate_run"
set "finished" = cast(strftime('%s', 'now') as integer), "subjects" = (select count(*) from "probate_batch" where "run" = (select "run" from "probate_current"))
where "run" = (select "run" from "probate_current");
update "probate_retention"
set "last" = coalesce("high", "last"), "low" = null, "high" = null, "changed" = "changed" + (select coalesce(sum("changed"), 0) from "probate_result" where "run" = (select "run" from "probate_current")), "token" = null, "reason" = null
where "rule" = 'gone-for-long' and "entry" = 1 and "run" = (select "run" from "probate_current");
delete from "probate_batch"
where "run" = (select "run" from "probate_current");

-- what was done
select "step", "item", "action", "table_name", "changed"
from "probate_result"
where "run" = (select "run" from "probate_current")
order by "step";

-- what speaks against it: each line undoes the run
select 'undone because of', "what", "bad"
from "probate_check"
where "run" = (select "run" from "probate_current") and "bad" <> 0
order by "what";

-- the end: nothing left, nobody else's rows touched, every part there; or nothing at all
insert or rollback into "probate_assert" ("run", "what", "bad")
select "run", 'residue and guards', (select coalesce(sum("bad"), 0) from "probate_check" where "run" = (select "run" from "probate_current")) from "probate_current"
union all select "run", 'checks made', 1 - (select count(*) from "probate_check" where "run" = (select "run" from "probate_current")) from "probate_current"
union all select "run", 'steps done', 1 - (select count(*) from "probate_result" where "run" = (select "run" from "probate_current")) from "probate_current"
union all select "run", 'the rows at hand are done', 1 - (select count(*) from "probate_retention" where "rule" = 'gone-for-long' and "entry" = 1 and "run" = (select "run" from "probate_current") and "low" is null) from "probate_current";
delete from "probate_current";
commit;
