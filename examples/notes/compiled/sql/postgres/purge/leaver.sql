-- Purge type `leaver`, for subjects whose status is `left` (notes.yaml:31).
-- Takes up to 50 due requests of this type and carries them out in one transaction, all or nothing.
-- Run it again until nothing is due. Compiled from the policy; edit that instead.
-- Requests that are carried out: manual.
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

-- the mark by which this client knows what it claims
insert into "probate_zero" ("zero")
select 0 where set_config('search_path', quote_ident(current_schema()) || ', pg_temp', false) is null;
insert into "probate_zero" ("zero")
select 0 where set_config('probate.token', gen_random_uuid()::text, false) is null;
begin isolation level read committed;

-- sweep: whoever has left the status since their purge, or is not to be purged by itself, is not looked at any more
update "probate_request"
set "not_before" = null
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver' and "probate_request"."state" = 'done' and "probate_request"."not_before" >= -9223372036854775807 and (not (exists (select 1 from "person" where not ("person"."id" is null) and "person"."active" = 0 and "person"."id" = "probate_request"."subject")) or exists (select 1 from "probate_own_type" where "probate_own_type"."subject" = "probate_request"."subject" and "probate_own_type"."status" = 'left' and ("probate_own_type"."type" is null or "probate_request"."origin" = 'automatic' and "probate_own_type"."type" <> 'leaver')));

-- sweep: whose purge is looked at now
update "probate_request"
set "token" = "probate_this_client"()
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver' and "probate_request"."state" = 'done' and "probate_request"."not_before" <= floor(extract(epoch from now()))::bigint;
analyze "probate_request";

-- sweep: of whom there are rows again
update "probate_request"
set "not_before" = -1
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver' and "probate_request"."state" = 'done' and "probate_request"."token" = "probate_this_client"() and ("probate_request"."id" in (select "id" from (select "probate_request"."id" as "id" from "person" join "probate_request" on "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver' and "probate_request"."state" = 'done' and "probate_request"."token" = "probate_this_client"() where "person"."id" = "probate_request"."subject" and ("person"."full_name" is distinct from '' or "person"."email" is distinct from null) union all select "probate_request"."id" from "comment" join "probate_request" on "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver' and "probate_request"."state" = 'done' and "probate_request"."token" = "probate_this_client"() where "comment"."person_id" = "probate_request"."subject" and ("comment"."person_id" is distinct from null or "comment"."body" is distinct from '') union all select "probate_request"."id" from "note" join "probate_request" on "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver' and "probate_request"."state" = 'done' and "probate_request"."token" = "probate_this_client"() where "note"."person_id" = "probate_request"."subject") as "found")) is true;

-- sweep: they are due again, once
insert into "probate_request" ("kind", "type", "subject", "place", "origin", "state", "asked", "asked_by", "reason")
select "probate_swept"."kind", "probate_swept"."type", "probate_swept"."subject", "probate_swept"."place", "probate_swept"."origin", 'approved', floor(extract(epoch from now()))::bigint, 'probate: sweep', 'swept'
from "probate_request" as "probate_swept"
where "probate_swept"."kind" = 'purge' and "probate_swept"."type" = 'leaver' and "probate_swept"."state" = 'done' and "probate_swept"."token" = "probate_this_client"() and "probate_swept"."not_before" = -1 and "probate_swept"."asked_by" is distinct from 'probate: sweep'
order by "probate_swept"."id"
on conflict do nothing;

-- sweep: when they are looked at the next time, if ever
update "probate_request"
set "not_before" = case when "probate_request"."not_before" = -1 then null when floor(extract(epoch from now()))::bigint - "probate_request"."finished" < 3600 then "probate_request"."finished" + 3600 when floor(extract(epoch from now()))::bigint - "probate_request"."finished" < 86400 then "probate_request"."finished" + 86400 when floor(extract(epoch from now()))::bigint - "probate_request"."finished" < 604800 then "probate_request"."finished" + 604800 else null end, "reason" = case when "probate_request"."not_before" = -1 and "probate_request"."asked_by" = 'probate: sweep' then 'comes-back' else "probate_request"."reason" end, "token" = null
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver' and "probate_request"."state" = 'done' and "probate_request"."token" = "probate_this_client"();
commit;
begin isolation level read committed;
set local synchronous_commit = off;

-- claim: what a lost run left behind goes back, or has failed too often
update "probate_request"
set "state" = case when "attempts" >= 5 then 'failed' else 'approved' end, "reason" = case when "attempts" >= 5 then coalesce("reason", 'attempts') else "reason" end, "finished" = case when "attempts" >= 5 then floor(extract(epoch from now()))::bigint else "finished" end, "not_before" = floor(extract(epoch from now()))::bigint + case when "attempts" >= 4 then 3600 when "attempts" >= 3 then 600 when "attempts" >= 2 then 60 else 0 end, "token" = null
where "kind" = 'purge' and "type" = 'leaver' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and "state" = 'running';

-- claim: what names a place that cannot be has failed
update "probate_request"
set "state" = 'failed', "reason" = 'unknown-place', "finished" = floor(extract(epoch from now()))::bigint
where "kind" = 'purge' and "type" = 'leaver' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and "state" = 'approved' and "place" is distinct from '';

-- claim: fresh requests, at most 50
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = "probate_this_client"()
where "state" in ('approved', 'held') and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'purge' and "type" = 'leaver' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and ("state" = 'approved' and ("not_before" is null or "not_before" <= floor(extract(epoch from now()))::bigint) or "state" = 'held' and "not_before" <= floor(extract(epoch from now()))::bigint) and "subject" in (select "person"."id" from "person" where not ("person"."id" is null) and "person"."active" = 0) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) and "attempts" = 0 order by "id" limit 50) as "chosen");

-- claim: or else the one retry with the fewest attempts
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = "probate_this_client"()
where "state" in ('approved', 'held') and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'purge' and "type" = 'leaver' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and ("state" = 'approved' and ("not_before" is null or "not_before" <= floor(extract(epoch from now()))::bigint) or "state" = 'held' and "not_before" <= floor(extract(epoch from now()))::bigint) and "subject" in (select "person"."id" from "person" where not ("person"."id" is null) and "person"."active" = 0) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) order by "attempts", "id" limit 1) as "chosen") and not (exists (select "id" from (select "id" from "probate_request" where "token" = "probate_this_client"() and "state" = 'running' limit 1) as "mine"));
commit;

-- the run begins; without a claim everything that follows selects nothing
begin isolation level read committed;
with "made" as (
  insert into "probate_run" ("run", "type", "program", "started")
  select set_config('probate.run', nextval(pg_get_serial_sequence('probate_run', 'run'))::text, true)::bigint, 'leaver', '5b7ecc08b5862057cbcbfcc1858da1453e6414a70025ba2faac1986a1ab1ef08', floor(extract(epoch from now()))::bigint
  where exists (select 1 from "probate_request" where "token" = "probate_this_client"() and "state" = 'running')
  returning "run"
)
insert into "probate_assert" ("run", "what", "bad")
select "run", 'the end was reached', 1 from "made";

-- decide: the subjects, with their status checked again
insert into "probate_batch" ("run", "subject", "request", "place")
select nullif(current_setting('probate.run', true), '')::bigint, "claimed"."subject", "claimed"."id", "claimed"."place"
from (select "id", "subject", "place" from "probate_request" where "token" = "probate_this_client"() and "state" = 'running' and "type" = 'leaver' and not (nullif(current_setting('probate.run', true), '')::bigint is null)) as "claimed"
join "person" on "claimed"."subject" = "person"."id"
where not ("person"."id" is null) and "person"."active" = 0
order by "claimed"."subject"
for update;
analyze "probate_batch";

-- decide: who left the status since the claim is left alone
update "probate_request"
set "state" = 'approved', "attempts" = "attempts" - 1, "token" = null
where "token" = "probate_this_client"() and "state" = 'running' and not ("id" in (select "request" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)) and not (nullif(current_setting('probate.run', true), '')::bigint is null);

-- decide: notes.comments: which rows of comment (notes.yaml:19)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 1, "comment"."id"
from "comment"
where "comment"."person_id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -1, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: notes.comments_on_notes: by what comment.note_id is found (notes.yaml:23)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 2, "note"."id"
from "note"
where "note"."person_id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -2, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;
analyze "probate_key";

-- guard: comment.note_id -> note: rows of others that refer to rows that go
insert into "probate_check" ("run", "what", "bad")
select "run", 'guard comment.note_id -> note', (select count(*) from "comment" where "comment"."note_id" in (select "note"."id" from "note" where "note"."person_id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)) and not (("comment"."note_id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 2)) is true))
from "probate_run"
where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- what the guards say against it
select 'undone because of', "what", "bad"
from "probate_check"
where "run" = nullif(current_setting('probate.run', true), '')::bigint and "bad" <> 0
order by "what";

-- 1. notes.comments: overwrite comment (notes.yaml:19)
with "changed" as (
update "comment"
set "person_id" = null, "body" = ''
where "comment"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 1)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 1, 'notes.comments', 'overwrite', 'comment', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 2. notes.comments_on_notes: delete comment (notes.yaml:23)
with "changed" as (
delete from "comment"
where "comment"."note_id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 2)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 2, 'notes.comments_on_notes', 'delete', 'comment', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 3. notes.notes: delete note (notes.yaml:14)
with "changed" as (
delete from "note"
where "note"."person_id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 3, 'notes.notes', 'delete', 'note', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 4. notes.account: overwrite person (notes.yaml:9)
with "changed" as (
update "person"
set "full_name" = '', "email" = null
where "person"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 4, 'notes.account', 'overwrite', 'person', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- residue: nothing that was decided may be left
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 1 (overwrite comment)', (select count(*) from "comment" where "comment"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 1) and ("comment"."person_id" is distinct from null or "comment"."body" is distinct from ''))),
  ('residue of step 1 (overwrite comment, looked for again)', (select count(*) from "comment" where "comment"."person_id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("comment"."person_id" is distinct from null or "comment"."body" is distinct from ''))),
  ('residue of step 2 (delete comment)', (select count(*) from "comment" where "comment"."note_id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 2))),
  ('residue of step 3 (delete note)', (select count(*) from "note" where "note"."person_id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 4 (overwrite person)', (select count(*) from "person" where "person"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("person"."full_name" is distinct from '' or "person"."email" is distinct from null))),
  ('captures in probate_key', 2 - (select count(*) from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" < 0))
) as "found" on 1 = 1
where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- the ledger, the requests, the run
insert into "probate_ledger" ("run", "request", "type", "program", "at")
select "run", "request", 'leaver', '5b7ecc08b5862057cbcbfcc1858da1453e6414a70025ba2faac1986a1ab1ef08', floor(extract(epoch from now()))::bigint
from "probate_batch"
where "run" = nullif(current_setting('probate.run', true), '')::bigint
order by "subject";
update "probate_request"
set "state" = 'done', "run" = nullif(current_setting('probate.run', true), '')::bigint, "finished" = floor(extract(epoch from now()))::bigint, "not_before" = case when exists (select 1 from "person" where not ("person"."id" is null) and "person"."active" = 0 and "person"."id" = "probate_request"."subject") then floor(extract(epoch from now()))::bigint else null end, "reason" = null, "token" = null
where "id" in (select "request" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint);
update "probate_run"
set "finished" = floor(extract(epoch from now()))::bigint, "subjects" = (select count(*) from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
where "run" = nullif(current_setting('probate.run', true), '')::bigint;
delete from "probate_key"
where "run" = nullif(current_setting('probate.run', true), '')::bigint;
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
union all select "run", 'checks made', coalesce(7 - (select count(*) from "probate_check" where "run" = nullif(current_setting('probate.run', true), '')::bigint), 1) from "ended"
union all select "run", 'steps done', coalesce(4 - (select count(*) from "probate_result" where "run" = nullif(current_setting('probate.run', true), '')::bigint), 1) from "ended"
union all select "run", 'ledger rows', coalesce((select "subjects" from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint) - (select count(*) from "probate_ledger" where "run" = nullif(current_setting('probate.run', true), '')::bigint), 1) from "ended"
union all select "run", 'requests done', coalesce((select "subjects" from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint) - (select count(*) from "probate_request" where "id" in (select "request" from "probate_ledger" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "run" = nullif(current_setting('probate.run', true), '')::bigint and "state" in ('done', 'held')), 1) from "ended";
commit;
