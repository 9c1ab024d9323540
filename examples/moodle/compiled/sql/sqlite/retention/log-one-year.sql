-- Retention rule `log-one-year` (retention.yaml:16).
-- Takes up to 20000 rows of each entry whose time is over, whoever owns them; each entry in one transaction,
-- all or nothing. Run it again until nothing is done.
-- Compiled from the policy; edit that instead.
-- Program ba5d1be244f3e258d449da2b2622a9f0971d555382cb93843842eae9ba71b48d
.bail on
.timeout 15000
.headers off
.mode list
pragma foreign_keys = 1;

-- core_log.actions: mdl_logstore_standard_log (components/records.yaml:11): the mark by which this client knows what it claims
create temp table if not exists "probate_claim" ("one" integer primary key, "token" text not null);
insert or replace into temp."probate_claim" ("one", "token") values (1, lower(hex(randomblob(16))));
begin;

-- claim: how far it is
insert or ignore into "probate_retention" ("rule", "entry", "started")
select 'log-one-year', 1, cast(strftime('%s', 'now') as integer);

-- claim: what a lost run left behind is tried again, fewer rows at a time; one row alone is passed over
update "probate_retention"
set "last" = case when "low" <= "by_1" and not ("high" is null) then "high" else "last" end, "by_1" = case when not ("low" <= "by_1") and "low" <= "by_10" and not ("high" is null) then "high" else "by_1" end, "by_10" = case when not ("low" <= "by_1") and not ("low" <= "by_10") and "low" <= "by_250" and not ("high" is null) then "high" else "by_10" end, "by_250" = case when not ("low" <= "by_1") and not ("low" <= "by_10") and not ("low" <= "by_250") and not ("high" is null) then "high" else "by_250" end, "low" = null, "high" = null, "token" = null
where "rule" = 'log-one-year' and "entry" = 1 and not ("low" is null);

-- claim: the first row whose time is over
update "probate_retention"
set "low" = (select "mdl_logstore_standard_log"."id" from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."id" > (select "last" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1) and ("mdl_logstore_standard_log"."timecreated" > 0 and "mdl_logstore_standard_log"."timecreated" < cast(strftime('%s', case when strftime('%d', cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', '+1 day') = '01' or date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', '-12 months', '+1 day') > date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', 'start of month', '-11 months') then date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', 'start of month', '-11 months') else date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', '-12 months', '+1 day') end) as integer)) is true and not (("mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextinstanceid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."relateduserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."realuserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objectid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true) order by "mdl_logstore_standard_log"."id" limit 1), "token" = (select "token" from temp."probate_claim"), "run" = null
where "rule" = 'log-one-year' and "entry" = 1;

-- claim: after a round that changed something, from the first row again
update "probate_retention"
set "last" = -9223372036854775807, "by_1" = -9223372036854775807, "by_10" = -9223372036854775807, "by_250" = -9223372036854775807
where "rule" = 'log-one-year' and "entry" = 1 and not (not ("low" is null)) and "changed" > 0;
update "probate_retention"
set "low" = (select "mdl_logstore_standard_log"."id" from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."id" > (select "last" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1) and ("mdl_logstore_standard_log"."timecreated" > 0 and "mdl_logstore_standard_log"."timecreated" < cast(strftime('%s', case when strftime('%d', cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', '+1 day') = '01' or date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', '-12 months', '+1 day') > date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', 'start of month', '-11 months') then date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', 'start of month', '-11 months') else date(cast(strftime('%s', 'now') as integer), 'unixepoch', '-0 days', '-12 months', '+1 day') end) as integer)) is true and not (("mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextinstanceid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."relateduserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."realuserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objectid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true) order by "mdl_logstore_standard_log"."id" limit 1), "changed" = 0
where "rule" = 'log-one-year' and "entry" = 1 and not (not ("low" is null)) and "changed" > 0;

-- claim: and so many rows of the table from there on, at most 20000
update "probate_retention"
set "high" = case when "low" <= "by_1" then (select max("k") from (select "mdl_logstore_standard_log"."id" as "k" from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."id" >= (select "low" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1) order by "mdl_logstore_standard_log"."id" limit 1) as "probate_next") when "low" <= "by_10" then (select max("k") from (select "mdl_logstore_standard_log"."id" as "k" from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."id" >= (select "low" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1) order by "mdl_logstore_standard_log"."id" limit 10) as "probate_next") when "low" <= "by_250" then (select max("k") from (select "mdl_logstore_standard_log"."id" as "k" from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."id" >= (select "low" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1) order by "mdl_logstore_standard_log"."id" limit 250) as "probate_next") else (select max("k") from (select "mdl_logstore_standard_log"."id" as "k" from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."id" >= (select "low" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1) order by "mdl_logstore_standard_log"."id" limit 20000) as "probate_next") end
where "rule" = 'log-one-year' and "entry" = 1 and not ("low" is null);

-- claim: nothing is left, and the next call begins anew
update "probate_retention"
set "last" = -9223372036854775807, "by_1" = -9223372036854775807, "by_10" = -9223372036854775807, "by_250" = -9223372036854775807, "changed" = 0, "started" = null, "finished" = cast(strftime('%s', 'now') as integer), "token" = null
where "rule" = 'log-one-year' and "entry" = 1 and not (not ("low" is null));
commit;

-- the run begins; without a claim everything that follows selects nothing
begin;
pragma defer_foreign_keys = 1;
delete from "probate_current";
insert into "probate_current" ("one", "run")
select 1, 1 + coalesce((select max("run") from "probate_run"), 0)
where exists (select 1 from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "token" = (select "token" from temp."probate_claim") and not ("low" is null));
insert into "probate_run" ("run", "type", "program", "started")
select "run", 'retention:log-one-year', 'ba5d1be244f3e258d449da2b2622a9f0971d555382cb93843842eae9ba71b48d', cast(strftime('%s', 'now') as integer) from "probate_current";
update "probate_retention"
set "run" = (select "run" from "probate_current")
where "rule" = 'log-one-year' and "entry" = 1 and "token" = (select "token" from temp."probate_claim") and not ("low" is null) and not ((select "run" from "probate_current") is null);

-- 1. core_log.actions: delete mdl_logstore_standard_log (components/records.yaml:11)
delete from "mdl_logstore_standard_log"
where exists (select 1 from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "run" = (select "run" from "probate_current")) and "mdl_logstore_standard_log"."id" >= (select "low" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "run" = (select "run" from "probate_current")) and "mdl_logstore_standard_log"."id" <= (select "high" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "run" = (select "run" from "probate_current")) and ("mdl_logstore_standard_log"."timecreated" > 0 and "mdl_logstore_standard_log"."timecreated" < (select cast(strftime('%s', case when strftime('%d', "started", 'unixepoch', '-0 days', '+1 day') = '01' or date("started", 'unixepoch', '-0 days', '-12 months', '+1 day') > date("started", 'unixepoch', '-0 days', 'start of month', '-11 months') then date("started", 'unixepoch', '-0 days', 'start of month', '-11 months') else date("started", 'unixepoch', '-0 days', '-12 months', '+1 day') end) as integer) from "probate_run" join "probate_current" using ("run"))) is true and not (("mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextinstanceid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."relateduserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."realuserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objectid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 1, 'core_log.actions', 'delete', 'mdl_logstore_standard_log', changes() from "probate_current";

-- residue: nothing that was decided may be left
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 1 (delete mdl_logstore_standard_log)', (select count(*) from "mdl_logstore_standard_log" where exists (select 1 from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "run" = (select "run" from "probate_current")) and "mdl_logstore_standard_log"."id" >= (select "low" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "run" = (select "run" from "probate_current")) and "mdl_logstore_standard_log"."id" <= (select "high" from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "run" = (select "run" from "probate_current")) and ("mdl_logstore_standard_log"."timecreated" > 0 and "mdl_logstore_standard_log"."timecreated" < (select cast(strftime('%s', case when strftime('%d', "started", 'unixepoch', '-0 days', '+1 day') = '01' or date("started", 'unixepoch', '-0 days', '-12 months', '+1 day') > date("started", 'unixepoch', '-0 days', 'start of month', '-11 months') then date("started", 'unixepoch', '-0 days', 'start of month', '-11 months') else date("started", 'unixepoch', '-0 days', '-12 months', '+1 day') end) as integer) from "probate_run" join "probate_current" using ("run"))) is true and not (("mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextinstanceid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."relateduserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."realuserid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objectid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_logstore_standard_log"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)))
) as "found" on 1 = 1
where "run" = (select "run" from "probate_current");

-- how far it is, the run
update "probate_run"
set "finished" = cast(strftime('%s', 'now') as integer), "subjects" = (select count(*) from "probate_batch" where "run" = (select "run" from "probate_current"))
where "run" = (select "run" from "probate_current");
update "probate_retention"
set "last" = coalesce("high", "last"), "low" = null, "high" = null, "changed" = "changed" + (select coalesce(sum("changed"), 0) from "probate_result" where "run" = (select "run" from "probate_current")), "token" = null, "reason" = null
where "rule" = 'log-one-year' and "entry" = 1 and "run" = (select "run" from "probate_current");
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
union all select "run", 'the rows at hand are done', 1 - (select count(*) from "probate_retention" where "rule" = 'log-one-year' and "entry" = 1 and "run" = (select "run" from "probate_current") and "low" is null) from "probate_current";
delete from "probate_current";
commit;
