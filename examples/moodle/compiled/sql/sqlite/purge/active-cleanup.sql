-- Purge type `active-cleanup`, for subjects whose status is `active` (types.yaml:24).
-- Takes up to 50 due requests of this type and carries them out in one transaction, all or nothing.
-- Run it again until nothing is due. Compiled from the policy; edit that instead.
-- Requests that are carried out: manual.
-- Program edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294
.bail on
.timeout 15000
.headers off
.mode list
pragma foreign_keys = 1;

-- the mark by which this client knows what it claims
create temp table if not exists "probate_claim" ("one" integer primary key, "token" text not null);
insert or replace into temp."probate_claim" ("one", "token") values (1, lower(hex(randomblob(16))));
begin;

-- outbox: notices of requests that are new
update "probate_request"
set "asked" = coalesce("asked", cast(strftime('%s', 'now') as integer))
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'active-cleanup' and "probate_request"."state" in ('requested', 'awaiting_approval', 'approved') and "probate_request"."attempts" = 0 and not (exists (select 1 from "probate_told" where "probate_told"."request" = "probate_request"."id")) and not (exists (select 1 from "probate_outbox" where "probate_outbox"."run" = 0 - "probate_request"."id" and "probate_outbox"."kind" = 'notice' and substr("probate_outbox"."body", 1, 29) = '{"notice":"request-received",'));
insert into "probate_outbox" ("run", "kind", "body", "created")
select 0 - "probate_asked"."request", 'notice', '{"notice":"request-received","to":"controller","locale":"en","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"title":"Request ' || cast("probate_asked"."request" as text) || ': Tidy up an account in use","body":"User ' || substr(json_quote(coalesce(cast("probate_asked"."subject" as text) collate binary, '')), 2, length(json_quote(coalesce(cast("probate_asked"."subject" as text) collate binary, ''))) - 2) || ' is concerned. Whether it needs an approval is shown by `probate request list`."}', cast(strftime('%s', 'now') as integer)
from (select "id" as "request", "subject" as "subject", "reason" as "reason", "expires" as "expires" from "probate_request" where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'active-cleanup' and "probate_request"."state" in ('requested', 'awaiting_approval', 'approved') and "probate_request"."attempts" = 0 and not (exists (select 1 from "probate_told" where "probate_told"."request" = "probate_request"."id")) and not (exists (select 1 from "probate_outbox" where "probate_outbox"."run" = 0 - "probate_request"."id" and "probate_outbox"."kind" = 'notice' and substr("probate_outbox"."body", 1, 29) = '{"notice":"request-received",')) and (not ("probate_request"."origin" in ('automatic', 'retention', 'legacy')) or "probate_request"."state" <> 'approved')) as "probate_asked";
insert or ignore into "probate_told" ("request", "at")
select "probate_request"."id", cast(strftime('%s', 'now') as integer)
from "probate_request"
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'active-cleanup' and "probate_request"."state" in ('requested', 'awaiting_approval', 'approved') and "probate_request"."attempts" = 0 and not (exists (select 1 from "probate_told" where "probate_told"."request" = "probate_request"."id")) and exists (select 1 from "probate_outbox" where "probate_outbox"."run" = 0 - "probate_request"."id" and "probate_outbox"."kind" = 'notice' and substr("probate_outbox"."body", 1, 29) = '{"notice":"request-received",');
commit;
begin;

-- claim: what a lost run left behind goes back, or has failed too often
update "probate_request"
set "state" = case when "attempts" >= 5 then 'failed' else 'approved' end, "reason" = case when "attempts" >= 5 then coalesce("reason", 'attempts') else "reason" end, "finished" = case when "attempts" >= 5 then cast(strftime('%s', 'now') as integer) else "finished" end, "not_before" = cast(strftime('%s', 'now') as integer) + case when "attempts" >= 4 then 3600 when "attempts" >= 3 then 600 when "attempts" >= 2 then 60 else 0 end, "token" = null
where "kind" = 'purge' and "type" = 'active-cleanup' and "state" = 'running';

-- claim: what names a place that cannot be has failed
update "probate_request"
set "state" = 'failed', "reason" = 'unknown-place', "finished" = cast(strftime('%s', 'now') as integer)
where "kind" = 'purge' and "type" = 'active-cleanup' and "state" = 'approved' and "place" is distinct from '';

-- claim: fresh requests, at most 50
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = (select "token" from temp."probate_claim")
where "state" in ('approved', 'held') and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'purge' and "type" = 'active-cleanup' and ("state" = 'approved' and ("not_before" is null or "not_before" <= cast(strftime('%s', 'now') as integer)) or "state" = 'held' and "not_before" <= cast(strftime('%s', 'now') as integer)) and "subject" in (select "mdl_user"."id" from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and not ("mdl_user"."deleted" = 1) and not ("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1) and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true)) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) and "attempts" = 0 order by "id" limit 50) as "chosen");

-- claim: or else the one retry with the fewest attempts
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = (select "token" from temp."probate_claim")
where "state" in ('approved', 'held') and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'purge' and "type" = 'active-cleanup' and ("state" = 'approved' and ("not_before" is null or "not_before" <= cast(strftime('%s', 'now') as integer)) or "state" = 'held' and "not_before" <= cast(strftime('%s', 'now') as integer)) and "subject" in (select "mdl_user"."id" from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and not ("mdl_user"."deleted" = 1) and not ("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1) and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true)) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) order by "attempts", "id" limit 1) as "chosen") and not (exists (select 1 from "probate_request" where "token" = (select "token" from temp."probate_claim") and "state" = 'running'));
commit;

-- the run begins; without a claim everything that follows selects nothing
begin;
pragma defer_foreign_keys = 1;
delete from "probate_current";
insert into "probate_current" ("one", "run")
select 1, 1 + coalesce((select max("run") from "probate_run"), 0)
where exists (select 1 from "probate_request" where "token" = (select "token" from temp."probate_claim") and "state" = 'running');
insert into "probate_run" ("run", "type", "program", "started")
select "run", 'active-cleanup', 'edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294', cast(strftime('%s', 'now') as integer) from "probate_current";

-- decide: the subjects, with their status checked again
insert into "probate_batch" ("run", "subject", "request", "place")
select (select "run" from "probate_current"), "claimed"."subject", "claimed"."id", "claimed"."place"
from (select "id", "subject", "place" from "probate_request" where "token" = (select "token" from temp."probate_claim") and "state" = 'running' and "type" = 'active-cleanup' and not ((select "run" from "probate_current") is null)) as "claimed"
join "mdl_user" on "claimed"."subject" = "mdl_user"."id"
where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and not ("mdl_user"."deleted" = 1) and not ("mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1) and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true)
order by "claimed"."subject";

-- decide: who left the status since the claim is left alone
update "probate_request"
set "state" = 'approved', "attempts" = "attempts" - 1, "token" = null
where "token" = (select "token" from temp."probate_claim") and "state" = 'running' and not ("id" in (select "request" from "probate_batch" where "run" = (select "run" from "probate_current"))) and not ((select "run" from "probate_current") is null);

-- decide: core_notification.received: which rows of mdl_notifications (components/messaging.yaml:75)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 1, "mdl_notifications"."id"
from "mdl_notifications"
where "mdl_notifications"."useridto" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -1, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.devices: which rows of mdl_user_devices (components/account.yaml:110)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 2, "mdl_user_devices"."id"
from "mdl_user_devices"
where "mdl_user_devices"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -2, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.draft_files: which rows of mdl_user (components/account.yaml:125)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 3, "mdl_user"."id"
from "mdl_user"
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -3, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.draft_files: which rows of mdl_files (components/account.yaml:126)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 4, "mdl_files"."id"
from "mdl_files"
where "mdl_files"."contextid" in (select "probate_l0_1"."id" from "mdl_user" join "mdl_context" as "probate_l0_1" on "probate_l0_1"."instanceid" = "mdl_user"."id" and "probate_l0_1"."contextlevel" = 30 where "mdl_user"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 3)) and "mdl_files"."component" = 'user' and "mdl_files"."filearea" = 'draft' and "mdl_files"."filename" <> '.'
union all select "run", -4, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.draft_files: whose bytes may go (components/account.yaml:126)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 5, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 4) and not ("mdl_files"."contenthash" is null)
union all select "run", -5, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- outbox: notices `purge-done`, before what they name is gone
insert into "probate_outbox" ("run", "kind", "body", "created")
select (select "run" from "probate_current"), 'notice', case when replace(lower("mdl_user"."lang"), '_', '-') = 'ar' or substr(replace(lower("mdl_user"."lang"), '_', '-'), 1, 3) = 'ar-' then '{"notice":"purge-done","to":"subject","locale":"ar","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"named":{"email":' || json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, '')) || '},"title":"حُذفت بياناتك","body":"نفّذنا «تنظيف حساب قيد الاستخدام»: حُذفت بيانات عنك في الحرم الجامعي.\n\nتُرسل هذه الرسالة إلى ' || substr(json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, '')), 2, length(json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, ''))) - 2) || '، العنوان الذي كان لدينا. للأسئلة: privacy@example.edu.\n\nExample University\n"}' when replace(lower("mdl_user"."lang"), '_', '-') = 'de' or substr(replace(lower("mdl_user"."lang"), '_', '-'), 1, 3) = 'de-' then '{"notice":"purge-done","to":"subject","locale":"de","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"named":{"email":' || json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, '')) || '},"title":"Ihre Daten sind gelöscht","body":"Wir haben „Genutztes Konto aufräumen“ ausgeführt: Daten über Sie in Campus sind gelöscht.\n\nDiese Nachricht geht an ' || substr(json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, '')), 2, length(json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, ''))) - 2) || ', die Adresse, die wir hatten. Fragen: privacy@example.edu.\n\nExample University\n"}' else '{"notice":"purge-done","to":"subject","locale":"en","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"named":{"email":' || json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, '')) || '},"title":"Your data is deleted","body":"We have carried out “Tidy up an account in use”: data about you in Campus is deleted.\n\nThis message goes to ' || substr(json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, '')), 2, length(json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, ''))) - 2) || ', the address that we had. Questions: privacy@example.edu.\n\nExample University\n"}' end, cast(strftime('%s', 'now') as integer)
from (select "request", "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) as "probate_asked"
join "mdl_user" as "mdl_user" on "probate_asked"."subject" = "mdl_user"."id";

-- 1. core_user.draft_files: delete mdl_files (components/account.yaml:126)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 4);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 1, 'core_user.draft_files', 'delete', 'mdl_files', changes() from "probate_current";

-- 2. core_user.devices: delete mdl_message_airnotifier_devices (components/account.yaml:114)
delete from "mdl_message_airnotifier_devices"
where "mdl_message_airnotifier_devices"."userdeviceid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 2);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 2, 'core_user.devices', 'delete', 'mdl_message_airnotifier_devices', changes() from "probate_current";

-- 3. core_notification.received: delete mdl_message_popup_notifications (components/messaging.yaml:80)
delete from "mdl_message_popup_notifications"
where "mdl_message_popup_notifications"."notificationid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 1);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 3, 'core_notification.received', 'delete', 'mdl_message_popup_notifications', changes() from "probate_current";

-- 4. core_log.activity: delete mdl_block_recent_activity (components/records.yaml:39)
delete from "mdl_block_recent_activity"
where "mdl_block_recent_activity"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 4, 'core_log.activity', 'delete', 'mdl_block_recent_activity', changes() from "probate_current";

-- 5. core_profile.recent_items: delete mdl_block_recentlyaccesseditems (components/profile.yaml:42)
delete from "mdl_block_recentlyaccesseditems"
where "mdl_block_recentlyaccesseditems"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 5, 'core_profile.recent_items', 'delete', 'mdl_block_recentlyaccesseditems', changes() from "probate_current";

-- 6. core_profile.feeds: delete mdl_block_rss_client (components/profile.yaml:57)
delete from "mdl_block_rss_client"
where "mdl_block_rss_client"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 6, 'core_profile.feeds', 'delete', 'mdl_block_rss_client', changes() from "probate_current";

-- 7. core_profile.todo: delete mdl_block_todo (components/profile.yaml:52)
delete from "mdl_block_todo"
where "mdl_block_todo"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 7, 'core_profile.todo', 'delete', 'mdl_block_todo', changes() from "probate_current";

-- 8. mod_chat.sessions: delete mdl_chat_users (components/activities.yaml:115)
delete from "mdl_chat_users"
where "mdl_chat_users"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 8, 'mod_chat.sessions', 'delete', 'mdl_chat_users', changes() from "probate_current";

-- 9. core_profile.autosaves: delete mdl_editor_atto_autosave (components/profile.yaml:62)
delete from "mdl_editor_atto_autosave"
where "mdl_editor_atto_autosave"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 9, 'core_profile.autosaves', 'delete', 'mdl_editor_atto_autosave', changes() from "probate_current";

-- 10. core_profile.favourites: delete mdl_favourite (components/profile.yaml:36)
delete from "mdl_favourite"
where "mdl_favourite"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 10, 'core_profile.favourites', 'delete', 'mdl_favourite', changes() from "probate_current";

-- 11. mod_forum.tracking: delete mdl_forum_read (components/forum.yaml:43)
delete from "mdl_forum_read"
where "mdl_forum_read"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 11, 'mod_forum.tracking', 'delete', 'mdl_forum_read', changes() from "probate_current";

-- 12. mod_forum.tracking: delete mdl_forum_track_prefs (components/forum.yaml:44)
delete from "mdl_forum_track_prefs"
where "mdl_forum_track_prefs"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 12, 'mod_forum.tracking', 'delete', 'mdl_forum_track_prefs', changes() from "probate_current";

-- 13. core_notification.received: delete mdl_notifications (components/messaging.yaml:75)
delete from "mdl_notifications"
where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 1);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 13, 'core_notification.received', 'delete', 'mdl_notifications', changes() from "probate_current";

-- 14. core_keys.refresh_tokens: delete mdl_oauth2_refresh_token (components/account.yaml:192)
delete from "mdl_oauth2_refresh_token"
where "mdl_oauth2_refresh_token"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 14, 'core_keys.refresh_tokens', 'delete', 'mdl_oauth2_refresh_token', changes() from "probate_current";

-- 15. core_log.statistics: delete mdl_stats_user_daily (components/records.yaml:46)
delete from "mdl_stats_user_daily"
where "mdl_stats_user_daily"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 15, 'core_log.statistics', 'delete', 'mdl_stats_user_daily', changes() from "probate_current";

-- 16. core_log.statistics: delete mdl_stats_user_monthly (components/records.yaml:46)
delete from "mdl_stats_user_monthly"
where "mdl_stats_user_monthly"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 16, 'core_log.statistics', 'delete', 'mdl_stats_user_monthly', changes() from "probate_current";

-- 17. core_log.statistics: delete mdl_stats_user_weekly (components/records.yaml:46)
delete from "mdl_stats_user_weekly"
where "mdl_stats_user_weekly"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 17, 'core_log.statistics', 'delete', 'mdl_stats_user_weekly', changes() from "probate_current";

-- 18. core_profile.autosaves: delete mdl_tiny_autosave (components/profile.yaml:62)
delete from "mdl_tiny_autosave"
where "mdl_tiny_autosave"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 18, 'core_profile.autosaves', 'delete', 'mdl_tiny_autosave', changes() from "probate_current";

-- 19. core_user.devices: delete mdl_user_devices (components/account.yaml:110)
delete from "mdl_user_devices"
where "mdl_user_devices"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 2);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 19, 'core_user.devices', 'delete', 'mdl_user_devices', changes() from "probate_current";

-- 20. core_preferences.editor: delete mdl_user_preferences (components/profile.yaml:82)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('atto_' || '*') or "mdl_user_preferences"."name" glob ('filemanager_' || '*') or "mdl_user_preferences"."name" glob ('filepicker_' || '*') or "mdl_user_preferences"."name" glob ('htmleditor' || '*'));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 20, 'core_preferences.editor', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 21. core_preferences.forum: delete mdl_user_preferences (components/profile.yaml:97)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('forum_' || '*') or "mdl_user_preferences"."name" glob ('markasreadonnotification' || '*'));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 21, 'core_preferences.forum', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 22. core_preferences.messaging: delete mdl_user_preferences (components/profile.yaml:87)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('core_message_' || '*') or "mdl_user_preferences"."name" glob ('email_' || '*') or "mdl_user_preferences"."name" glob ('message_' || '*'));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 22, 'core_preferences.messaging', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 23. core_preferences.other: delete mdl_user_preferences (components/profile.yaml:128)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and not ((((((((((((((((((((((((((((((((((((substr("mdl_user_preferences"."name", 1, 10) = 'htmleditor' or substr("mdl_user_preferences"."name", 1, 5) = 'atto_') or substr("mdl_user_preferences"."name", 1, 11) = 'filepicker_') or substr("mdl_user_preferences"."name", 1, 12) = 'filemanager_') or substr("mdl_user_preferences"."name", 1, 8) = 'message_') or substr("mdl_user_preferences"."name", 1, 13) = 'core_message_') or substr("mdl_user_preferences"."name", 1, 6) = 'email_') or substr("mdl_user_preferences"."name", 1, 10) = 'user_home_') or substr("mdl_user_preferences"."name", 1, 7) = 'drawer-') or substr("mdl_user_preferences"."name", 1, 5) = 'block') or substr("mdl_user_preferences"."name", 1, 7) = 'docked_') or substr("mdl_user_preferences"."name", 1, 9) = 'calendar_') or substr("mdl_user_preferences"."name", 1, 10) = 'coursecat_') or substr("mdl_user_preferences"."name", 1, 25) = 'coursesectionspreferences') or substr("mdl_user_preferences"."name", 1, 10) = 'flextable_') or substr("mdl_user_preferences"."name", 1, 15) = 'tool_usertours_') or substr("mdl_user_preferences"."name", 1, 20) = 'accessibilitystyles_') or substr("mdl_user_preferences"."name", 1, 6) = 'forum_') or substr("mdl_user_preferences"."name", 1, 24) = 'markasreadonnotification') or substr("mdl_user_preferences"."name", 1, 7) = 'assign_') or substr("mdl_user_preferences"."name", 1, 11) = 'assignment_') or substr("mdl_user_preferences"."name", 1, 8) = 'workshop') or substr("mdl_user_preferences"."name", 1, 5) = 'quiz_') or substr("mdl_user_preferences"."name", 1, 7) = 'lesson_') or substr("mdl_user_preferences"."name", 1, 6) = 'scorm_') or substr("mdl_user_preferences"."name", 1, 13) = 'grade_report_') or substr("mdl_user_preferences"."name", 1, 12) = 'gradereport_') or substr("mdl_user_preferences"."name", 1, 12) = 'gradingform_') or substr("mdl_user_preferences"."name", 1, 6) = 'qtype_') or substr("mdl_user_preferences"."name", 1, 13) = 'data_perpage_') or substr("mdl_user_preferences"."name", 1, 6) = 'login_') or substr("mdl_user_preferences"."name", 1, 5) = 'auth_') or substr("mdl_user_preferences"."name", 1, 15) = 'create_password') or substr("mdl_user_preferences"."name", 1, 12) = 'tool_mobile_') or substr("mdl_user_preferences"."name", 1, 11) = 'repository_') or substr("mdl_user_preferences"."name", 1, 7) = 'flickr_') or substr("mdl_user_preferences"."name", 1, 13) = 'badges_email_');
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 23, 'core_preferences.other', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 24. core_preferences.pages: delete mdl_user_preferences (components/profile.yaml:92)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('accessibilitystyles_' || '*') or "mdl_user_preferences"."name" glob ('block' || '*') or "mdl_user_preferences"."name" glob ('calendar_' || '*') or "mdl_user_preferences"."name" glob ('coursecat_' || '*') or "mdl_user_preferences"."name" glob ('coursesectionspreferences' || '*') or "mdl_user_preferences"."name" glob ('docked_' || '*') or "mdl_user_preferences"."name" glob ('drawer-' || '*') or "mdl_user_preferences"."name" glob ('flextable_' || '*') or "mdl_user_preferences"."name" glob ('tool_usertours_' || '*') or "mdl_user_preferences"."name" glob ('user_home_' || '*'));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 24, 'core_preferences.pages', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 25. core_preferences.secrets: delete mdl_user_preferences (components/profile.yaml:118)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ((substr("mdl_user_preferences"."name", 1, 11) = 'repository_' or substr("mdl_user_preferences"."name", 1, 7) = 'flickr_') or substr("mdl_user_preferences"."name", 1, 13) = 'badges_email_');
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 25, 'core_preferences.secrets', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 26. core_preferences.teaching: delete mdl_user_preferences (components/profile.yaml:102)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('assign_' || '*') or "mdl_user_preferences"."name" glob ('assignment_' || '*') or "mdl_user_preferences"."name" glob ('data_perpage_' || '*') or "mdl_user_preferences"."name" glob ('grade_report_' || '*') or "mdl_user_preferences"."name" glob ('gradereport_' || '*') or "mdl_user_preferences"."name" glob ('gradingform_' || '*') or "mdl_user_preferences"."name" glob ('lesson_' || '*') or "mdl_user_preferences"."name" glob ('qtype_' || '*') or "mdl_user_preferences"."name" glob ('quiz_' || '*') or "mdl_user_preferences"."name" glob ('scorm_' || '*') or "mdl_user_preferences"."name" glob ('workshop' || '*'));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 26, 'core_preferences.teaching', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 27. core_keys.private_keys: delete mdl_user_private_key (components/account.yaml:187)
delete from "mdl_user_private_key"
where "mdl_user_private_key"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 27, 'core_keys.private_keys', 'delete', 'mdl_user_private_key', changes() from "probate_current";

-- outbox: bytes that no file has any more
insert into "probate_outbox" ("run", "kind", "body", "created")
select distinct (select "run" from "probate_current"), 'file', substr("probate_text_key"."k", 1, 2) || '/' || substr("probate_text_key"."k", 3, 2) || '/' || "probate_text_key"."k", cast(strftime('%s', 'now') as integer)
from "probate_text_key"
where "run" = (select "run" from "probate_current") and "capture" in (5) and not (exists (select 1 from "mdl_files" where "mdl_files"."contenthash" = "probate_text_key"."k"));

-- residue: nothing that was decided may be left
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 1 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 4))),
  ('residue of step 2 (delete mdl_message_airnotifier_devices)', (select count(*) from "mdl_message_airnotifier_devices" where "mdl_message_airnotifier_devices"."userdeviceid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 2))),
  ('residue of step 3 (delete mdl_message_popup_notifications)', (select count(*) from "mdl_message_popup_notifications" where "mdl_message_popup_notifications"."notificationid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 1))),
  ('residue of step 4 (delete mdl_block_recent_activity)', (select count(*) from "mdl_block_recent_activity" where "mdl_block_recent_activity"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 5 (delete mdl_block_recentlyaccesseditems)', (select count(*) from "mdl_block_recentlyaccesseditems" where "mdl_block_recentlyaccesseditems"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 6 (delete mdl_block_rss_client)', (select count(*) from "mdl_block_rss_client" where "mdl_block_rss_client"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 7 (delete mdl_block_todo)', (select count(*) from "mdl_block_todo" where "mdl_block_todo"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 8 (delete mdl_chat_users)', (select count(*) from "mdl_chat_users" where "mdl_chat_users"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 9 (delete mdl_editor_atto_autosave)', (select count(*) from "mdl_editor_atto_autosave" where "mdl_editor_atto_autosave"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 10 (delete mdl_favourite)', (select count(*) from "mdl_favourite" where "mdl_favourite"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 11 (delete mdl_forum_read)', (select count(*) from "mdl_forum_read" where "mdl_forum_read"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 12 (delete mdl_forum_track_prefs)', (select count(*) from "mdl_forum_track_prefs" where "mdl_forum_track_prefs"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 13 (delete mdl_notifications)', (select count(*) from "mdl_notifications" where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 1))),
  ('residue of step 13 (delete mdl_notifications, looked for again)', (select count(*) from "mdl_notifications" where "mdl_notifications"."useridto" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 14 (delete mdl_oauth2_refresh_token)', (select count(*) from "mdl_oauth2_refresh_token" where "mdl_oauth2_refresh_token"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 15 (delete mdl_stats_user_daily)', (select count(*) from "mdl_stats_user_daily" where "mdl_stats_user_daily"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 16 (delete mdl_stats_user_monthly)', (select count(*) from "mdl_stats_user_monthly" where "mdl_stats_user_monthly"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 17 (delete mdl_stats_user_weekly)', (select count(*) from "mdl_stats_user_weekly" where "mdl_stats_user_weekly"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 18 (delete mdl_tiny_autosave)', (select count(*) from "mdl_tiny_autosave" where "mdl_tiny_autosave"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 19 (delete mdl_user_devices)', (select count(*) from "mdl_user_devices" where "mdl_user_devices"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 2))),
  ('residue of step 19 (delete mdl_user_devices, looked for again)', (select count(*) from "mdl_user_devices" where "mdl_user_devices"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 20 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('atto_' || '*') or "mdl_user_preferences"."name" glob ('filemanager_' || '*') or "mdl_user_preferences"."name" glob ('filepicker_' || '*') or "mdl_user_preferences"."name" glob ('htmleditor' || '*')))),
  ('residue of step 21 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('forum_' || '*') or "mdl_user_preferences"."name" glob ('markasreadonnotification' || '*')))),
  ('residue of step 22 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('core_message_' || '*') or "mdl_user_preferences"."name" glob ('email_' || '*') or "mdl_user_preferences"."name" glob ('message_' || '*')))),
  ('residue of step 23 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and not ((((((((((((((((((((((((((((((((((((substr("mdl_user_preferences"."name", 1, 10) = 'htmleditor' or substr("mdl_user_preferences"."name", 1, 5) = 'atto_') or substr("mdl_user_preferences"."name", 1, 11) = 'filepicker_') or substr("mdl_user_preferences"."name", 1, 12) = 'filemanager_') or substr("mdl_user_preferences"."name", 1, 8) = 'message_') or substr("mdl_user_preferences"."name", 1, 13) = 'core_message_') or substr("mdl_user_preferences"."name", 1, 6) = 'email_') or substr("mdl_user_preferences"."name", 1, 10) = 'user_home_') or substr("mdl_user_preferences"."name", 1, 7) = 'drawer-') or substr("mdl_user_preferences"."name", 1, 5) = 'block') or substr("mdl_user_preferences"."name", 1, 7) = 'docked_') or substr("mdl_user_preferences"."name", 1, 9) = 'calendar_') or substr("mdl_user_preferences"."name", 1, 10) = 'coursecat_') or substr("mdl_user_preferences"."name", 1, 25) = 'coursesectionspreferences') or substr("mdl_user_preferences"."name", 1, 10) = 'flextable_') or substr("mdl_user_preferences"."name", 1, 15) = 'tool_usertours_') or substr("mdl_user_preferences"."name", 1, 20) = 'accessibilitystyles_') or substr("mdl_user_preferences"."name", 1, 6) = 'forum_') or substr("mdl_user_preferences"."name", 1, 24) = 'markasreadonnotification') or substr("mdl_user_preferences"."name", 1, 7) = 'assign_') or substr("mdl_user_preferences"."name", 1, 11) = 'assignment_') or substr("mdl_user_preferences"."name", 1, 8) = 'workshop') or substr("mdl_user_preferences"."name", 1, 5) = 'quiz_') or substr("mdl_user_preferences"."name", 1, 7) = 'lesson_') or substr("mdl_user_preferences"."name", 1, 6) = 'scorm_') or substr("mdl_user_preferences"."name", 1, 13) = 'grade_report_') or substr("mdl_user_preferences"."name", 1, 12) = 'gradereport_') or substr("mdl_user_preferences"."name", 1, 12) = 'gradingform_') or substr("mdl_user_preferences"."name", 1, 6) = 'qtype_') or substr("mdl_user_preferences"."name", 1, 13) = 'data_perpage_') or substr("mdl_user_preferences"."name", 1, 6) = 'login_') or substr("mdl_user_preferences"."name", 1, 5) = 'auth_') or substr("mdl_user_preferences"."name", 1, 15) = 'create_password') or substr("mdl_user_preferences"."name", 1, 12) = 'tool_mobile_') or substr("mdl_user_preferences"."name", 1, 11) = 'repository_') or substr("mdl_user_preferences"."name", 1, 7) = 'flickr_') or substr("mdl_user_preferences"."name", 1, 13) = 'badges_email_'))),
  ('residue of step 24 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('accessibilitystyles_' || '*') or "mdl_user_preferences"."name" glob ('block' || '*') or "mdl_user_preferences"."name" glob ('calendar_' || '*') or "mdl_user_preferences"."name" glob ('coursecat_' || '*') or "mdl_user_preferences"."name" glob ('coursesectionspreferences' || '*') or "mdl_user_preferences"."name" glob ('docked_' || '*') or "mdl_user_preferences"."name" glob ('drawer-' || '*') or "mdl_user_preferences"."name" glob ('flextable_' || '*') or "mdl_user_preferences"."name" glob ('tool_usertours_' || '*') or "mdl_user_preferences"."name" glob ('user_home_' || '*')))),
  ('residue of step 25 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ((substr("mdl_user_preferences"."name", 1, 11) = 'repository_' or substr("mdl_user_preferences"."name", 1, 7) = 'flickr_') or substr("mdl_user_preferences"."name", 1, 13) = 'badges_email_'))),
  ('residue of step 26 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('assign_' || '*') or "mdl_user_preferences"."name" glob ('assignment_' || '*') or "mdl_user_preferences"."name" glob ('data_perpage_' || '*') or "mdl_user_preferences"."name" glob ('grade_report_' || '*') or "mdl_user_preferences"."name" glob ('gradereport_' || '*') or "mdl_user_preferences"."name" glob ('gradingform_' || '*') or "mdl_user_preferences"."name" glob ('lesson_' || '*') or "mdl_user_preferences"."name" glob ('qtype_' || '*') or "mdl_user_preferences"."name" glob ('quiz_' || '*') or "mdl_user_preferences"."name" glob ('scorm_' || '*') or "mdl_user_preferences"."name" glob ('workshop' || '*')))),
  ('residue of step 27 (delete mdl_user_private_key)', (select count(*) from "mdl_user_private_key" where "mdl_user_private_key"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('captures in probate_key', 4 - (select count(*) from "probate_key" where "run" = (select "run" from "probate_current") and "capture" < 0)),
  ('captures in probate_text_key', 1 - (select count(*) from "probate_text_key" where "run" = (select "run" from "probate_current") and "capture" < 0))
) as "found" on 1 = 1
where "run" = (select "run" from "probate_current");

-- the ledger, the requests, the run
insert into "probate_ledger" ("run", "request", "type", "program", "at")
select "run", "request", 'active-cleanup', 'edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294', cast(strftime('%s', 'now') as integer)
from "probate_batch"
where "run" = (select "run" from "probate_current")
order by "subject";
update "probate_request"
set "state" = 'done', "run" = (select "run" from "probate_current"), "finished" = cast(strftime('%s', 'now') as integer), "not_before" = null, "reason" = null, "token" = null
where "id" in (select "request" from "probate_batch" where "run" = (select "run" from "probate_current"));
update "probate_run"
set "finished" = cast(strftime('%s', 'now') as integer), "subjects" = (select count(*) from "probate_batch" where "run" = (select "run" from "probate_current"))
where "run" = (select "run" from "probate_current");
delete from "probate_key"
where "run" = (select "run" from "probate_current");
delete from "probate_text_key"
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
union all select "run", 'checks made', 31 - (select count(*) from "probate_check" where "run" = (select "run" from "probate_current")) from "probate_current"
union all select "run", 'steps done', 27 - (select count(*) from "probate_result" where "run" = (select "run" from "probate_current")) from "probate_current"
union all select "run", 'ledger rows', (select "subjects" from "probate_run" where "run" = (select "run" from "probate_current")) - (select count(*) from "probate_ledger" where "run" = (select "run" from "probate_current")) from "probate_current"
union all select "run", 'requests done', (select "subjects" from "probate_run" where "run" = (select "run" from "probate_current")) - (select count(*) from "probate_request" where "run" = (select "run" from "probate_current") and "state" in ('done', 'held')) from "probate_current"
union all select "run", 'notices written', (select count(*) from "probate_request" where "run" = (select "run" from "probate_current") and "state" = 'done') - (select count(*) from "probate_outbox" where "run" = (select "run" from "probate_current") and "kind" = 'notice') from "probate_current";
delete from "probate_current";
commit;
