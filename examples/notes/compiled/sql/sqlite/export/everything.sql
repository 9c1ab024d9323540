-- Export type `everything` (notes.yaml:25).
-- Takes one approved request of this type and prints one JSON object a line.
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

-- claim: what a lost run left behind goes back, or has failed too often
update "probate_request"
set "state" = case when "attempts" >= 5 then 'failed' else 'approved' end, "reason" = case when "attempts" >= 5 then coalesce("reason", 'attempts') else "reason" end, "finished" = case when "attempts" >= 5 then cast(strftime('%s', 'now') as integer) else "finished" end, "not_before" = cast(strftime('%s', 'now') as integer) + case when "attempts" >= 4 then 3600 when "attempts" >= 3 then 600 when "attempts" >= 2 then 60 else 0 end, "token" = null
where "kind" = 'export' and "type" = 'everything' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and "state" = 'running';

-- claim: what names a place that cannot be has failed
update "probate_request"
set "state" = 'failed', "reason" = 'unknown-place', "finished" = cast(strftime('%s', 'now') as integer)
where "kind" = 'export' and "type" = 'everything' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and "state" = 'approved' and "place" is distinct from '';

-- claim: fresh requests, at most 1
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = (select "token" from temp."probate_claim")
where "state" = 'approved' and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'export' and "type" = 'everything' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and "state" = 'approved' and ("not_before" is null or "not_before" <= cast(strftime('%s', 'now') as integer)) and "subject" in (select "person"."id" from "person" where not ("person"."id" is null)) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) and "attempts" = 0 order by "id" limit 1) as "chosen");

-- claim: or else the one retry with the fewest attempts
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = (select "token" from temp."probate_claim")
where "state" = 'approved' and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'export' and "type" = 'everything' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and "state" = 'approved' and ("not_before" is null or "not_before" <= cast(strftime('%s', 'now') as integer)) and "subject" in (select "person"."id" from "person" where not ("person"."id" is null)) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) order by "attempts", "id" limit 1) as "chosen") and not (exists (select "id" from (select "id" from "probate_request" where "token" = (select "token" from temp."probate_claim") and "state" = 'running' limit 1) as "mine"));
commit;

-- the export reads one state of the database
begin;

-- what this is
select json_object('export', 'everything', 'site', 'notes', 'program', '5b7ecc08b5862057cbcbfcc1858da1453e6414a70025ba2faac1986a1ab1ef08', 'subject', case when "subject" between -9007199254740991 and 9007199254740991 then "subject" else cast("subject" as text) end)
from "probate_request"
where "token" = (select "token" from temp."probate_claim") and "state" = 'running';

-- notes.account: person (notes.yaml:9)
select json_object('item', 'notes.account', 'list', 'person', 'row', json_object('username', "person"."username", 'full_name', "person"."full_name", 'email', "person"."email", 'created_at', case when substr("person"."created_at", 11, 1) = ' ' and ltrim(substr("person"."created_at", 20), '.0123456789') = '' then replace("person"."created_at", ' ', 'T') || 'Z' else "person"."created_at" end))
from "person"
where "person"."id" in (select "subject" from "probate_request" where "token" = (select "token" from temp."probate_claim") and "state" = 'running')
order by "person"."id";

-- notes.comments: comment (notes.yaml:19)
select json_object('item', 'notes.comments', 'list', 'comment', 'row', json_object('note_id', case when "comment"."note_id" between -9007199254740991 and 9007199254740991 then "comment"."note_id" else cast("comment"."note_id" as text) end, 'body', "comment"."body", 'written_at', case when substr("comment"."written_at", 11, 1) = ' ' and ltrim(substr("comment"."written_at", 20), '.0123456789') = '' then replace("comment"."written_at", ' ', 'T') || 'Z' else "comment"."written_at" end))
from "comment"
where "comment"."person_id" in (select "subject" from "probate_request" where "token" = (select "token" from temp."probate_claim") and "state" = 'running')
order by "comment"."id";

-- notes.notes: note (notes.yaml:14)
select json_object('item', 'notes.notes', 'list', 'note', 'row', json_object('id', case when "note"."id" between -9007199254740991 and 9007199254740991 then "note"."id" else cast("note"."id" as text) end, 'title', "note"."title", 'body', "note"."body", 'pinned', case "note"."pinned" when 0 then json('false') when 1 then json('true') else "note"."pinned" end, 'changed_at', case when substr("note"."changed_at", 11, 1) = ' ' and ltrim(substr("note"."changed_at", 20), '.0123456789') = '' then replace("note"."changed_at", ' ', 'T') || 'Z' else "note"."changed_at" end))
from "note"
where "note"."person_id" in (select "subject" from "probate_request" where "token" = (select "token" from temp."probate_claim") and "state" = 'running')
order by "note"."id";

-- done; the archive expires
update "probate_request"
set "state" = 'done', "finished" = cast(strftime('%s', 'now') as integer), "expires" = cast(strftime('%s', 'now') as integer) + 432000, "token" = null
where "token" = (select "token" from temp."probate_claim") and "state" = 'running';
commit;
