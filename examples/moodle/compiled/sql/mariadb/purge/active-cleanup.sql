-- Purge type `active-cleanup`, for subjects whose status is `active` (types.yaml:24).
-- Takes up to 50 due requests of this type and carries them out in one transaction, all or nothing.
-- Run it again until nothing is due. Compiled from the policy; edit that instead.
-- Requests that are carried out: manual.
-- Program edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294
set names utf8mb4 collate utf8mb4_nopad_bin;
set session sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_BACKSLASH_ESCAPES,SIMULTANEOUS_ASSIGNMENT';
set session time_zone = '+00:00';
set session transaction isolation level repeatable read, read write;
set session completion_type = 'NO_CHAIN';
set session foreign_key_checks = 1;
set session unique_checks = 1;
set session check_constraint_checks = 1;
set session sql_safe_updates = 0;
set session sql_big_selects = 1;
set session sql_select_limit = 18446744073709551615;
set session sql_auto_is_null = 0;
set session group_concat_max_len = 1073741824;
set session max_recursive_iterations = 4294967295;
set session innodb_lock_wait_timeout = 15;
set session lock_wait_timeout = 15;

-- the mark by which this client knows what it claims
set session autocommit = 0;
set @probate_token = convert(uuid() using utf8mb4) collate utf8mb4_nopad_bin;
start transaction;

-- outbox: notices of requests that are new
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`asked` = coalesce(`asked`, unix_timestamp())
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'active-cleanup' and `probate_request`.`state` in ('requested', 'awaiting_approval', 'approved') and `probate_request`.`attempts` = 0 and not (exists (select 1 from `probate_told` where `probate_told`.`request` = `probate_request`.`id`)) and not (exists (select 1 from `probate_outbox` where `probate_outbox`.`run` = 0 - `probate_request`.`id` and `probate_outbox`.`kind` = 'notice' and left(convert(`probate_outbox`.`body` using utf8mb4), 29) = '{"notice":"request-received",' collate utf8mb4_nopad_bin));
insert into `probate_outbox` (`run`, `kind`, `body`, `created`)
select 0 - `probate_asked`.`request`, 'notice', concat('{"notice":"request-received","to":"controller","locale":"en","request":', cast(`probate_asked`.`request` as char), ',"subject":', cast(`probate_asked`.`subject` as char), ',"title":"Request ', cast(`probate_asked`.`request` as char), ': Tidy up an account in use","body":"User ', substr(json_quote(coalesce(convert(cast(`probate_asked`.`subject` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, 2, char_length(json_quote(coalesce(convert(cast(`probate_asked`.`subject` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin) - 2), ' is concerned. Whether it needs an approval is shown by `probate request list`."}'), unix_timestamp()
from (select `id` as `request`, `subject` as `subject`, `reason` as `reason`, `expires` as `expires` from `probate_request` where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'active-cleanup' and `probate_request`.`state` in ('requested', 'awaiting_approval', 'approved') and `probate_request`.`attempts` = 0 and not (exists (select 1 from `probate_told` where `probate_told`.`request` = `probate_request`.`id`)) and not (exists (select 1 from `probate_outbox` where `probate_outbox`.`run` = 0 - `probate_request`.`id` and `probate_outbox`.`kind` = 'notice' and left(convert(`probate_outbox`.`body` using utf8mb4), 29) = '{"notice":"request-received",' collate utf8mb4_nopad_bin)) and (not (`probate_request`.`origin` in ('automatic', 'retention', 'legacy')) or `probate_request`.`state` <> 'approved')) as `probate_asked`;
insert into `probate_told` (`request`, `at`)
select `probate_request`.`id`, unix_timestamp()
from `probate_request`
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'active-cleanup' and `probate_request`.`state` in ('requested', 'awaiting_approval', 'approved') and `probate_request`.`attempts` = 0 and not (exists (select 1 from `probate_told` where `probate_told`.`request` = `probate_request`.`id`)) and exists (select 1 from `probate_outbox` where `probate_outbox`.`run` = 0 - `probate_request`.`id` and `probate_outbox`.`kind` = 'notice' and left(convert(`probate_outbox`.`body` using utf8mb4), 29) = '{"notice":"request-received",' collate utf8mb4_nopad_bin)
on duplicate key update `request` = `probate_told`.`request`;
commit;
start transaction;

-- claim: what a lost run left behind goes back, or has failed too often
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = case when `attempts` >= 5 then 'failed' else 'approved' end, `probate_request`.`reason` = case when `attempts` >= 5 then coalesce(`reason`, 'attempts') else `reason` end, `probate_request`.`finished` = case when `attempts` >= 5 then unix_timestamp() else `finished` end, `probate_request`.`not_before` = unix_timestamp() + case when `attempts` >= 4 then 3600 when `attempts` >= 3 then 600 when `attempts` >= 2 then 60 else 0 end, `probate_request`.`token` = null
where `kind` = 'purge' and `type` = 'active-cleanup' and `state` = 'running';

-- claim: what names a place that cannot be has failed
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'failed', `probate_request`.`reason` = 'unknown-place', `probate_request`.`finished` = unix_timestamp()
where `kind` = 'purge' and `type` = 'active-cleanup' and `state` = 'approved' and not (`place` <=> '');

-- claim: fresh requests, at most 50
update `probate_request`
set `probate_request`.`state` = 'running', `probate_request`.`attempts` = `attempts` + 1, `probate_request`.`token` = @probate_token
where `state` in ('approved', 'held') and `id` in (select `id` from (select `id` from `probate_request` where `kind` = 'purge' and `type` = 'active-cleanup' and (`state` = 'approved' and (`not_before` is null or `not_before` <= unix_timestamp()) or `state` = 'held' and `not_before` <= unix_timestamp()) and `subject` in (select `mdl_user`.`id` from `mdl_user` where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and not (`mdl_user`.`deleted` = 1) and not (`mdl_user`.`deleted` = 0 and `mdl_user`.`suspended` = 1) and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true)) and not (not (`place` <=> '')) and not (`origin` in ('automatic', 'self')) and `attempts` = 0 order by `id` limit 50) as `chosen`);

-- claim: or else the one retry with the fewest attempts
update `probate_request`
set `probate_request`.`state` = 'running', `probate_request`.`attempts` = `attempts` + 1, `probate_request`.`token` = @probate_token
where `state` in ('approved', 'held') and `id` in (select `id` from (select `id` from `probate_request` where `kind` = 'purge' and `type` = 'active-cleanup' and (`state` = 'approved' and (`not_before` is null or `not_before` <= unix_timestamp()) or `state` = 'held' and `not_before` <= unix_timestamp()) and `subject` in (select `mdl_user`.`id` from `mdl_user` where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and not (`mdl_user`.`deleted` = 1) and not (`mdl_user`.`deleted` = 0 and `mdl_user`.`suspended` = 1) and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true)) and not (not (`place` <=> '')) and not (`origin` in ('automatic', 'self')) order by `attempts`, `id` limit 1) as `chosen`) and not (exists (select 1 from `probate_request` where `token` = @probate_token and `state` = 'running'));
commit;

-- the run begins; without a claim everything that follows selects nothing
start transaction;
set @probate_run = null, @probate_claimed = null;
select count(*) into @probate_claimed from `probate_request` where `token` = @probate_token and `state` = 'running' for update;
select 'undone because of', concat('table ', table_name, ' is none of InnoDB that forgets what is deleted'), 1 from information_schema.tables where table_schema = database() and table_name in ('mdl_block_recent_activity', 'mdl_block_recentlyaccesseditems', 'mdl_block_rss_client', 'mdl_block_todo', 'mdl_chat_users', 'mdl_editor_atto_autosave', 'mdl_favourite', 'mdl_files', 'mdl_forum_read', 'mdl_forum_track_prefs', 'mdl_message_airnotifier_devices', 'mdl_message_popup_notifications', 'mdl_notifications', 'mdl_oauth2_refresh_token', 'mdl_stats_user_daily', 'mdl_stats_user_monthly', 'mdl_stats_user_weekly', 'mdl_tiny_autosave', 'mdl_user_devices', 'mdl_user_preferences', 'mdl_user_private_key') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB') and @probate_claimed > 0;
insert into `probate_assert` (`run`, `what`, `bad`)
select 0, 'tables', count(*) from information_schema.tables where table_schema = database() and table_name in ('mdl_block_recent_activity', 'mdl_block_recentlyaccesseditems', 'mdl_block_rss_client', 'mdl_block_todo', 'mdl_chat_users', 'mdl_editor_atto_autosave', 'mdl_favourite', 'mdl_files', 'mdl_forum_read', 'mdl_forum_track_prefs', 'mdl_message_airnotifier_devices', 'mdl_message_popup_notifications', 'mdl_notifications', 'mdl_oauth2_refresh_token', 'mdl_stats_user_daily', 'mdl_stats_user_monthly', 'mdl_stats_user_weekly', 'mdl_tiny_autosave', 'mdl_user_devices', 'mdl_user_preferences', 'mdl_user_private_key') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB') and @probate_claimed > 0 having count(*) > 0;
insert into `probate_run` (`type`, `program`, `started`)
select 'active-cleanup', 'edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294', unix_timestamp() where @probate_claimed > 0 and not exists (select 1 from information_schema.tables where table_schema = database() and table_name in ('mdl_block_recent_activity', 'mdl_block_recentlyaccesseditems', 'mdl_block_rss_client', 'mdl_block_todo', 'mdl_chat_users', 'mdl_editor_atto_autosave', 'mdl_favourite', 'mdl_files', 'mdl_forum_read', 'mdl_forum_track_prefs', 'mdl_message_airnotifier_devices', 'mdl_message_popup_notifications', 'mdl_notifications', 'mdl_oauth2_refresh_token', 'mdl_stats_user_daily', 'mdl_stats_user_monthly', 'mdl_stats_user_weekly', 'mdl_tiny_autosave', 'mdl_user_devices', 'mdl_user_preferences', 'mdl_user_private_key') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB'));
set @probate_run = if(row_count() = 1, last_insert_id(), null);

-- decide: the subjects, with their status checked again
insert into `probate_batch` (`run`, `subject`, `request`, `place`)
select @probate_run, `claimed`.`subject`, `claimed`.`id`, `claimed`.`place`
from (select `id`, `subject`, `place` from `probate_request` where `token` = @probate_token and `state` = 'running' and `type` = 'active-cleanup' and not (@probate_run is null)) as `claimed`
join `mdl_user` on `claimed`.`subject` = `mdl_user`.`id`
where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and not (`mdl_user`.`deleted` = 1) and not (`mdl_user`.`deleted` = 0 and `mdl_user`.`suspended` = 1) and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true)
order by `claimed`.`subject`
for update;

-- decide: who left the status since the claim is left alone
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'approved', `probate_request`.`attempts` = `attempts` - 1, `probate_request`.`token` = null
where `token` = @probate_token and `state` = 'running' and not (`id` in (select `request` from `probate_batch` where `run` = @probate_run)) and not (@probate_run is null);

-- decide: core_notification.received: which rows of mdl_notifications (components/messaging.yaml:75)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 1, `mdl_notifications`.`id`
from `mdl_notifications`
where `mdl_notifications`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -1, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.devices: which rows of mdl_user_devices (components/account.yaml:110)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 2, `mdl_user_devices`.`id`
from `mdl_user_devices`
where `mdl_user_devices`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -2, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.draft_files: which rows of mdl_user (components/account.yaml:125)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 3, `mdl_user`.`id`
from `mdl_user`
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -3, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.draft_files: which rows of mdl_files (components/account.yaml:126)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 4, `mdl_files`.`id`
from `mdl_files`
where `mdl_files`.`contextid` in (select `probate_l0_1`.`id` from `mdl_user` join `mdl_context` as `probate_l0_1` on `probate_l0_1`.`instanceid` = `mdl_user`.`id` and `probate_l0_1`.`contextlevel` = 30 where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 3)) and `mdl_files`.`component` = 'user' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'draft' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -4, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.draft_files: whose bytes may go (components/account.yaml:126)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 5, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 4) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -5, 'captured' from `probate_run` where `run` = @probate_run;

-- outbox: notices `purge-done`, before what they name is gone
insert into `probate_outbox` (`run`, `kind`, `body`, `created`)
select @probate_run, 'notice', case when replace(convert(cast(lower(convert(cast(convert(`mdl_user`.`lang` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin, '_', '-') = 'ar' or left(convert(replace(convert(cast(lower(convert(cast(convert(`mdl_user`.`lang` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin, '_', '-') using utf8mb4), 3) = 'ar-' collate utf8mb4_nopad_bin then concat('{"notice":"purge-done","to":"subject","locale":"ar","request":', cast(`probate_asked`.`request` as char), ',"subject":', cast(`probate_asked`.`subject` as char), ',"named":{"email":', json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, concat('},"title":"حُذفت بياناتك","body":"نفّذنا «تنظيف حساب قيد الاستخدام»: حُذفت بيانات عنك في الحرم الجامعي.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nتُرسل هذه الرسالة إلى '), substr(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, 2, char_length(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin) - 2), concat('، العنوان الذي كان لدينا. للأسئلة: privacy@example.edu.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nExample University', char(0x5C using utf8mb4), 'n"}')) when replace(convert(cast(lower(convert(cast(convert(`mdl_user`.`lang` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin, '_', '-') = 'de' or left(convert(replace(convert(cast(lower(convert(cast(convert(`mdl_user`.`lang` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin, '_', '-') using utf8mb4), 3) = 'de-' collate utf8mb4_nopad_bin then concat('{"notice":"purge-done","to":"subject","locale":"de","request":', cast(`probate_asked`.`request` as char), ',"subject":', cast(`probate_asked`.`subject` as char), ',"named":{"email":', json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, concat('},"title":"Ihre Daten sind gelöscht","body":"Wir haben „Genutztes Konto aufräumen“ ausgeführt: Daten über Sie in Campus sind gelöscht.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nDiese Nachricht geht an '), substr(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, 2, char_length(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin) - 2), concat(', die Adresse, die wir hatten. Fragen: privacy@example.edu.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nExample University', char(0x5C using utf8mb4), 'n"}')) else concat('{"notice":"purge-done","to":"subject","locale":"en","request":', cast(`probate_asked`.`request` as char), ',"subject":', cast(`probate_asked`.`subject` as char), ',"named":{"email":', json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, concat('},"title":"Your data is deleted","body":"We have carried out “Tidy up an account in use”: data about you in Campus is deleted.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nThis message goes to '), substr(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, 2, char_length(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin) - 2), concat(', the address that we had. Questions: privacy@example.edu.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nExample University', char(0x5C using utf8mb4), 'n"}')) end, unix_timestamp()
from (select `request`, `subject` from `probate_batch` where `run` = @probate_run) as `probate_asked`
join `mdl_user` as `mdl_user` on `probate_asked`.`subject` = `mdl_user`.`id`;

-- 1. core_user.draft_files: delete mdl_files (components/account.yaml:126)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 4);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 1, 'core_user.draft_files', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 2. core_user.devices: delete mdl_message_airnotifier_devices (components/account.yaml:114)
delete `mdl_message_airnotifier_devices` from `mdl_message_airnotifier_devices`
where `mdl_message_airnotifier_devices`.`userdeviceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 2);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 2, 'core_user.devices', 'delete', 'mdl_message_airnotifier_devices', row_count() from `probate_run` where `run` = @probate_run;

-- 3. core_notification.received: delete mdl_message_popup_notifications (components/messaging.yaml:80)
delete `mdl_message_popup_notifications` from `mdl_message_popup_notifications`
where `mdl_message_popup_notifications`.`notificationid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 1);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 3, 'core_notification.received', 'delete', 'mdl_message_popup_notifications', row_count() from `probate_run` where `run` = @probate_run;

-- 4. core_log.activity: delete mdl_block_recent_activity (components/records.yaml:39)
delete `mdl_block_recent_activity` from `mdl_block_recent_activity`
where `mdl_block_recent_activity`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 4, 'core_log.activity', 'delete', 'mdl_block_recent_activity', row_count() from `probate_run` where `run` = @probate_run;

-- 5. core_profile.recent_items: delete mdl_block_recentlyaccesseditems (components/profile.yaml:42)
delete `mdl_block_recentlyaccesseditems` from `mdl_block_recentlyaccesseditems`
where `mdl_block_recentlyaccesseditems`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 5, 'core_profile.recent_items', 'delete', 'mdl_block_recentlyaccesseditems', row_count() from `probate_run` where `run` = @probate_run;

-- 6. core_profile.feeds: delete mdl_block_rss_client (components/profile.yaml:57)
delete `mdl_block_rss_client` from `mdl_block_rss_client`
where `mdl_block_rss_client`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 6, 'core_profile.feeds', 'delete', 'mdl_block_rss_client', row_count() from `probate_run` where `run` = @probate_run;

-- 7. core_profile.todo: delete mdl_block_todo (components/profile.yaml:52)
delete `mdl_block_todo` from `mdl_block_todo`
where `mdl_block_todo`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 7, 'core_profile.todo', 'delete', 'mdl_block_todo', row_count() from `probate_run` where `run` = @probate_run;

-- 8. mod_chat.sessions: delete mdl_chat_users (components/activities.yaml:115)
delete `mdl_chat_users` from `mdl_chat_users`
where `mdl_chat_users`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 8, 'mod_chat.sessions', 'delete', 'mdl_chat_users', row_count() from `probate_run` where `run` = @probate_run;

-- 9. core_profile.autosaves: delete mdl_editor_atto_autosave (components/profile.yaml:62)
delete `mdl_editor_atto_autosave` from `mdl_editor_atto_autosave`
where `mdl_editor_atto_autosave`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 9, 'core_profile.autosaves', 'delete', 'mdl_editor_atto_autosave', row_count() from `probate_run` where `run` = @probate_run;

-- 10. core_profile.favourites: delete mdl_favourite (components/profile.yaml:36)
delete `mdl_favourite` from `mdl_favourite`
where `mdl_favourite`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 10, 'core_profile.favourites', 'delete', 'mdl_favourite', row_count() from `probate_run` where `run` = @probate_run;

-- 11. mod_forum.tracking: delete mdl_forum_read (components/forum.yaml:43)
delete `mdl_forum_read` from `mdl_forum_read`
where `mdl_forum_read`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 11, 'mod_forum.tracking', 'delete', 'mdl_forum_read', row_count() from `probate_run` where `run` = @probate_run;

-- 12. mod_forum.tracking: delete mdl_forum_track_prefs (components/forum.yaml:44)
delete `mdl_forum_track_prefs` from `mdl_forum_track_prefs`
where `mdl_forum_track_prefs`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 12, 'mod_forum.tracking', 'delete', 'mdl_forum_track_prefs', row_count() from `probate_run` where `run` = @probate_run;

-- 13. core_notification.received: delete mdl_notifications (components/messaging.yaml:75)
delete `mdl_notifications` from `mdl_notifications`
where `mdl_notifications`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 1);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 13, 'core_notification.received', 'delete', 'mdl_notifications', row_count() from `probate_run` where `run` = @probate_run;

-- 14. core_keys.refresh_tokens: delete mdl_oauth2_refresh_token (components/account.yaml:192)
delete `mdl_oauth2_refresh_token` from `mdl_oauth2_refresh_token`
where `mdl_oauth2_refresh_token`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 14, 'core_keys.refresh_tokens', 'delete', 'mdl_oauth2_refresh_token', row_count() from `probate_run` where `run` = @probate_run;

-- 15. core_log.statistics: delete mdl_stats_user_daily (components/records.yaml:46)
delete `mdl_stats_user_daily` from `mdl_stats_user_daily`
where `mdl_stats_user_daily`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 15, 'core_log.statistics', 'delete', 'mdl_stats_user_daily', row_count() from `probate_run` where `run` = @probate_run;

-- 16. core_log.statistics: delete mdl_stats_user_monthly (components/records.yaml:46)
delete `mdl_stats_user_monthly` from `mdl_stats_user_monthly`
where `mdl_stats_user_monthly`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 16, 'core_log.statistics', 'delete', 'mdl_stats_user_monthly', row_count() from `probate_run` where `run` = @probate_run;

-- 17. core_log.statistics: delete mdl_stats_user_weekly (components/records.yaml:46)
delete `mdl_stats_user_weekly` from `mdl_stats_user_weekly`
where `mdl_stats_user_weekly`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 17, 'core_log.statistics', 'delete', 'mdl_stats_user_weekly', row_count() from `probate_run` where `run` = @probate_run;

-- 18. core_profile.autosaves: delete mdl_tiny_autosave (components/profile.yaml:62)
delete `mdl_tiny_autosave` from `mdl_tiny_autosave`
where `mdl_tiny_autosave`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 18, 'core_profile.autosaves', 'delete', 'mdl_tiny_autosave', row_count() from `probate_run` where `run` = @probate_run;

-- 19. core_user.devices: delete mdl_user_devices (components/account.yaml:110)
delete `mdl_user_devices` from `mdl_user_devices`
where `mdl_user_devices`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 2);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 19, 'core_user.devices', 'delete', 'mdl_user_devices', row_count() from `probate_run` where `run` = @probate_run;

-- 20. core_preferences.editor: delete mdl_user_preferences (components/profile.yaml:82)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('atto!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filemanager!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filepicker!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('htmleditor', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 20, 'core_preferences.editor', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 21. core_preferences.forum: delete mdl_user_preferences (components/profile.yaml:97)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('forum!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('markasreadonnotification', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 21, 'core_preferences.forum', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 22. core_preferences.messaging: delete mdl_user_preferences (components/profile.yaml:87)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('core!_message!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('email!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('message!_', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 22, 'core_preferences.messaging', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 23. core_preferences.other: delete mdl_user_preferences (components/profile.yaml:128)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and not ((((((((((((((((((((((((((((((((((((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'htmleditor' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'atto_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'filepicker_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'filemanager_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'core_message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'email_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'user_home_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'drawer-' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'block' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'docked_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 9) = 'calendar_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'coursecat_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 25) = 'coursesectionspreferences' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'flextable_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'tool_usertours_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 20) = 'accessibilitystyles_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'forum_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 24) = 'markasreadonnotification' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'assign_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'assignment_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'workshop' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'quiz_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'lesson_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'scorm_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'grade_report_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradereport_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradingform_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'qtype_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'data_perpage_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'login_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'auth_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'create_password' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'tool_mobile_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 23, 'core_preferences.other', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 24. core_preferences.pages: delete mdl_user_preferences (components/profile.yaml:92)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('accessibilitystyles!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('block', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('calendar!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursecat!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursesectionspreferences', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('docked!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('drawer-', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('flextable!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('tool!_usertours!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('user!_home!_', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 24, 'core_preferences.pages', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 25. core_preferences.secrets: delete mdl_user_preferences (components/profile.yaml:118)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and ((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 25, 'core_preferences.secrets', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 26. core_preferences.teaching: delete mdl_user_preferences (components/profile.yaml:102)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assign!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assignment!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('data!_perpage!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('grade!_report!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradereport!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradingform!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('lesson!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('qtype!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('quiz!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('scorm!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('workshop', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 26, 'core_preferences.teaching', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 27. core_keys.private_keys: delete mdl_user_private_key (components/account.yaml:187)
delete `mdl_user_private_key` from `mdl_user_private_key`
where `mdl_user_private_key`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 27, 'core_keys.private_keys', 'delete', 'mdl_user_private_key', row_count() from `probate_run` where `run` = @probate_run;

-- outbox: bytes that no file has any more
insert into `probate_outbox` (`run`, `kind`, `body`, `created`)
select distinct @probate_run, 'file', concat(substr(`probate_text_key`.`k`, 1, 2), '/', substr(`probate_text_key`.`k`, 3, 2), '/', convert(`probate_text_key`.`k` using utf8mb4) collate utf8mb4_nopad_bin), unix_timestamp()
from `probate_text_key`
where `run` = @probate_run and `capture` in (5) and not (exists (select 1 from `mdl_files` where `mdl_files`.`contenthash` = `probate_text_key`.`k`));

-- residue: nothing that was decided may be left
insert into `probate_check` (`run`, `what`, `bad`)
select `probate_run`.`run`, `found`.`column1`, `found`.`column2`
from `probate_run`
join (
  select 'residue of step 1 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 4)) as `column2`
  union all select 'residue of step 2 (delete mdl_message_airnotifier_devices)' as `column1`, (select count(*) from `mdl_message_airnotifier_devices` where `mdl_message_airnotifier_devices`.`userdeviceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 2)) as `column2`
  union all select 'residue of step 3 (delete mdl_message_popup_notifications)' as `column1`, (select count(*) from `mdl_message_popup_notifications` where `mdl_message_popup_notifications`.`notificationid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 1)) as `column2`
  union all select 'residue of step 4 (delete mdl_block_recent_activity)' as `column1`, (select count(*) from `mdl_block_recent_activity` where `mdl_block_recent_activity`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 5 (delete mdl_block_recentlyaccesseditems)' as `column1`, (select count(*) from `mdl_block_recentlyaccesseditems` where `mdl_block_recentlyaccesseditems`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 6 (delete mdl_block_rss_client)' as `column1`, (select count(*) from `mdl_block_rss_client` where `mdl_block_rss_client`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 7 (delete mdl_block_todo)' as `column1`, (select count(*) from `mdl_block_todo` where `mdl_block_todo`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 8 (delete mdl_chat_users)' as `column1`, (select count(*) from `mdl_chat_users` where `mdl_chat_users`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 9 (delete mdl_editor_atto_autosave)' as `column1`, (select count(*) from `mdl_editor_atto_autosave` where `mdl_editor_atto_autosave`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 10 (delete mdl_favourite)' as `column1`, (select count(*) from `mdl_favourite` where `mdl_favourite`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 11 (delete mdl_forum_read)' as `column1`, (select count(*) from `mdl_forum_read` where `mdl_forum_read`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 12 (delete mdl_forum_track_prefs)' as `column1`, (select count(*) from `mdl_forum_track_prefs` where `mdl_forum_track_prefs`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 13 (delete mdl_notifications)' as `column1`, (select count(*) from `mdl_notifications` where `mdl_notifications`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 1)) as `column2`
  union all select 'residue of step 13 (delete mdl_notifications, looked for again)' as `column1`, (select count(*) from `mdl_notifications` where `mdl_notifications`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 14 (delete mdl_oauth2_refresh_token)' as `column1`, (select count(*) from `mdl_oauth2_refresh_token` where `mdl_oauth2_refresh_token`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 15 (delete mdl_stats_user_daily)' as `column1`, (select count(*) from `mdl_stats_user_daily` where `mdl_stats_user_daily`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 16 (delete mdl_stats_user_monthly)' as `column1`, (select count(*) from `mdl_stats_user_monthly` where `mdl_stats_user_monthly`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 17 (delete mdl_stats_user_weekly)' as `column1`, (select count(*) from `mdl_stats_user_weekly` where `mdl_stats_user_weekly`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 18 (delete mdl_tiny_autosave)' as `column1`, (select count(*) from `mdl_tiny_autosave` where `mdl_tiny_autosave`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 19 (delete mdl_user_devices)' as `column1`, (select count(*) from `mdl_user_devices` where `mdl_user_devices`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 2)) as `column2`
  union all select 'residue of step 19 (delete mdl_user_devices, looked for again)' as `column1`, (select count(*) from `mdl_user_devices` where `mdl_user_devices`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 20 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('atto!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filemanager!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filepicker!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('htmleditor', '%')) escape '!')) as `column2`
  union all select 'residue of step 21 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('forum!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('markasreadonnotification', '%')) escape '!')) as `column2`
  union all select 'residue of step 22 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('core!_message!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('email!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('message!_', '%')) escape '!')) as `column2`
  union all select 'residue of step 23 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and not ((((((((((((((((((((((((((((((((((((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'htmleditor' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'atto_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'filepicker_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'filemanager_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'core_message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'email_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'user_home_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'drawer-' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'block' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'docked_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 9) = 'calendar_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'coursecat_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 25) = 'coursesectionspreferences' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'flextable_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'tool_usertours_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 20) = 'accessibilitystyles_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'forum_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 24) = 'markasreadonnotification' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'assign_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'assignment_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'workshop' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'quiz_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'lesson_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'scorm_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'grade_report_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradereport_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradingform_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'qtype_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'data_perpage_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'login_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'auth_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'create_password' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'tool_mobile_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 24 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('accessibilitystyles!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('block', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('calendar!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursecat!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursesectionspreferences', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('docked!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('drawer-', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('flextable!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('tool!_usertours!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('user!_home!_', '%')) escape '!')) as `column2`
  union all select 'residue of step 25 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and ((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 26 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assign!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assignment!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('data!_perpage!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('grade!_report!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradereport!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradingform!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('lesson!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('qtype!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('quiz!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('scorm!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('workshop', '%')) escape '!')) as `column2`
  union all select 'residue of step 27 (delete mdl_user_private_key)' as `column1`, (select count(*) from `mdl_user_private_key` where `mdl_user_private_key`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'captures in probate_key' as `column1`, 4 - (select count(*) from `probate_key` where `run` = @probate_run and `capture` < 0) as `column2`
  union all select 'captures in probate_text_key' as `column1`, 1 - (select count(*) from `probate_text_key` where `run` = @probate_run and `capture` < 0) as `column2`
) as `found` on 1 = 1
where `run` = @probate_run;

-- the ledger, the requests, the run
insert into `probate_ledger` (`run`, `request`, `type`, `program`, `at`)
select `run`, `request`, 'active-cleanup', 'edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294', unix_timestamp()
from `probate_batch`
where `run` = @probate_run
order by `subject`;
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'done', `probate_request`.`run` = @probate_run, `probate_request`.`finished` = unix_timestamp(), `probate_request`.`not_before` = null, `probate_request`.`reason` = null, `probate_request`.`token` = null
where `id` in (select `request` from `probate_batch` where `run` = @probate_run);
update `probate_run` join (select 1) as `probate_one`
set `probate_run`.`finished` = unix_timestamp(), `probate_run`.`subjects` = (select count(*) from `probate_batch` where `run` = @probate_run)
where `run` = @probate_run;
delete `probate_key` from `probate_key`
where `run` = @probate_run;
delete `probate_text_key` from `probate_text_key`
where `run` = @probate_run;
delete `probate_batch` from `probate_batch`
where `run` = @probate_run;

-- what was done
select `step`, `item`, `action`, `table_name`, `changed`
from `probate_result`
where `run` = @probate_run
order by `step`;

-- what speaks against it: each line undoes the run
select 'undone because of', `what`, `bad`
from `probate_check`
where `run` = @probate_run and `bad` <> 0
order by `what`;

-- the end: nothing left, nobody else's rows touched, every part there; or nothing at all
insert into `probate_assert` (`run`, `what`, `bad`)
select `run`, 'residue and guards', coalesce((select coalesce(sum(`bad`), 0) from `probate_check` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'checks made', coalesce(31 - (select count(*) from `probate_check` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'steps done', coalesce(27 - (select count(*) from `probate_result` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'ledger rows', coalesce((select `subjects` from `probate_run` where `run` = @probate_run) - (select count(*) from `probate_ledger` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'requests done', coalesce((select `subjects` from `probate_run` where `run` = @probate_run) - (select count(*) from `probate_request` where `run` = @probate_run and `state` in ('done', 'held')), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'notices written', coalesce((select count(*) from `probate_request` where `run` = @probate_run and `state` = 'done') - (select count(*) from `probate_outbox` where `run` = @probate_run and `kind` = 'notice'), 1) from `probate_run` where `run` = @probate_run;
set @probate_end = if((select count(*) from `probate_assert` where `run` = @probate_run and `bad` = 0) = 6, 'commit', 'rollback');
execute immediate @probate_end;
