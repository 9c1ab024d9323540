-- Purge type `active-cleanup`, for subjects whose status is `active` (types.yaml:24).
-- Takes up to 50 due requests of this type and carries them out in one transaction, all or nothing.
-- Run it again until nothing is due. Compiled from the policy; edit that instead.
-- Requests that are carried out: manual.
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

-- the mark by which this client knows what it claims
insert into "probate_zero" ("zero")
select 0 where set_config('search_path', quote_ident(current_schema()) || ', pg_temp', false) is null;
insert into "probate_zero" ("zero")
select 0 where set_config('probate.token', gen_random_uuid()::text, false) is null;
begin isolation level read committed;

-- outbox: notices of requests that are new
update "probate_request"
set "asked" = coalesce("asked", floor(extract(epoch from now()))::bigint)
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'active-cleanup' and "probate_request"."state" in ('requested', 'awaiting_approval', 'approved') and "probate_request"."attempts" = 0 and not (exists (select 1 from "probate_told" where "probate_told"."request" = "probate_request"."id")) and not (exists (select 1 from "probate_outbox" where "probate_outbox"."run" = 0 - "probate_request"."id" and "probate_outbox"."kind" = 'notice' and starts_with("probate_outbox"."body", '{"notice":"request-received",')));
insert into "probate_outbox" ("run", "kind", "body", "created")
select 0 - "probate_asked"."request", 'notice', '{"notice":"request-received","to":"controller","locale":"en","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"title":"Request ' || cast("probate_asked"."request" as text) || ': Tidy up an account in use","body":"User ' || left(right(to_json(coalesce(cast("probate_asked"."subject" as text) collate "C", ''))::text, -1), -1) || ' is concerned. Whether it needs an approval is shown by `probate request list`."}', floor(extract(epoch from now()))::bigint
from (select "id" as "request", "subject" as "subject", "reason" as "reason", "expires" as "expires" from "probate_request" where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'active-cleanup' and "probate_request"."state" in ('requested', 'awaiting_approval', 'approved') and "probate_request"."attempts" = 0 and not (exists (select 1 from "probate_told" where "probate_told"."request" = "probate_request"."id")) and not (exists (select 1 from "probate_outbox" where "probate_outbox"."run" = 0 - "probate_request"."id" and "probate_outbox"."kind" = 'notice' and starts_with("probate_outbox"."body", '{"notice":"request-received",'))) and (not ("probate_request"."origin" in ('automatic', 'retention', 'legacy')) or "probate_request"."state" <> 'approved')) as "probate_asked";
insert into "probate_told" ("request", "at")
select "probate_request"."id", floor(extract(epoch from now()))::bigint
from "probate_request"
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'active-cleanup' and "probate_request"."state" in ('requested', 'awaiting_approval', 'approved') and "probate_request"."attempts" = 0 and not (exists (select 1 from "probate_told" where "probate_told"."request" = "probate_request"."id")) and exists (select 1 from "probate_outbox" where "probate_outbox"."run" = 0 - "probate_request"."id" and "probate_outbox"."kind" = 'notice' and starts_with("probate_outbox"."body", '{"notice":"request-received",'))
on conflict do nothing;
commit;
begin isolation level read committed;
set local synchronous_commit = off;

-- claim: what a lost run left behind goes back, or has failed too often
update "probate_request"
set "state" = case when "attempts" >= 5 then 'failed' else 'approved' end, "reason" = case when "attempts" >= 5 then coalesce("reason", 'attempts') else "reason" end, "finished" = case when "attempts" >= 5 then floor(extract(epoch from now()))::bigint else "finished" end, "not_before" = floor(extract(epoch from now()))::bigint + case when "attempts" >= 4 then 3600 when "attempts" >= 3 then 600 when "attempts" >= 2 then 60 else 0 end, "token" = null
where "kind" = 'purge' and "type" = 'active-cleanup' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and "state" = 'running';

-- claim: what names a place that cannot be has failed
update "probate_request"
set "state" = 'failed', "reason" = 'unknown-place', "finished" = floor(extract(epoch from now()))::bigint
where "kind" = 'purge' and "type" = 'active-cleanup' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and "state" = 'approved' and "place" is distinct from '';

-- claim: fresh requests, at most 50
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = "probate_this_client"()
where "state" in ('approved', 'held') and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'purge' and "type" = 'active-cleanup' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and ("state" = 'approved' and ("not_before" is null or "not_before" <= floor(extract(epoch from now()))::bigint) or "state" = 'held' and "not_before" <= floor(extract(epoch from now()))::bigint) and "subject" in (select "mdl_user"."id" from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and not ("mdl_user"."deleted" = 1) and not ("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1) and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true)) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) and "attempts" = 0 order by "id" limit 50) as "chosen");

-- claim: or else the one retry with the fewest attempts
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = "probate_this_client"()
where "state" in ('approved', 'held') and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'purge' and "type" = 'active-cleanup' and "state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held') and ("state" = 'approved' and ("not_before" is null or "not_before" <= floor(extract(epoch from now()))::bigint) or "state" = 'held' and "not_before" <= floor(extract(epoch from now()))::bigint) and "subject" in (select "mdl_user"."id" from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and not ("mdl_user"."deleted" = 1) and not ("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1) and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true)) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) order by "attempts", "id" limit 1) as "chosen") and not (exists (select "id" from (select "id" from "probate_request" where "token" = "probate_this_client"() and "state" = 'running' limit 1) as "mine"));
commit;

-- the run begins; without a claim everything that follows selects nothing
begin isolation level read committed;
with "made" as (
  insert into "probate_run" ("run", "type", "program", "started")
  select set_config('probate.run', nextval(pg_get_serial_sequence('probate_run', 'run'))::text, true)::bigint, 'active-cleanup', 'ba5d1be244f3e258d449da2b2622a9f0971d555382cb93843842eae9ba71b48d', floor(extract(epoch from now()))::bigint
  where exists (select 1 from "probate_request" where "token" = "probate_this_client"() and "state" = 'running')
  returning "run"
)
insert into "probate_assert" ("run", "what", "bad")
select "run", 'the end was reached', 1 from "made";

-- decide: the subjects, with their status checked again
insert into "probate_batch" ("run", "subject", "request", "place")
select nullif(current_setting('probate.run', true), '')::bigint, "claimed"."subject", "claimed"."id", "claimed"."place"
from (select "id", "subject", "place" from "probate_request" where "token" = "probate_this_client"() and "state" = 'running' and "type" = 'active-cleanup' and not (nullif(current_setting('probate.run', true), '')::bigint is null)) as "claimed"
join "mdl_user" on "claimed"."subject" = "mdl_user"."id"
where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and not ("mdl_user"."deleted" = 1) and not ("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1) and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true)
order by "claimed"."subject"
for update;
analyze "probate_batch";

-- decide: who left the status since the claim is left alone
update "probate_request"
set "state" = 'approved', "attempts" = "attempts" - 1, "token" = null
where "token" = "probate_this_client"() and "state" = 'running' and not ("id" in (select "request" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)) and not (nullif(current_setting('probate.run', true), '')::bigint is null);

-- decide: core_notification.received: which rows of mdl_notifications (components/messaging.yaml:75)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 1, "mdl_notifications"."id"
from "mdl_notifications"
where "mdl_notifications"."useridto" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -1, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_notification.received: mdl_notifications: those that a duty or a hold keeps (components/messaging.yaml:75)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 2, "mdl_notifications"."id"
from "mdl_notifications"
where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 1) and (("mdl_notifications"."useridfrom" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_notifications"."contexturl" collate "C" like ('%' || '/user/profile.php?id=' || '%') and exists (select 1 from "mdl_user" as "probate_bearer" where not ('%' || '/user/profile.php?id=' || replace(replace(replace(cast("probate_bearer"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') is null) and '%' || '/user/profile.php?id=' || replace(replace(replace(cast("probate_bearer"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') <> '' and not ('%' || '/user/profile.php?id=' || replace(replace(replace(cast("probate_bearer"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') in ('0')) and "probate_bearer"."id" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null) and "mdl_notifications"."contexturl" collate "C" like ('%' || '/user/profile.php?id=' || replace(replace(replace(cast("probate_bearer"."id" as text), '\', '\\'), '%', '\%'), '_', '\_')))) is true or ("mdl_notifications"."useridto" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
union all select "run", -2, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_notification.received: mdl_notifications: those that nothing keeps (components/messaging.yaml:75)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 3, "mdl_notifications"."id"
from "mdl_notifications"
where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 1) and not ("mdl_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 2))
union all select "run", -3, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_notification.received: mdl_message_popup_notifications: those that a duty or a hold keeps (components/messaging.yaml:80)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 4, "mdl_message_popup_notifications"."id"
from "mdl_message_popup_notifications"
where "mdl_message_popup_notifications"."notificationid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 3) and (("mdl_message_popup_notifications"."notificationid" in (select "mdl_notifications"."id" from "mdl_notifications" where "mdl_notifications"."useridfrom" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null))) is true or ("mdl_message_popup_notifications"."notificationid" in (select "mdl_notifications"."id" from "mdl_notifications" where "mdl_notifications"."contexturl" collate "C" like ('%' || '/user/profile.php?id=' || '%') and exists (select 1 from "mdl_user" as "probate_bearer" where not ('%' || '/user/profile.php?id=' || replace(replace(replace(cast("probate_bearer"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') is null) and '%' || '/user/profile.php?id=' || replace(replace(replace(cast("probate_bearer"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') <> '' and not ('%' || '/user/profile.php?id=' || replace(replace(replace(cast("probate_bearer"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') in ('0')) and "probate_bearer"."id" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null) and "mdl_notifications"."contexturl" collate "C" like ('%' || '/user/profile.php?id=' || replace(replace(replace(cast("probate_bearer"."id" as text), '\', '\\'), '%', '\%'), '_', '\_'))))) is true or ("mdl_message_popup_notifications"."notificationid" in (select "mdl_notifications"."id" from "mdl_notifications" where "mdl_notifications"."useridto" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null))) is true)
union all select "run", -4, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.devices: which rows of mdl_user_devices (components/account.yaml:110)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 5, "mdl_user_devices"."id"
from "mdl_user_devices"
where "mdl_user_devices"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -5, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.devices: mdl_user_devices: those that a duty or a hold keeps (components/account.yaml:110)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 6, "mdl_user_devices"."id"
from "mdl_user_devices"
where "mdl_user_devices"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 5) and ("mdl_user_devices"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true
union all select "run", -6, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.devices: mdl_user_devices: those that nothing keeps (components/account.yaml:110)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 7, "mdl_user_devices"."id"
from "mdl_user_devices"
where "mdl_user_devices"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 5) and not ("mdl_user_devices"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 6))
union all select "run", -7, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.devices: mdl_message_airnotifier_devices: those that a duty or a hold keeps (components/account.yaml:114)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 8, "mdl_message_airnotifier_devices"."id"
from "mdl_message_airnotifier_devices"
where "mdl_message_airnotifier_devices"."userdeviceid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 7) and ("mdl_message_airnotifier_devices"."userdeviceid" in (select "mdl_user_devices"."id" from "mdl_user_devices" where "mdl_user_devices"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null))) is true
union all select "run", -8, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.draft_files: which rows of mdl_user (components/account.yaml:125)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 9, "mdl_user"."id"
from "mdl_user"
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -9, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.draft_files: mdl_user: those that a duty or a hold keeps (components/account.yaml:125)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 10, "mdl_user"."id"
from "mdl_user"
where "mdl_user"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 9) and ("mdl_user"."id" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true
union all select "run", -10, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.draft_files: mdl_user: those that nothing keeps (components/account.yaml:125)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 11, "mdl_user"."id"
from "mdl_user"
where "mdl_user"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 9) and not ("mdl_user"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 10))
union all select "run", -11, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.draft_files: which rows of mdl_files (components/account.yaml:126)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 12, "mdl_files"."id"
from "mdl_files"
where "mdl_files"."contextid" in (select "probate_l0_1"."id" from "mdl_user" join "mdl_context" as "probate_l0_1" on "probate_l0_1"."instanceid" = "mdl_user"."id" and "probate_l0_1"."contextlevel" = 30 where "mdl_user"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 11)) and "mdl_files"."component" = 'user' and "mdl_files"."filearea" = 'draft' and "mdl_files"."filename" <> '.'
union all select "run", -12, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.draft_files: mdl_files: those that a duty or a hold keeps (components/account.yaml:126)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 13, "mdl_files"."id"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 12) and (("mdl_files"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true or ("mdl_files"."contextid" in (select "probate_l0_1"."id" from "mdl_user" join "mdl_context" as "probate_l0_1" on "probate_l0_1"."instanceid" = "mdl_user"."id" and "probate_l0_1"."contextlevel" = 30 where "mdl_user"."id" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null))) is true)
union all select "run", -13, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.draft_files: whose bytes may go (components/account.yaml:126)
insert into "probate_text_key" ("run", "capture", "k")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 14, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 12) and not ("mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 13)) and not ("mdl_files"."contenthash" is null)
union all select "run", -14, 'captured' from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;
analyze "probate_key";
analyze "probate_text_key";

-- decide: what a duty or a hold keeps, and for how long
insert into "probate_kept" ("run", "subject", "item", "table_name", "kind", "because", "kept", "ends")
select nullif(current_setting('probate.run', true), '')::bigint, "subject", "item", "table_name", "kind", "because", "kept", "ends"
from (select "mdl_user_private_key"."userid" as "subject", 'core_keys.private_keys' as "item", 'mdl_user_private_key' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_user_private_key" where "mdl_user_private_key"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_user_private_key"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_private_key"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_user_private_key"."userid" union all select "mdl_oauth2_refresh_token"."userid" as "subject", 'core_keys.refresh_tokens' as "item", 'mdl_oauth2_refresh_token' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_oauth2_refresh_token" where "mdl_oauth2_refresh_token"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_oauth2_refresh_token"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_oauth2_refresh_token"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_oauth2_refresh_token"."userid" union all select "mdl_block_recent_activity"."userid" as "subject", 'core_log.activity' as "item", 'mdl_block_recent_activity' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_block_recent_activity" where "mdl_block_recent_activity"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_block_recent_activity"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_block_recent_activity"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_block_recent_activity"."userid" union all select "mdl_stats_user_daily"."userid" as "subject", 'core_log.statistics' as "item", 'mdl_stats_user_daily' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_stats_user_daily" where "mdl_stats_user_daily"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_stats_user_daily"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_stats_user_daily"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_stats_user_daily"."userid" union all select "mdl_stats_user_monthly"."userid" as "subject", 'core_log.statistics' as "item", 'mdl_stats_user_monthly' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_stats_user_monthly" where "mdl_stats_user_monthly"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_stats_user_monthly"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_stats_user_monthly"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_stats_user_monthly"."userid" union all select "mdl_stats_user_weekly"."userid" as "subject", 'core_log.statistics' as "item", 'mdl_stats_user_weekly' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_stats_user_weekly" where "mdl_stats_user_weekly"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_stats_user_weekly"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_stats_user_weekly"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_stats_user_weekly"."userid" union all select "mdl_notifications"."useridto" as "subject", 'core_notification.received' as "item", 'mdl_notifications' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_notifications" where "mdl_notifications"."useridto" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 2) group by "mdl_notifications"."useridto" union all select "probate_batch"."subject" as "subject", 'core_notification.received' as "item", 'mdl_message_popup_notifications' as "table_name", 'hold' as "kind", 'litigation' as "because", (select count(*) from "mdl_message_popup_notifications" where "mdl_message_popup_notifications"."notificationid" in (select "mdl_notifications"."id" from "mdl_notifications" where "mdl_notifications"."useridto" = "probate_batch"."subject") and "mdl_message_popup_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 4)) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "probate_batch" where "probate_batch"."run" = nullif(current_setting('probate.run', true), '')::bigint union all select "mdl_user_preferences"."userid" as "subject", 'core_preferences.editor' as "item", 'mdl_user_preferences' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('atto\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('filemanager\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('filepicker\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('htmleditor' || '%')) and "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('atto\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('filemanager\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('filepicker\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('htmleditor' || '%')) and ("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_user_preferences"."userid" union all select "mdl_user_preferences"."userid" as "subject", 'core_preferences.forum' as "item", 'mdl_user_preferences' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('forum\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('markasreadonnotification' || '%')) and "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('forum\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('markasreadonnotification' || '%')) and ("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_user_preferences"."userid" union all select "mdl_user_preferences"."userid" as "subject", 'core_preferences.messaging' as "item", 'mdl_user_preferences' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('core\_message\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('email\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('message\_' || '%')) and "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('core\_message\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('email\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('message\_' || '%')) and ("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_user_preferences"."userid" union all select "mdl_user_preferences"."userid" as "subject", 'core_preferences.other' as "item", 'mdl_user_preferences' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not ((((((((((((((((((((((((((((((((((((starts_with("mdl_user_preferences"."name", 'htmleditor') or starts_with("mdl_user_preferences"."name", 'atto_')) or starts_with("mdl_user_preferences"."name", 'filepicker_')) or starts_with("mdl_user_preferences"."name", 'filemanager_')) or starts_with("mdl_user_preferences"."name", 'message_')) or starts_with("mdl_user_preferences"."name", 'core_message_')) or starts_with("mdl_user_preferences"."name", 'email_')) or starts_with("mdl_user_preferences"."name", 'user_home_')) or starts_with("mdl_user_preferences"."name", 'drawer-')) or starts_with("mdl_user_preferences"."name", 'block')) or starts_with("mdl_user_preferences"."name", 'docked_')) or starts_with("mdl_user_preferences"."name", 'calendar_')) or starts_with("mdl_user_preferences"."name", 'coursecat_')) or starts_with("mdl_user_preferences"."name", 'coursesectionspreferences')) or starts_with("mdl_user_preferences"."name", 'flextable_')) or starts_with("mdl_user_preferences"."name", 'tool_usertours_')) or starts_with("mdl_user_preferences"."name", 'accessibilitystyles_')) or starts_with("mdl_user_preferences"."name", 'forum_')) or starts_with("mdl_user_preferences"."name", 'markasreadonnotification')) or starts_with("mdl_user_preferences"."name", 'assign_')) or starts_with("mdl_user_preferences"."name", 'assignment_')) or starts_with("mdl_user_preferences"."name", 'workshop')) or starts_with("mdl_user_preferences"."name", 'quiz_')) or starts_with("mdl_user_preferences"."name", 'lesson_')) or starts_with("mdl_user_preferences"."name", 'scorm_')) or starts_with("mdl_user_preferences"."name", 'grade_report_')) or starts_with("mdl_user_preferences"."name", 'gradereport_')) or starts_with("mdl_user_preferences"."name", 'gradingform_')) or starts_with("mdl_user_preferences"."name", 'qtype_')) or starts_with("mdl_user_preferences"."name", 'data_perpage_')) or starts_with("mdl_user_preferences"."name", 'login_')) or starts_with("mdl_user_preferences"."name", 'auth_')) or starts_with("mdl_user_preferences"."name", 'create_password')) or starts_with("mdl_user_preferences"."name", 'tool_mobile_')) or starts_with("mdl_user_preferences"."name", 'repository_')) or starts_with("mdl_user_preferences"."name", 'flickr_')) or starts_with("mdl_user_preferences"."name", 'badges_email_')) and "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not ((((((((((((((((((((((((((((((((((((starts_with("mdl_user_preferences"."name", 'htmleditor') or starts_with("mdl_user_preferences"."name", 'atto_')) or starts_with("mdl_user_preferences"."name", 'filepicker_')) or starts_with("mdl_user_preferences"."name", 'filemanager_')) or starts_with("mdl_user_preferences"."name", 'message_')) or starts_with("mdl_user_preferences"."name", 'core_message_')) or starts_with("mdl_user_preferences"."name", 'email_')) or starts_with("mdl_user_preferences"."name", 'user_home_')) or starts_with("mdl_user_preferences"."name", 'drawer-')) or starts_with("mdl_user_preferences"."name", 'block')) or starts_with("mdl_user_preferences"."name", 'docked_')) or starts_with("mdl_user_preferences"."name", 'calendar_')) or starts_with("mdl_user_preferences"."name", 'coursecat_')) or starts_with("mdl_user_preferences"."name", 'coursesectionspreferences')) or starts_with("mdl_user_preferences"."name", 'flextable_')) or starts_with("mdl_user_preferences"."name", 'tool_usertours_')) or starts_with("mdl_user_preferences"."name", 'accessibilitystyles_')) or starts_with("mdl_user_preferences"."name", 'forum_')) or starts_with("mdl_user_preferences"."name", 'markasreadonnotification')) or starts_with("mdl_user_preferences"."name", 'assign_')) or starts_with("mdl_user_preferences"."name", 'assignment_')) or starts_with("mdl_user_preferences"."name", 'workshop')) or starts_with("mdl_user_preferences"."name", 'quiz_')) or starts_with("mdl_user_preferences"."name", 'lesson_')) or starts_with("mdl_user_preferences"."name", 'scorm_')) or starts_with("mdl_user_preferences"."name", 'grade_report_')) or starts_with("mdl_user_preferences"."name", 'gradereport_')) or starts_with("mdl_user_preferences"."name", 'gradingform_')) or starts_with("mdl_user_preferences"."name", 'qtype_')) or starts_with("mdl_user_preferences"."name", 'data_perpage_')) or starts_with("mdl_user_preferences"."name", 'login_')) or starts_with("mdl_user_preferences"."name", 'auth_')) or starts_with("mdl_user_preferences"."name", 'create_password')) or starts_with("mdl_user_preferences"."name", 'tool_mobile_')) or starts_with("mdl_user_preferences"."name", 'repository_')) or starts_with("mdl_user_preferences"."name", 'flickr_')) or starts_with("mdl_user_preferences"."name", 'badges_email_')) and ("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_user_preferences"."userid" union all select "mdl_user_preferences"."userid" as "subject", 'core_preferences.pages' as "item", 'mdl_user_preferences' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('accessibilitystyles\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('block' || '%') or "mdl_user_preferences"."name" collate "C" like ('calendar\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('coursecat\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('coursesectionspreferences' || '%') or "mdl_user_preferences"."name" collate "C" like ('docked\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('drawer-' || '%') or "mdl_user_preferences"."name" collate "C" like ('flextable\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('tool\_usertours\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('user\_home\_' || '%')) and "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('accessibilitystyles\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('block' || '%') or "mdl_user_preferences"."name" collate "C" like ('calendar\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('coursecat\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('coursesectionspreferences' || '%') or "mdl_user_preferences"."name" collate "C" like ('docked\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('drawer-' || '%') or "mdl_user_preferences"."name" collate "C" like ('flextable\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('tool\_usertours\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('user\_home\_' || '%')) and ("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_user_preferences"."userid" union all select "mdl_user_preferences"."userid" as "subject", 'core_preferences.secrets' as "item", 'mdl_user_preferences' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ((starts_with("mdl_user_preferences"."name", 'repository_') or starts_with("mdl_user_preferences"."name", 'flickr_')) or starts_with("mdl_user_preferences"."name", 'badges_email_')) and "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ((starts_with("mdl_user_preferences"."name", 'repository_') or starts_with("mdl_user_preferences"."name", 'flickr_')) or starts_with("mdl_user_preferences"."name", 'badges_email_')) and ("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_user_preferences"."userid" union all select "mdl_user_preferences"."userid" as "subject", 'core_preferences.teaching' as "item", 'mdl_user_preferences' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('assign\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('assignment\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('data\_perpage\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('grade\_report\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('gradereport\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('gradingform\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('lesson\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('qtype\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('quiz\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('scorm\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('workshop' || '%')) and "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('assign\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('assignment\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('data\_perpage\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('grade\_report\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('gradereport\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('gradingform\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('lesson\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('qtype\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('quiz\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('scorm\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('workshop' || '%')) and ("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_user_preferences"."userid" union all select "mdl_editor_atto_autosave"."userid" as "subject", 'core_profile.autosaves' as "item", 'mdl_editor_atto_autosave' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_editor_atto_autosave" where "mdl_editor_atto_autosave"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_editor_atto_autosave"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_editor_atto_autosave"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_editor_atto_autosave"."userid" union all select "mdl_tiny_autosave"."userid" as "subject", 'core_profile.autosaves' as "item", 'mdl_tiny_autosave' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_tiny_autosave" where "mdl_tiny_autosave"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_tiny_autosave"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_tiny_autosave"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_tiny_autosave"."userid" union all select "mdl_favourite"."userid" as "subject", 'core_profile.favourites' as "item", 'mdl_favourite' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_favourite" where "mdl_favourite"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_favourite"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_favourite"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_favourite"."userid" union all select "mdl_block_rss_client"."userid" as "subject", 'core_profile.feeds' as "item", 'mdl_block_rss_client' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_block_rss_client" where "mdl_block_rss_client"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_block_rss_client"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_block_rss_client"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_block_rss_client"."userid" union all select "mdl_block_recentlyaccesseditems"."userid" as "subject", 'core_profile.recent_items' as "item", 'mdl_block_recentlyaccesseditems' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_block_recentlyaccesseditems" where "mdl_block_recentlyaccesseditems"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_block_recentlyaccesseditems"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_block_recentlyaccesseditems"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_block_recentlyaccesseditems"."userid") as "found"
where "kept" > 0;
insert into "probate_kept" ("run", "subject", "item", "table_name", "kind", "because", "kept", "ends")
select nullif(current_setting('probate.run', true), '')::bigint, "subject", "item", "table_name", "kind", "because", "kept", "ends"
from (select "mdl_block_todo"."usermodified" as "subject", 'core_profile.todo' as "item", 'mdl_block_todo' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_block_todo" where "mdl_block_todo"."usermodified" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_block_todo"."usermodified" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_block_todo"."usermodified" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_block_todo"."usermodified" union all select "mdl_user_devices"."userid" as "subject", 'core_user.devices' as "item", 'mdl_user_devices' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_user_devices" where "mdl_user_devices"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_user_devices"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 6) group by "mdl_user_devices"."userid" union all select "probate_batch"."subject" as "subject", 'core_user.devices' as "item", 'mdl_message_airnotifier_devices' as "table_name", 'hold' as "kind", 'litigation' as "because", (select count(*) from "mdl_message_airnotifier_devices" where "mdl_message_airnotifier_devices"."userdeviceid" in (select "mdl_user_devices"."id" from "mdl_user_devices" where "mdl_user_devices"."userid" = "probate_batch"."subject") and "mdl_message_airnotifier_devices"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 8)) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "probate_batch" where "probate_batch"."run" = nullif(current_setting('probate.run', true), '')::bigint union all select "mdl_user"."id" as "subject", 'core_user.draft_files' as "item", 'mdl_user' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_user"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 10) group by "mdl_user"."id" union all select "probate_batch"."subject" as "subject", 'core_user.draft_files' as "item", 'mdl_files' as "table_name", 'hold' as "kind", 'litigation' as "because", (select count(*) from "mdl_files" where "mdl_files"."contextid" in (select "probate_l0_1"."id" from "mdl_user" join "mdl_context" as "probate_l0_1" on "probate_l0_1"."instanceid" = "mdl_user"."id" and "probate_l0_1"."contextlevel" = 30 where "mdl_user"."id" = "probate_batch"."subject") and "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 13)) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "probate_batch" where "probate_batch"."run" = nullif(current_setting('probate.run', true), '')::bigint union all select "mdl_chat_users"."userid" as "subject", 'mod_chat.sessions' as "item", 'mdl_chat_users' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_chat_users" where "mdl_chat_users"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_chat_users"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_chat_users"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_chat_users"."userid" union all select "mdl_forum_read"."userid" as "subject", 'mod_forum.tracking' as "item", 'mdl_forum_read' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_forum_read" where "mdl_forum_read"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_forum_read"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_forum_read"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_forum_read"."userid" union all select "mdl_forum_track_prefs"."userid" as "subject", 'mod_forum.tracking' as "item", 'mdl_forum_track_prefs' as "table_name", 'hold' as "kind", 'litigation' as "because", count(*) as "kept", cast(cast(null as bigint) as bigint) as "ends" from "mdl_forum_track_prefs" where "mdl_forum_track_prefs"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_forum_track_prefs"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_forum_track_prefs"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true group by "mdl_forum_track_prefs"."userid") as "found"
where "kept" > 0;

-- outbox: notices `purge-done`, before what they name is gone
insert into "probate_outbox" ("run", "kind", "body", "created")
select nullif(current_setting('probate.run', true), '')::bigint, 'notice', case when replace(lower("mdl_user"."lang" collate "C"), '_', '-') = 'ar' or starts_with(replace(lower("mdl_user"."lang" collate "C"), '_', '-'), 'ar-') then '{"notice":"purge-done","to":"subject","locale":"ar","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"named":{"email":' || to_json(coalesce(cast("mdl_user"."email" as text) collate "C", ''))::text || '},"title":"حُذفت بياناتك","body":"نفّذنا «تنظيف حساب قيد الاستخدام»: حُذفت بيانات عنك في الحرم الجامعي.\n\nتُرسل هذه الرسالة إلى ' || left(right(to_json(coalesce(cast("mdl_user"."email" as text) collate "C", ''))::text, -1), -1) || '، العنوان الذي كان لدينا. للأسئلة: privacy@example.edu.\n\nExample University\n"}' when replace(lower("mdl_user"."lang" collate "C"), '_', '-') = 'de' or starts_with(replace(lower("mdl_user"."lang" collate "C"), '_', '-'), 'de-') then '{"notice":"purge-done","to":"subject","locale":"de","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"named":{"email":' || to_json(coalesce(cast("mdl_user"."email" as text) collate "C", ''))::text || '},"title":"Ihre Daten sind gelöscht","body":"Wir haben „Genutztes Konto aufräumen“ ausgeführt: Daten über Sie in Campus sind gelöscht.\n\nDiese Nachricht geht an ' || left(right(to_json(coalesce(cast("mdl_user"."email" as text) collate "C", ''))::text, -1), -1) || ', die Adresse, die wir hatten. Fragen: privacy@example.edu.\n\nExample University\n"}' else '{"notice":"purge-done","to":"subject","locale":"en","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"named":{"email":' || to_json(coalesce(cast("mdl_user"."email" as text) collate "C", ''))::text || '},"title":"Your data is deleted","body":"We have carried out “Tidy up an account in use”: data about you in Campus is deleted.\n\nThis message goes to ' || left(right(to_json(coalesce(cast("mdl_user"."email" as text) collate "C", ''))::text, -1), -1) || ', the address that we had. Questions: privacy@example.edu.\n\nExample University\n"}' end, floor(extract(epoch from now()))::bigint
from (select "request", "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint and not ("subject" in (select "subject" from "probate_kept" where "run" = nullif(current_setting('probate.run', true), '')::bigint))) as "probate_asked"
join "mdl_user" as "mdl_user" on "probate_asked"."subject" = "mdl_user"."id";

-- 1. core_user.draft_files: delete mdl_files (components/account.yaml:126)
with "changed" as (
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 12) and not ("mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 13))
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 1, 'core_user.draft_files', 'delete', 'mdl_files', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 2. core_user.devices: delete mdl_message_airnotifier_devices (components/account.yaml:114)
with "changed" as (
delete from "mdl_message_airnotifier_devices"
where "mdl_message_airnotifier_devices"."userdeviceid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 7) and not ("mdl_message_airnotifier_devices"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 8))
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 2, 'core_user.devices', 'delete', 'mdl_message_airnotifier_devices', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 3. core_notification.received: delete mdl_message_popup_notifications (components/messaging.yaml:80)
with "changed" as (
delete from "mdl_message_popup_notifications"
where "mdl_message_popup_notifications"."notificationid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 3) and not ("mdl_message_popup_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 4))
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 3, 'core_notification.received', 'delete', 'mdl_message_popup_notifications', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 4. core_log.activity: delete mdl_block_recent_activity (components/records.yaml:39)
with "changed" as (
delete from "mdl_block_recent_activity"
where "mdl_block_recent_activity"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_block_recent_activity"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 4, 'core_log.activity', 'delete', 'mdl_block_recent_activity', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 5. core_profile.recent_items: delete mdl_block_recentlyaccesseditems (components/profile.yaml:42)
with "changed" as (
delete from "mdl_block_recentlyaccesseditems"
where "mdl_block_recentlyaccesseditems"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_block_recentlyaccesseditems"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 5, 'core_profile.recent_items', 'delete', 'mdl_block_recentlyaccesseditems', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 6. core_profile.feeds: delete mdl_block_rss_client (components/profile.yaml:57)
with "changed" as (
delete from "mdl_block_rss_client"
where "mdl_block_rss_client"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_block_rss_client"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 6, 'core_profile.feeds', 'delete', 'mdl_block_rss_client', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 7. core_profile.todo: delete mdl_block_todo (components/profile.yaml:52)
with "changed" as (
delete from "mdl_block_todo"
where "mdl_block_todo"."usermodified" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_block_todo"."usermodified" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 7, 'core_profile.todo', 'delete', 'mdl_block_todo', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 8. mod_chat.sessions: delete mdl_chat_users (components/activities.yaml:115)
with "changed" as (
delete from "mdl_chat_users"
where "mdl_chat_users"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_chat_users"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 8, 'mod_chat.sessions', 'delete', 'mdl_chat_users', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 9. core_profile.autosaves: delete mdl_editor_atto_autosave (components/profile.yaml:62)
with "changed" as (
delete from "mdl_editor_atto_autosave"
where "mdl_editor_atto_autosave"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_editor_atto_autosave"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 9, 'core_profile.autosaves', 'delete', 'mdl_editor_atto_autosave', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 10. core_profile.favourites: delete mdl_favourite (components/profile.yaml:36)
with "changed" as (
delete from "mdl_favourite"
where "mdl_favourite"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_favourite"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 10, 'core_profile.favourites', 'delete', 'mdl_favourite', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 11. mod_forum.tracking: delete mdl_forum_read (components/forum.yaml:43)
with "changed" as (
delete from "mdl_forum_read"
where "mdl_forum_read"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_forum_read"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 11, 'mod_forum.tracking', 'delete', 'mdl_forum_read', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 12. mod_forum.tracking: delete mdl_forum_track_prefs (components/forum.yaml:44)
with "changed" as (
delete from "mdl_forum_track_prefs"
where "mdl_forum_track_prefs"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_forum_track_prefs"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 12, 'mod_forum.tracking', 'delete', 'mdl_forum_track_prefs', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 13. core_notification.received: delete mdl_notifications (components/messaging.yaml:75)
with "changed" as (
delete from "mdl_notifications"
where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 3)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 13, 'core_notification.received', 'delete', 'mdl_notifications', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 14. core_keys.refresh_tokens: delete mdl_oauth2_refresh_token (components/account.yaml:192)
with "changed" as (
delete from "mdl_oauth2_refresh_token"
where "mdl_oauth2_refresh_token"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_oauth2_refresh_token"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 14, 'core_keys.refresh_tokens', 'delete', 'mdl_oauth2_refresh_token', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 15. core_log.statistics: delete mdl_stats_user_daily (components/records.yaml:46)
with "changed" as (
delete from "mdl_stats_user_daily"
where "mdl_stats_user_daily"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_stats_user_daily"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 15, 'core_log.statistics', 'delete', 'mdl_stats_user_daily', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 16. core_log.statistics: delete mdl_stats_user_monthly (components/records.yaml:46)
with "changed" as (
delete from "mdl_stats_user_monthly"
where "mdl_stats_user_monthly"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_stats_user_monthly"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 16, 'core_log.statistics', 'delete', 'mdl_stats_user_monthly', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 17. core_log.statistics: delete mdl_stats_user_weekly (components/records.yaml:46)
with "changed" as (
delete from "mdl_stats_user_weekly"
where "mdl_stats_user_weekly"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_stats_user_weekly"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 17, 'core_log.statistics', 'delete', 'mdl_stats_user_weekly', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 18. core_profile.autosaves: delete mdl_tiny_autosave (components/profile.yaml:62)
with "changed" as (
delete from "mdl_tiny_autosave"
where "mdl_tiny_autosave"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_tiny_autosave"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 18, 'core_profile.autosaves', 'delete', 'mdl_tiny_autosave', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 19. core_user.devices: delete mdl_user_devices (components/account.yaml:110)
with "changed" as (
delete from "mdl_user_devices"
where "mdl_user_devices"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 7)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 19, 'core_user.devices', 'delete', 'mdl_user_devices', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 20. core_preferences.editor: delete mdl_user_preferences (components/profile.yaml:82)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('atto\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('filemanager\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('filepicker\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('htmleditor' || '%')) and not (("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 20, 'core_preferences.editor', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 21. core_preferences.forum: delete mdl_user_preferences (components/profile.yaml:97)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('forum\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('markasreadonnotification' || '%')) and not (("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 21, 'core_preferences.forum', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 22. core_preferences.messaging: delete mdl_user_preferences (components/profile.yaml:87)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('core\_message\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('email\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('message\_' || '%')) and not (("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 22, 'core_preferences.messaging', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 23. core_preferences.other: delete mdl_user_preferences (components/profile.yaml:128)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not ((((((((((((((((((((((((((((((((((((starts_with("mdl_user_preferences"."name", 'htmleditor') or starts_with("mdl_user_preferences"."name", 'atto_')) or starts_with("mdl_user_preferences"."name", 'filepicker_')) or starts_with("mdl_user_preferences"."name", 'filemanager_')) or starts_with("mdl_user_preferences"."name", 'message_')) or starts_with("mdl_user_preferences"."name", 'core_message_')) or starts_with("mdl_user_preferences"."name", 'email_')) or starts_with("mdl_user_preferences"."name", 'user_home_')) or starts_with("mdl_user_preferences"."name", 'drawer-')) or starts_with("mdl_user_preferences"."name", 'block')) or starts_with("mdl_user_preferences"."name", 'docked_')) or starts_with("mdl_user_preferences"."name", 'calendar_')) or starts_with("mdl_user_preferences"."name", 'coursecat_')) or starts_with("mdl_user_preferences"."name", 'coursesectionspreferences')) or starts_with("mdl_user_preferences"."name", 'flextable_')) or starts_with("mdl_user_preferences"."name", 'tool_usertours_')) or starts_with("mdl_user_preferences"."name", 'accessibilitystyles_')) or starts_with("mdl_user_preferences"."name", 'forum_')) or starts_with("mdl_user_preferences"."name", 'markasreadonnotification')) or starts_with("mdl_user_preferences"."name", 'assign_')) or starts_with("mdl_user_preferences"."name", 'assignment_')) or starts_with("mdl_user_preferences"."name", 'workshop')) or starts_with("mdl_user_preferences"."name", 'quiz_')) or starts_with("mdl_user_preferences"."name", 'lesson_')) or starts_with("mdl_user_preferences"."name", 'scorm_')) or starts_with("mdl_user_preferences"."name", 'grade_report_')) or starts_with("mdl_user_preferences"."name", 'gradereport_')) or starts_with("mdl_user_preferences"."name", 'gradingform_')) or starts_with("mdl_user_preferences"."name", 'qtype_')) or starts_with("mdl_user_preferences"."name", 'data_perpage_')) or starts_with("mdl_user_preferences"."name", 'login_')) or starts_with("mdl_user_preferences"."name", 'auth_')) or starts_with("mdl_user_preferences"."name", 'create_password')) or starts_with("mdl_user_preferences"."name", 'tool_mobile_')) or starts_with("mdl_user_preferences"."name", 'repository_')) or starts_with("mdl_user_preferences"."name", 'flickr_')) or starts_with("mdl_user_preferences"."name", 'badges_email_')) and not (("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 23, 'core_preferences.other', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 24. core_preferences.pages: delete mdl_user_preferences (components/profile.yaml:92)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('accessibilitystyles\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('block' || '%') or "mdl_user_preferences"."name" collate "C" like ('calendar\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('coursecat\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('coursesectionspreferences' || '%') or "mdl_user_preferences"."name" collate "C" like ('docked\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('drawer-' || '%') or "mdl_user_preferences"."name" collate "C" like ('flextable\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('tool\_usertours\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('user\_home\_' || '%')) and not (("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 24, 'core_preferences.pages', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 25. core_preferences.secrets: delete mdl_user_preferences (components/profile.yaml:118)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ((starts_with("mdl_user_preferences"."name", 'repository_') or starts_with("mdl_user_preferences"."name", 'flickr_')) or starts_with("mdl_user_preferences"."name", 'badges_email_')) and not (("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 25, 'core_preferences.secrets', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 26. core_preferences.teaching: delete mdl_user_preferences (components/profile.yaml:102)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('assign\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('assignment\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('data\_perpage\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('grade\_report\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('gradereport\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('gradingform\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('lesson\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('qtype\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('quiz\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('scorm\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('workshop' || '%')) and not (("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 26, 'core_preferences.teaching', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 27. core_keys.private_keys: delete mdl_user_private_key (components/account.yaml:187)
with "changed" as (
delete from "mdl_user_private_key"
where "mdl_user_private_key"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_user_private_key"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 27, 'core_keys.private_keys', 'delete', 'mdl_user_private_key', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- outbox: bytes that no file has any more
insert into "probate_outbox" ("run", "kind", "body", "created")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 'file', substr("probate_text_key"."k", 1, 2) || '/' || substr("probate_text_key"."k", 3, 2) || '/' || "probate_text_key"."k", floor(extract(epoch from now()))::bigint
from "probate_text_key"
where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" in (14) and not (exists (select 1 from "mdl_files" where "mdl_files"."contenthash" = "probate_text_key"."k"));

-- residue: nothing that was decided may be left
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 1 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 12) and not ("mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 13)))),
  ('residue of step 2 (delete mdl_message_airnotifier_devices)', (select count(*) from "mdl_message_airnotifier_devices" where "mdl_message_airnotifier_devices"."userdeviceid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 7) and not ("mdl_message_airnotifier_devices"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 8)))),
  ('residue of step 3 (delete mdl_message_popup_notifications)', (select count(*) from "mdl_message_popup_notifications" where "mdl_message_popup_notifications"."notificationid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 3) and not ("mdl_message_popup_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 4)))),
  ('residue of step 4 (delete mdl_block_recent_activity)', (select count(*) from "mdl_block_recent_activity" where "mdl_block_recent_activity"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_block_recent_activity"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 5 (delete mdl_block_recentlyaccesseditems)', (select count(*) from "mdl_block_recentlyaccesseditems" where "mdl_block_recentlyaccesseditems"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_block_recentlyaccesseditems"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 6 (delete mdl_block_rss_client)', (select count(*) from "mdl_block_rss_client" where "mdl_block_rss_client"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_block_rss_client"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 7 (delete mdl_block_todo)', (select count(*) from "mdl_block_todo" where "mdl_block_todo"."usermodified" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_block_todo"."usermodified" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 8 (delete mdl_chat_users)', (select count(*) from "mdl_chat_users" where "mdl_chat_users"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_chat_users"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 9 (delete mdl_editor_atto_autosave)', (select count(*) from "mdl_editor_atto_autosave" where "mdl_editor_atto_autosave"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_editor_atto_autosave"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 10 (delete mdl_favourite)', (select count(*) from "mdl_favourite" where "mdl_favourite"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_favourite"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 11 (delete mdl_forum_read)', (select count(*) from "mdl_forum_read" where "mdl_forum_read"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_forum_read"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 12 (delete mdl_forum_track_prefs)', (select count(*) from "mdl_forum_track_prefs" where "mdl_forum_track_prefs"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_forum_track_prefs"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 13 (delete mdl_notifications)', (select count(*) from "mdl_notifications" where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 3))),
  ('residue of step 13 (delete mdl_notifications, looked for again)', (select count(*) from "mdl_notifications" where "mdl_notifications"."useridto" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not ("mdl_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 2)))),
  ('residue of step 14 (delete mdl_oauth2_refresh_token)', (select count(*) from "mdl_oauth2_refresh_token" where "mdl_oauth2_refresh_token"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_oauth2_refresh_token"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 15 (delete mdl_stats_user_daily)', (select count(*) from "mdl_stats_user_daily" where "mdl_stats_user_daily"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_stats_user_daily"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 16 (delete mdl_stats_user_monthly)', (select count(*) from "mdl_stats_user_monthly" where "mdl_stats_user_monthly"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_stats_user_monthly"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 17 (delete mdl_stats_user_weekly)', (select count(*) from "mdl_stats_user_weekly" where "mdl_stats_user_weekly"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_stats_user_weekly"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 18 (delete mdl_tiny_autosave)', (select count(*) from "mdl_tiny_autosave" where "mdl_tiny_autosave"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_tiny_autosave"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 19 (delete mdl_user_devices)', (select count(*) from "mdl_user_devices" where "mdl_user_devices"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 7))),
  ('residue of step 19 (delete mdl_user_devices, looked for again)', (select count(*) from "mdl_user_devices" where "mdl_user_devices"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not ("mdl_user_devices"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 6)))),
  ('residue of step 20 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('atto\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('filemanager\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('filepicker\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('htmleditor' || '%')) and not (("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 21 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('forum\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('markasreadonnotification' || '%')) and not (("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 22 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('core\_message\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('email\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('message\_' || '%')) and not (("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 23 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not ((((((((((((((((((((((((((((((((((((starts_with("mdl_user_preferences"."name", 'htmleditor') or starts_with("mdl_user_preferences"."name", 'atto_')) or starts_with("mdl_user_preferences"."name", 'filepicker_')) or starts_with("mdl_user_preferences"."name", 'filemanager_')) or starts_with("mdl_user_preferences"."name", 'message_')) or starts_with("mdl_user_preferences"."name", 'core_message_')) or starts_with("mdl_user_preferences"."name", 'email_')) or starts_with("mdl_user_preferences"."name", 'user_home_')) or starts_with("mdl_user_preferences"."name", 'drawer-')) or starts_with("mdl_user_preferences"."name", 'block')) or starts_with("mdl_user_preferences"."name", 'docked_')) or starts_with("mdl_user_preferences"."name", 'calendar_')) or starts_with("mdl_user_preferences"."name", 'coursecat_')) or starts_with("mdl_user_preferences"."name", 'coursesectionspreferences')) or starts_with("mdl_user_preferences"."name", 'flextable_')) or starts_with("mdl_user_preferences"."name", 'tool_usertours_')) or starts_with("mdl_user_preferences"."name", 'accessibilitystyles_')) or starts_with("mdl_user_preferences"."name", 'forum_')) or starts_with("mdl_user_preferences"."name", 'markasreadonnotification')) or starts_with("mdl_user_preferences"."name", 'assign_')) or starts_with("mdl_user_preferences"."name", 'assignment_')) or starts_with("mdl_user_preferences"."name", 'workshop')) or starts_with("mdl_user_preferences"."name", 'quiz_')) or starts_with("mdl_user_preferences"."name", 'lesson_')) or starts_with("mdl_user_preferences"."name", 'scorm_')) or starts_with("mdl_user_preferences"."name", 'grade_report_')) or starts_with("mdl_user_preferences"."name", 'gradereport_')) or starts_with("mdl_user_preferences"."name", 'gradingform_')) or starts_with("mdl_user_preferences"."name", 'qtype_')) or starts_with("mdl_user_preferences"."name", 'data_perpage_')) or starts_with("mdl_user_preferences"."name", 'login_')) or starts_with("mdl_user_preferences"."name", 'auth_')) or starts_with("mdl_user_preferences"."name", 'create_password')) or starts_with("mdl_user_preferences"."name", 'tool_mobile_')) or starts_with("mdl_user_preferences"."name", 'repository_')) or starts_with("mdl_user_preferences"."name", 'flickr_')) or starts_with("mdl_user_preferences"."name", 'badges_email_')) and not (("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 24 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('accessibilitystyles\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('block' || '%') or "mdl_user_preferences"."name" collate "C" like ('calendar\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('coursecat\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('coursesectionspreferences' || '%') or "mdl_user_preferences"."name" collate "C" like ('docked\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('drawer-' || '%') or "mdl_user_preferences"."name" collate "C" like ('flextable\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('tool\_usertours\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('user\_home\_' || '%')) and not (("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 25 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ((starts_with("mdl_user_preferences"."name", 'repository_') or starts_with("mdl_user_preferences"."name", 'flickr_')) or starts_with("mdl_user_preferences"."name", 'badges_email_')) and not (("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 26 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('assign\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('assignment\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('data\_perpage\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('grade\_report\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('gradereport\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('gradingform\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('lesson\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('qtype\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('quiz\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('scorm\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('workshop' || '%')) and not (("mdl_user_preferences"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('residue of step 27 (delete mdl_user_private_key)', (select count(*) from "mdl_user_private_key" where "mdl_user_private_key"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not (("mdl_user_private_key"."userid" in (select "subject" from "probate_hold" where "hold" = 'litigation' and "lifted" is null)) is true))),
  ('captures in probate_key', 13 - (select count(*) from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" < 0)),
  ('captures in probate_text_key', 1 - (select count(*) from "probate_text_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" < 0))
) as "found" on 1 = 1
where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- the ledger, the requests, the run
insert into "probate_ledger" ("run", "request", "type", "program", "at")
select "run", "request", 'active-cleanup', 'ba5d1be244f3e258d449da2b2622a9f0971d555382cb93843842eae9ba71b48d', floor(extract(epoch from now()))::bigint
from "probate_batch"
where "run" = nullif(current_setting('probate.run', true), '')::bigint
order by "subject";
update "probate_request"
set "state" = case when exists (select 1 from "probate_kept" where "probate_kept"."run" = nullif(current_setting('probate.run', true), '')::bigint and "probate_kept"."subject" = "probate_request"."subject") then 'held' else 'done' end, "run" = nullif(current_setting('probate.run', true), '')::bigint, "finished" = floor(extract(epoch from now()))::bigint, "not_before" = case when exists (select 1 from "probate_kept" where "probate_kept"."run" = nullif(current_setting('probate.run', true), '')::bigint and "probate_kept"."subject" = "probate_request"."subject") then coalesce((select min(case when "ends" > floor(extract(epoch from now()))::bigint then "ends" when "kind" = 'duty' then floor(extract(epoch from now()))::bigint + 86400 else null end) from "probate_kept" where "probate_kept"."run" = nullif(current_setting('probate.run', true), '')::bigint and "probate_kept"."subject" = "probate_request"."subject"), case when exists (select 1 from "probate_kept" where "probate_kept"."run" = nullif(current_setting('probate.run', true), '')::bigint and "probate_kept"."subject" = "probate_request"."subject" and "kind" = 'hold') then null else floor(extract(epoch from now()))::bigint + 86400 end) else null end, "reason" = case when exists (select 1 from "probate_kept" where "probate_kept"."run" = nullif(current_setting('probate.run', true), '')::bigint and "probate_kept"."subject" = "probate_request"."subject") then 'kept' else null end, "token" = null, "attempts" = case when exists (select 1 from "probate_kept" where "probate_kept"."run" = nullif(current_setting('probate.run', true), '')::bigint and "probate_kept"."subject" = "probate_request"."subject") then 0 else "attempts" end
where "id" in (select "request" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint);
update "probate_run"
set "finished" = floor(extract(epoch from now()))::bigint, "subjects" = (select count(*) from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
where "run" = nullif(current_setting('probate.run', true), '')::bigint;
delete from "probate_key"
where "run" = nullif(current_setting('probate.run', true), '')::bigint;
delete from "probate_text_key"
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
union all select "run", 'checks made', coalesce(31 - (select count(*) from "probate_check" where "run" = nullif(current_setting('probate.run', true), '')::bigint), 1) from "ended"
union all select "run", 'steps done', coalesce(27 - (select count(*) from "probate_result" where "run" = nullif(current_setting('probate.run', true), '')::bigint), 1) from "ended"
union all select "run", 'ledger rows', coalesce((select "subjects" from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint) - (select count(*) from "probate_ledger" where "run" = nullif(current_setting('probate.run', true), '')::bigint), 1) from "ended"
union all select "run", 'requests done', coalesce((select "subjects" from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint) - (select count(*) from "probate_request" where "id" in (select "request" from "probate_ledger" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "run" = nullif(current_setting('probate.run', true), '')::bigint and "state" in ('done', 'held')), 1) from "ended"
union all select "run", 'notices written', coalesce((select count(*) from "probate_request" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "state" = 'done') - (select count(*) from "probate_outbox" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "kind" = 'notice' and starts_with("probate_outbox"."body", '{"notice":"purge-done",')), 1) from "ended";
commit;
