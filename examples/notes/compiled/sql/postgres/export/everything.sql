-- Export type `everything` (notes.yaml:25).
-- Takes one approved request of this type and prints one JSON object a line.
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
set local synchronous_commit = off;

-- claim: what a lost run left behind goes back, or has failed too often
update "probate_request"
set "state" = case when "attempts" >= 5 then 'failed' else 'approved' end, "reason" = case when "attempts" >= 5 then coalesce("reason", 'attempts') else "reason" end, "finished" = case when "attempts" >= 5 then floor(extract(epoch from now()))::bigint else "finished" end, "not_before" = floor(extract(epoch from now()))::bigint + case when "attempts" >= 4 then 3600 when "attempts" >= 3 then 600 when "attempts" >= 2 then 60 else 0 end, "token" = null
where "kind" = 'export' and "type" = 'everything' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and "state" = 'running';

-- claim: what names a place that cannot be has failed
update "probate_request"
set "state" = 'failed', "reason" = 'unknown-place', "finished" = floor(extract(epoch from now()))::bigint
where "kind" = 'export' and "type" = 'everything' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and "state" = 'approved' and "place" is distinct from '';

-- claim: fresh requests, at most 1
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = "probate_this_client"()
where "state" = 'approved' and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'export' and "type" = 'everything' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and "state" = 'approved' and ("not_before" is null or "not_before" <= floor(extract(epoch from now()))::bigint) and "subject" in (select "person"."id" from "person" where not ("person"."id" is null)) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) and "attempts" = 0 order by "id" limit 1) as "chosen");

-- claim: or else the one retry with the fewest attempts
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = "probate_this_client"()
where "state" = 'approved' and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'export' and "type" = 'everything' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and "state" = 'approved' and ("not_before" is null or "not_before" <= floor(extract(epoch from now()))::bigint) and "subject" in (select "person"."id" from "person" where not ("person"."id" is null)) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) order by "attempts", "id" limit 1) as "chosen") and not (exists (select "id" from (select "id" from "probate_request" where "token" = "probate_this_client"() and "state" = 'running' limit 1) as "mine"));
commit;

-- the export reads one state of the database
begin isolation level repeatable read;

-- what this is
select json_build_object('export', 'everything', 'site', 'notes', 'program', '5b7ecc08b5862057cbcbfcc1858da1453e6414a70025ba2faac1986a1ab1ef08', 'subject', case when "subject" between -9007199254740991 and 9007199254740991 then to_json("subject") else to_json("subject"::text) end)
from "probate_request"
where "token" = "probate_this_client"() and "state" = 'running';

-- notes.account: person (notes.yaml:9)
select json_build_object('item', 'notes.account', 'list', 'person', 'row', json_build_object('username', "person"."username", 'full_name', "person"."full_name", 'email', "person"."email", 'created_at', case when isfinite("person"."created_at") then replace(replace("person"."created_at"::text, '+00', ''), ' ', 'T') || 'Z' else "person"."created_at"::text end))
from "person"
where "person"."id" in (select "subject" from "probate_request" where "token" = "probate_this_client"() and "state" = 'running')
order by "person"."id";

-- notes.comments: comment (notes.yaml:19)
select json_build_object('item', 'notes.comments', 'list', 'comment', 'row', json_build_object('note_id', case when "comment"."note_id" between -9007199254740991 and 9007199254740991 then to_json("comment"."note_id") else to_json("comment"."note_id"::text) end, 'body', "comment"."body", 'written_at', case when isfinite("comment"."written_at") then replace(replace("comment"."written_at"::text, '+00', ''), ' ', 'T') || 'Z' else "comment"."written_at"::text end))
from "comment"
where "comment"."person_id" in (select "subject" from "probate_request" where "token" = "probate_this_client"() and "state" = 'running')
order by "comment"."id";

-- notes.notes: note (notes.yaml:14)
select json_build_object('item', 'notes.notes', 'list', 'note', 'row', json_build_object('id', case when "note"."id" between -9007199254740991 and 9007199254740991 then to_json("note"."id") else to_json("note"."id"::text) end, 'title', "note"."title", 'body', "note"."body", 'pinned', "note"."pinned", 'changed_at', case when isfinite("note"."changed_at") then replace(replace("note"."changed_at"::text, '+00', ''), ' ', 'T') || 'Z' else "note"."changed_at"::text end))
from "note"
where "note"."person_id" in (select "subject" from "probate_request" where "token" = "probate_this_client"() and "state" = 'running')
order by "note"."id";

-- done; the archive expires
update "probate_request"
set "state" = 'done', "finished" = floor(extract(epoch from now()))::bigint, "expires" = floor(extract(epoch from now()))::bigint + 432000, "token" = null
where "token" = "probate_this_client"() and "state" = 'running';
commit;
