-- Purge type `leaver`, for subjects whose status is `left` (notes.yaml:31).
-- Takes up to 50 due requests of this type and carries them out in one transaction, all or nothing.
-- Run it again until nothing is due. Compiled from the policy; edit that instead.
-- Requests that are carried out: manual.
-- Program 5b7ecc08b5862057cbcbfcc1858da1453e6414a70025ba2faac1986a1ab1ef08
.bail on
.timeout 15000
.headers off
.mode list
pragma foreign_keys = 1;

-- the mark by which this client knows what it claims
create temp table if not exists "probate_claim" ("one" integer primary key, "token" text not null);
insert or replace into temp."probate_claim" ("one", "token") values (1, lower(hex(randomblob(16))));
begin;

-- sweep: whoever has left the status since their purge, or is not to be purged by itself, is not looked at any more
update "probate_request"
set "not_before" = null
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver' and "probate_request"."state" = 'done' and "probate_request"."not_before" >= -9223372036854775807 and (not (exists (select 1 from "person" where not ("person"."id" is null) and "person"."active" = 0 and "person"."id" = "probate_request"."subject")) or exists (select 1 from "probate_own_type" where "probate_own_type"."subject" = "probate_request"."subject" and "probate_own_type"."status" = 'left' and ("probate_own_type"."type" is null or "probate_request"."origin" = 'automatic' and "probate_own_type"."type" <> 'leaver')));

-- sweep: whose purge is looked at now
update "probate_request"
set "token" = (select "token" from temp."probate_claim")
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver' and "probate_request"."state" = 'done' and "probate_request"."not_before" <= cast(strftime('%s', 'now') as integer);

-- sweep: of whom there are rows again
update "probate_request"
set "not_before" = -1
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver' and "probate_request"."state" = 'done' and "probate_request"."token" = (select "token" from temp."probate_claim") and ("probate_request"."id" in (select "id" from (select "probate_request"."id" as "id" from "person" join "probate_request" on "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver' and "probate_request"."state" = 'done' and "probate_request"."token" = (select "token" from temp."probate_claim") where "person"."id" = "probate_request"."subject" and ("person"."full_name" is distinct from '' or "person"."email" is distinct from null) union all select "probate_request"."id" from "comment" join "probate_request" on "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver' and "probate_request"."state" = 'done' and "probate_request"."token" = (select "token" from temp."probate_claim") where "comment"."person_id" = "probate_request"."subject" and ("comment"."person_id" is distinct from null or "comment"."body" is distinct from '') union all select "probate_request"."id" from "note" join "probate_request" on "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver' and "probate_request"."state" = 'done' and "probate_request"."token" = (select "token" from temp."probate_claim") where "note"."person_id" = "probate_request"."subject") as "found")) is true;

-- sweep: they are due again, once
insert or ignore into "probate_request" ("kind", "type", "subject", "place", "origin", "state", "asked", "asked_by", "reason")
select "probate_swept"."kind", "probate_swept"."type", "probate_swept"."subject", "probate_swept"."place", "probate_swept"."origin", 'approved', cast(strftime('%s', 'now') as integer), 'probate: sweep', 'swept'
from "probate_request" as "probate_swept"
where "probate_swept"."kind" = 'purge' and "probate_swept"."type" = 'leaver' and "probate_swept"."state" = 'done' and "probate_swept"."token" = (select "token" from temp."probate_claim") and "probate_swept"."not_before" = -1 and "probate_swept"."asked_by" is distinct from 'probate: sweep'
order by "probate_swept"."id";

-- sweep: when they are looked at the next time, if ever
update "probate_request"
set "not_before" = case when "probate_request"."not_before" = -1 then null when cast(strftime('%s', 'now') as integer) - "probate_request"."finished" < 3600 then "probate_request"."finished" + 3600 when cast(strftime('%s', 'now') as integer) - "probate_request"."finished" < 86400 then "probate_request"."finished" + 86400 when cast(strftime('%s', 'now') as integer) - "probate_request"."finished" < 604800 then "probate_request"."finished" + 604800 else null end, "reason" = case when "probate_request"."not_before" = -1 and "probate_request"."asked_by" = 'probate: sweep' then 'comes-back' else "probate_request"."reason" end, "token" = null
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver' and "probate_request"."state" = 'done' and "probate_request"."token" = (select "token" from temp."probate_claim");
commit;
begin;

-- claim: what a lost run left behind goes back, or has failed too often
update "probate_request"
set "state" = case when "attempts" >= 5 then 'failed' else 'approved' end, "reason" = case when "attempts" >= 5 then coalesce("reason", 'attempts') else "reason" end, "finished" = case when "attempts" >= 5 then cast(strftime('%s', 'now') as integer) else "finished" end, "not_before" = cast(strftime('%s', 'now') as integer) + case when "attempts" >= 4 then 3600 when "attempts" >= 3 then 600 when "attempts" >= 2 then 60 else 0 end, "token" = null
where "kind" = 'purge' and "type" = 'leaver' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and "state" = 'running';

-- claim: what names a place that cannot be has failed
update "probate_request"
set "state" = 'failed', "reason" = 'unknown-place', "finished" = cast(strftime('%s', 'now') as integer)
where "kind" = 'purge' and "type" = 'leaver' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and "state" = 'approved' and "place" is distinct from '';

-- claim: fresh requests, at most 50
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = (select "token" from temp."probate_claim")
where "state" in ('approved', 'held') and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'purge' and "type" = 'leaver' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and ("state" = 'approved' and ("not_before" is null or "not_before" <= cast(strftime('%s', 'now') as integer)) or "state" = 'held' and "not_before" <= cast(strftime('%s', 'now') as integer)) and "subject" in (select "person"."id" from "person" where not ("person"."id" is null) and "person"."active" = 0) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) and "attempts" = 0 order by "id" limit 50) as "chosen");

-- claim: or else the one retry with the fewest attempts
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = (select "token" from temp."probate_claim")
where "state" in ('approved', 'held') and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'purge' and "type" = 'leaver' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and ("state" = 'approved' and ("not_before" is null or "not_before" <= cast(strftime('%s', 'now') as integer)) or "state" = 'held' and "not_before" <= cast(strftime('%s', 'now') as integer)) and "subject" in (select "person"."id" from "person" where not ("person"."id" is null) and "person"."active" = 0) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) order by "attempts", "id" limit 1) as "chosen") and not (exists (select "id" from (select "id" from "probate_request" where "token" = (select "token" from temp."probate_claim") and "state" = 'running' limit 1) as "mine"));
commit;

-- the run begins; without a claim everything that follows selects nothing
begin;
pragma defer_foreign_keys = 1;
delete from "probate_current";
insert into "probate_current" ("one", "run")
select 1, 1 + coalesce((select max("run") from "probate_run"), 0)
where exists (select 1 from "probate_request" where "token" = (select "token" from temp."probate_claim") and "state" = 'running');
insert into "probate_run" ("run", "type", "program", "started")
select "run", 'leaver', '5b7ecc08b5862057cbcbfcc1858da1453e6414a70025ba2faac1986a1ab1ef08', cast(strftime('%s', 'now') as integer) from "probate_current";

-- decide: the subjects, with their status checked again
insert into "probate_batch" ("run", "subject", "request", "place")
select (select "run" from "probate_current"), "claimed"."subject", "claimed"."id", "claimed"."place"
from (select "id", "subject", "place" from "probate_request" where "token" = (select "token" from temp."probate_claim") and "state" = 'running' and "type" = 'leaver' and not ((select "run" from "probate_current") is null)) as "claimed"
join "person" on "claimed"."subject" = "person"."id"
where not ("person"."id" is null) and "person"."active" = 0
order by "claimed"."subject";

-- decide: who left the status since the claim is left alone
update "probate_request"
set "state" = 'approved', "attempts" = "attempts" - 1, "token" = null
where "token" = (select "token" from temp."probate_claim") and "state" = 'running' and not ("id" in (select "request" from "probate_batch" where "run" = (select "run" from "probate_current"))) and not ((select "run" from "probate_current") is null);

-- decide: notes.comments: which rows of comment (notes.yaml:19)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 1, "comment"."id"
from "comment"
where "comment"."person_id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -1, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: notes.comments_on_notes: by what comment.note_id is found (notes.yaml:23)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 2, "note"."id"
from "note"
where "note"."person_id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -2, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- guard: comment.note_id -> note: rows of others that refer to rows that go
insert into "probate_check" ("run", "what", "bad")
select "run", 'guard comment.note_id -> note', (select count(*) from "comment" where "comment"."note_id" in (select "note"."id" from "note" where "note"."person_id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))) and not (("comment"."note_id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 2)) is true))
from "probate_run"
where "run" = (select "run" from "probate_current");

-- what the guards say against it
select 'undone because of', "what", "bad"
from "probate_check"
where "run" = (select "run" from "probate_current") and "bad" <> 0
order by "what";

-- 1. notes.comments: overwrite comment (notes.yaml:19)
update "comment"
set "person_id" = null, "body" = ''
where "comment"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 1);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 1, 'notes.comments', 'overwrite', 'comment', changes() from "probate_current";

-- 2. notes.comments_on_notes: delete comment (notes.yaml:23)
delete from "comment"
where "comment"."note_id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 2);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 2, 'notes.comments_on_notes', 'delete', 'comment', changes() from "probate_current";

-- 3. notes.notes: delete note (notes.yaml:14)
delete from "note"
where "note"."person_id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 3, 'notes.notes', 'delete', 'note', changes() from "probate_current";

-- 4. notes.account: overwrite person (notes.yaml:9)
update "person"
set "full_name" = '', "email" = null
where "person"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 4, 'notes.account', 'overwrite', 'person', changes() from "probate_current";

-- residue: nothing that was decided may be left
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 1 (overwrite comment)', (select count(*) from "comment" where "comment"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 1) and ("comment"."person_id" is distinct from null or "comment"."body" is distinct from ''))),
  ('residue of step 1 (overwrite comment, looked for again)', (select count(*) from "comment" where "comment"."person_id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("comment"."person_id" is distinct from null or "comment"."body" is distinct from ''))),
  ('residue of step 2 (delete comment)', (select count(*) from "comment" where "comment"."note_id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 2))),
  ('residue of step 3 (delete note)', (select count(*) from "note" where "note"."person_id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 4 (overwrite person)', (select count(*) from "person" where "person"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("person"."full_name" is distinct from '' or "person"."email" is distinct from null))),
  ('captures in probate_key', 2 - (select count(*) from "probate_key" where "run" = (select "run" from "probate_current") and "capture" < 0))
) as "found" on 1 = 1
where "run" = (select "run" from "probate_current");

-- the ledger, the requests, the run
insert into "probate_ledger" ("run", "request", "type", "program", "at")
select "run", "request", 'leaver', '5b7ecc08b5862057cbcbfcc1858da1453e6414a70025ba2faac1986a1ab1ef08', cast(strftime('%s', 'now') as integer)
from "probate_batch"
where "run" = (select "run" from "probate_current")
order by "subject";
update "probate_request"
set "state" = 'done', "run" = (select "run" from "probate_current"), "finished" = cast(strftime('%s', 'now') as integer), "not_before" = case when exists (select 1 from "person" where not ("person"."id" is null) and "person"."active" = 0 and "person"."id" = "probate_request"."subject") then cast(strftime('%s', 'now') as integer) else null end, "reason" = null, "token" = null
where "id" in (select "request" from "probate_batch" where "run" = (select "run" from "probate_current"));
update "probate_run"
set "finished" = cast(strftime('%s', 'now') as integer), "subjects" = (select count(*) from "probate_batch" where "run" = (select "run" from "probate_current"))
where "run" = (select "run" from "probate_current");
delete from "probate_key"
where "run" = (select "run" from "probate_current");
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
union all select "run", 'checks made', 7 - (select count(*) from "probate_check" where "run" = (select "run" from "probate_current")) from "probate_current"
union all select "run", 'steps done', 4 - (select count(*) from "probate_result" where "run" = (select "run" from "probate_current")) from "probate_current"
union all select "run", 'ledger rows', (select "subjects" from "probate_run" where "run" = (select "run" from "probate_current")) - (select count(*) from "probate_ledger" where "run" = (select "run" from "probate_current")) from "probate_current"
union all select "run", 'requests done', (select "subjects" from "probate_run" where "run" = (select "run" from "probate_current")) - (select count(*) from "probate_request" where "id" in (select "request" from "probate_ledger" where "run" = (select "run" from "probate_current")) and "run" = (select "run" from "probate_current") and "state" in ('done', 'held')) from "probate_current";
delete from "probate_current";
commit;
