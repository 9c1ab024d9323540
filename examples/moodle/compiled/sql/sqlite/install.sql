-- The tables of probate for the site `campus`; may run again at any time.
-- Times are seconds since 1970, UTC. Requests are made by inserting into probate_request.
.bail on
.timeout 15000
.headers off
.mode list
pragma foreign_keys = 1;

-- whose tables these are, and of which format
create table if not exists "probate_install" (
  "one" integer not null,
  "format" integer not null,
  "site" text not null,
  "installed" integer not null,
  primary key ("one")
);
insert or ignore into "probate_install" ("one", "format", "site", "installed")
select 1, 5, 'campus', cast(strftime('%s', 'now') as integer)
where not (exists (select 1 from "probate_install"));

-- the run at hand, and what ends it
create table if not exists "probate_never" ("k" integer primary key check ("k" is null));
create table if not exists "probate_current" (
  "one" integer primary key check ("one" = 1),
  "run" integer not null,
  "open" integer not null default 0 references "probate_never" ("k")
);

-- who asks for what, for whom, and how far it is
create table if not exists "probate_request" (
  "id" integer primary key,
  "kind" text not null,
  "type" text not null,
  "subject" integer not null,
  "place" text not null default '',
  "origin" text not null default 'manual',
  "state" text not null default 'requested',
  "attempts" integer not null default 0,
  "asked" integer,
  "asked_by" text,
  "decided" integer,
  "decided_by" text,
  "not_before" integer,
  "reason" text,
  "token" text,
  "run" integer,
  "finished" integer,
  "expires" integer,
  constraint "probate_request_kind" check ("kind" in ('export', 'purge')),
  constraint "probate_request_state" check ("state" in ('requested', 'awaiting_approval', 'approved', 'rejected', 'running', 'done', 'held', 'failed', 'cancelled', 'expired'))
);

-- one unfinished request for a subject, kind, type and place
create unique index if not exists "probate_request_unfinished" on "probate_request" ("kind", "type", "subject", "place") where "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held');

-- one unfinished export for a subject
create unique index if not exists "probate_request_export" on "probate_request" ("subject") where "kind" = 'export' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held');
create index if not exists "probate_request_token" on "probate_request" ("token");
create index if not exists "probate_request_subject" on "probate_request" ("subject");

-- purges that are done and looked at again
create index if not exists "probate_request_swept" on "probate_request" ("not_before");

-- the requests that were noticed when they came in
create table if not exists "probate_told" (
  "request" integer not null,
  "at" integer not null,
  primary key ("request")
);

-- each run of a purge script that had something to do
create table if not exists "probate_run" (
  "run" integer primary key,
  "type" text not null,
  "program" text not null,
  "started" integer not null,
  "finished" integer,
  "subjects" integer
);

-- the subjects of the run at hand; empty between runs
create table if not exists "probate_batch" (
  "run" integer not null,
  "subject" integer not null,
  "request" integer not null,
  "place" text not null default '',
  primary key ("run", "subject")
) without rowid;

-- the rows that the run at hand selected, by their keys; empty between runs
create table if not exists "probate_key" (
  "run" integer not null,
  "capture" integer not null,
  "k" integer not null,
  primary key ("run", "capture", "k")
) without rowid;
create table if not exists "probate_text_key" (
  "run" integer not null,
  "capture" integer not null,
  "k" blob not null,
  primary key ("run", "capture", "k")
) without rowid;
create table if not exists "probate_row_key" (
  "run" integer not null,
  "capture" integer not null,
  "n1" integer not null default 0,
  "n2" integer not null default 0,
  "n3" integer not null default 0,
  "n4" integer not null default 0,
  "t1" blob not null default '',
  "t2" blob not null default '',
  "t3" blob not null default '',
  "t4" blob not null default '',
  primary key ("run", "capture", "n1", "n2", "n3", "n4", "t1", "t2", "t3", "t4")
) without rowid;

-- by what else the subjects of the run at hand are named; empty between runs
create table if not exists "probate_identifier" (
  "run" integer not null,
  "name" text not null,
  "subject" integer not null,
  "value" text not null,
  "shared" integer not null,
  primary key ("run", "name", "subject", "value")
) without rowid;

-- what others must do or be told: notices, recipients, stored files whose bytes must go
create table if not exists "probate_outbox" (
  "id" integer primary key,
  "run" integer not null,
  "kind" text not null,
  "body" text not null,
  "created" integer not null,
  "done" integer
);
create index if not exists "probate_outbox_run" on "probate_outbox" ("run");

-- how many rows each step of a run changed
create table if not exists "probate_result" (
  "run" integer not null,
  "step" integer not null,
  "item" text not null,
  "action" text not null,
  "table_name" text not null,
  "changed" integer not null,
  primary key ("run", "step")
);

-- what must be 0 before a run may end: rows left, rows of others in the way
create table if not exists "probate_check" (
  "run" integer not null,
  "what" text not null,
  "bad" integer not null,
  primary key ("run", "what")
);

-- the assertion: a row that is not 0 undoes the run
create table if not exists "probate_assert" (
  "run" integer not null,
  "what" text not null,
  "bad" integer not null,
  primary key ("run", "what"),
  constraint "probate_must_be_zero" check ("bad" = 0)
);

-- what was purged, when, by which program; only ever appended to
create table if not exists "probate_ledger" (
  "seq" integer primary key,
  "run" integer not null,
  "request" integer not null,
  "type" text not null,
  "program" text not null,
  "at" integer not null
);
create index if not exists "probate_ledger_run" on "probate_ledger" ("run");

-- how far the runs of retention rules are
create table if not exists "probate_retention" (
  "rule" text not null,
  "entry" integer not null,
  "last" integer not null default -9223372036854775807,
  "low" integer,
  "high" integer,
  "by_250" integer not null default -9223372036854775807,
  "by_10" integer not null default -9223372036854775807,
  "by_1" integer not null default -9223372036854775807,
  "changed" integer not null default 0,
  "started" integer,
  "finished" integer,
  "token" text,
  "run" integer,
  "reason" text,
  primary key ("rule", "entry")
);

-- who is under which legal hold; only ever appended to, and lifted
create table if not exists "probate_hold" (
  "id" integer primary key,
  "hold" text not null,
  "subject" integer not null,
  "placed" integer not null,
  "placed_by" text,
  "because" text,
  "lifted" integer,
  "lifted_by" text,
  "lifted_because" text
);
create unique index if not exists "probate_hold_open" on "probate_hold" ("hold", "subject") where "lifted" is null;

-- what waits for a person before it goes by its age
create table if not exists "probate_offer" (
  "id" integer primary key,
  "rule" text not null,
  "kind" text not null,
  "context" text not null default '',
  "unit" text not null default '',
  "subject" integer,
  "found" integer not null,
  "offered" integer not null,
  "state" text not null,
  "decided" integer,
  "decided_by" text,
  "begun" integer,
  "ended" integer,
  "reason" text,
  "program" text not null,
  constraint "probate_offer_state" check ("state" in ('offered', 'approved', 'held', 'rejected', 'void', 'done'))
);

-- one standing offer for a rule and what it is about
create unique index if not exists "probate_offer_standing" on "probate_offer" ("rule", "kind", "unit") where "state" in ('offered', 'approved', 'held', 'rejected');

-- what a run did not take, and why
create table if not exists "probate_kept" (
  "id" integer primary key,
  "run" integer not null,
  "subject" integer not null,
  "item" text not null,
  "table_name" text not null,
  "kind" text not null,
  "because" text not null,
  "kept" integer not null,
  "ends" integer
);
create index if not exists "probate_kept_run" on "probate_kept" ("run", "subject");

-- since when people are in a status that has automatic types
create table if not exists "probate_subject" (
  "subject" integer not null,
  "status" text not null,
  "since" integer not null,
  "legacy" integer not null,
  primary key ("subject", "status")
);

-- since when a status has a default type
create table if not exists "probate_default" (
  "status" text not null,
  "since" integer not null,
  primary key ("status")
);

-- whose type for a status is another than the default, or none
create table if not exists "probate_own_type" (
  "subject" integer not null,
  "status" text not null,
  "type" text,
  "since" integer not null,
  "set_by" text,
  primary key ("subject", "status")
);

-- who was rid of an item whose rows have several owners: they own them no more
create table if not exists "probate_taken" (
  "item" text not null,
  "subject" integer not null,
  "status" text not null,
  "run" integer not null,
  primary key ("item", "subject", "status")
);

-- report: exports, pending and complete
drop view if exists "probate_report_exports";
create view "probate_report_exports" as
select "probate_request"."id" as "id", "probate_request"."type" as "type", "probate_request"."subject" as "subject", "probate_request"."origin" as "origin", "probate_request"."state" as "state", "probate_request"."attempts" as "attempts", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_request"."asked", 'unixepoch') as "asked", "probate_request"."asked_by" as "asked_by", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_request"."decided", 'unixepoch') as "decided", "probate_request"."decided_by" as "decided_by", case when "probate_request"."state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') then strftime('%Y-%m-%dT%H:%M:%SZ', "probate_request"."not_before", 'unixepoch') else null end as "not_before", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_request"."finished", 'unixepoch') as "finished", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_request"."expires", 'unixepoch') as "expires", "probate_request"."reason" as "reason"
from "probate_request"
where "probate_request"."kind" = 'export';

-- report: purges, pending and complete; rows and people are those of the whole run
drop view if exists "probate_report_purges";
create view "probate_report_purges" as
select "probate_request"."id" as "id", "probate_request"."type" as "type", "probate_request"."subject" as "subject", case when "probate_request"."place" = '' then null else "probate_request"."place" end as "place", "probate_request"."origin" as "origin", "probate_request"."state" as "state", "probate_request"."attempts" as "attempts", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_request"."asked", 'unixepoch') as "asked", "probate_request"."asked_by" as "asked_by", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_request"."decided", 'unixepoch') as "decided", "probate_request"."decided_by" as "decided_by", case when "probate_request"."state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') then strftime('%Y-%m-%dT%H:%M:%SZ', "probate_request"."not_before", 'unixepoch') else null end as "not_before", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_request"."finished", 'unixepoch') as "finished", "probate_request"."run" as "run", (select "probate_run"."subjects" from "probate_run" where "probate_run"."run" = "probate_request"."run") as "run_people", case when "probate_request"."run" is null then null else (select coalesce(sum("probate_result"."changed"), 0) from "probate_result" where "probate_result"."run" = "probate_request"."run") end as "run_rows", "probate_request"."reason" as "reason"
from "probate_request"
where "probate_request"."kind" = 'purge';

-- report: what failed, what is tried again, and what came back after a sweep
drop view if exists "probate_report_failures";
create view "probate_report_failures" as
select "probate_request"."id" as "id", "probate_request"."kind" as "kind", "probate_request"."type" as "type", "probate_request"."subject" as "subject", case when "probate_request"."place" = '' then null else "probate_request"."place" end as "place", case when "probate_request"."state" = 'failed' then 'failed' when "probate_request"."state" = 'approved' and "probate_request"."attempts" > 0 or "probate_request"."state" = 'running' and "probate_request"."attempts" > 1 then 'tried again' else 'comes back' end as "what", "probate_request"."attempts" as "attempts", case when "probate_request"."state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') then strftime('%Y-%m-%dT%H:%M:%SZ', "probate_request"."not_before", 'unixepoch') else null end as "not_before", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_request"."finished", 'unixepoch') as "finished", "probate_request"."reason" as "reason"
from "probate_request"
where "probate_request"."state" = 'failed' or ("probate_request"."state" = 'approved' and "probate_request"."attempts" > 0 or "probate_request"."state" = 'running' and "probate_request"."attempts" > 1) or "probate_request"."state" = 'done' and "probate_request"."reason" = 'comes-back';

-- report: the types, how they may be asked for, and how many requests there are
drop view if exists "probate_report_types";
create view "probate_report_types" as
select "listed"."column1" as "kind", "listed"."column2" as "type", "listed"."column3" as "title", "listed"."column4" as "status", "listed"."column5" as "uses", "listed"."column6" as "approval", "listed"."column7" as "is_default", (select count(*) from "probate_request" where "probate_request"."kind" = "listed"."column1" and "probate_request"."type" = "listed"."column2" and "probate_request"."state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held')) as "open", (select count(*) from "probate_request" where "probate_request"."kind" = "listed"."column1" and "probate_request"."type" = "listed"."column2" and "probate_request"."state" in ('done', 'expired')) as "done", (select count(*) from "probate_request" where "probate_request"."kind" = "listed"."column1" and "probate_request"."type" = "listed"."column2" and "probate_request"."state" in ('failed')) as "failed"
from (values
  ('export', 'essentials', 'My account, my texts and my grades', '', 'officer', 'none', 'no'),
  ('export', 'everything', 'All my data', '', 'officer', 'none', 'no'),
  ('purge', 'active-cleanup', 'Tidy up an account in use', 'active', 'manual', 'none', 'no'),
  ('purge', 'leaver-full', 'Deleted account', 'deleted', 'manual', 'none', 'no'),
  ('purge', 'leaver-full-unassigned', 'Deleted account, nothing handed over', 'deleted', 'manual', 'none', 'no'),
  ('purge', 'leaver-light', 'Suspended account', 'suspended', 'manual', 'none', 'no')
) as "listed";

-- report: people whose status was noticed, and what was purged of them; never others
drop view if exists "probate_report_deleted";
create view "probate_report_deleted" as
select "probate_subject"."subject" as "subject", "probate_subject"."status" as "status", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_subject"."since", 'unixepoch') as "noticed", case when "probate_subject"."legacy" = 1 then 'yes' else 'no' end as "legacy", coalesce((select coalesce("probate_own_type"."type", '(never)') from "probate_own_type" where "probate_subject"."subject" = "probate_own_type"."subject" and "probate_own_type"."status" = "probate_subject"."status"), null) as "type", (select "probate_request"."type" from "probate_request" where "probate_request"."id" = (select max("probate_last"."id") from "probate_request" as "probate_last" where "probate_last"."kind" = 'purge' and "probate_subject"."subject" = "probate_last"."subject" and "probate_last"."state" in ('done', 'held'))) as "purged_by", (select strftime('%Y-%m-%dT%H:%M:%SZ', "probate_request"."finished", 'unixepoch') from "probate_request" where "probate_request"."id" = (select max("probate_last"."id") from "probate_request" as "probate_last" where "probate_last"."kind" = 'purge' and "probate_subject"."subject" = "probate_last"."subject" and "probate_last"."state" in ('done', 'held'))) as "purged", (select "probate_request"."state" from "probate_request" where "probate_request"."id" = (select max("probate_last"."id") from "probate_request" as "probate_last" where "probate_last"."kind" = 'purge' and "probate_subject"."subject" = "probate_last"."subject" and "probate_last"."state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held'))) as "open"
from "probate_subject";

-- report: whose purge kept something back, and why
drop view if exists "probate_report_kept";
create view "probate_report_kept" as
select "probate_request"."id" as "id", "probate_request"."type" as "type", "probate_request"."subject" as "subject", case when "probate_request"."place" = '' then null else "probate_request"."place" end as "place", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_request"."finished", 'unixepoch') as "since", "probate_request"."run" as "run", "probate_request"."reason" as "reason"
from "probate_request"
where "probate_request"."kind" = 'purge' and "probate_request"."state" = 'held';

-- report: how many rows a duty or a hold keeps of whom, and until when
drop view if exists "probate_report_kept_rows";
create view "probate_report_kept_rows" as
select "probate_request"."id" as "id", "probate_request"."type" as "type", "probate_request"."subject" as "subject", "probate_kept"."item" as "item", "probate_kept"."table_name" as "table", "probate_kept"."kind" as "kind", "probate_kept"."because" as "because", "probate_kept"."kept" as "rows", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_kept"."ends", 'unixepoch') as "until"
from "probate_request"
join "probate_kept" as "probate_kept" on "probate_kept"."run" = "probate_request"."run" and "probate_kept"."subject" = "probate_request"."subject"
where "probate_request"."kind" = 'purge' and "probate_request"."state" = 'held';

-- report: what was offered by its age, who decided about it, and what has become of it
drop view if exists "probate_report_offers";
create view "probate_report_offers" as
select "probate_offer"."id" as "id", "probate_offer"."rule" as "rule", "probate_offer"."kind" as "kind", "probate_offer"."context" as "context", "probate_offer"."unit" as "unit", "probate_offer"."subject" as "subject", "probate_offer"."found" as "rows", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_offer"."offered", 'unixepoch') as "offered", "probate_offer"."state" as "state", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_offer"."decided", 'unixepoch') as "decided", "probate_offer"."decided_by" as "decided_by", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_offer"."begun", 'unixepoch') as "begun", strftime('%Y-%m-%dT%H:%M:%SZ', "probate_offer"."ended", 'unixepoch') as "ended", "probate_offer"."reason" as "reason"
from "probate_offer";

-- tables of an older format have what they lacked
update "probate_install"
set "format" = 5
where "format" >= 3 and "format" < 5;
