-- Purge type `leaver-light`, for subjects whose status is `suspended` (types.yaml:52).
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

-- sweep: whoever has left the status since their purge, or is not to be purged by itself, is not looked at any more
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`not_before` = null
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-light' and `probate_request`.`state` = 'done' and not (`probate_request`.`not_before` is null) and (not (exists (select 1 from `mdl_user` where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and `mdl_user`.`deleted` = 0 and `mdl_user`.`suspended` = 1 and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true) and `mdl_user`.`id` = `probate_request`.`subject`)) or exists (select 1 from `probate_own_type` where `probate_own_type`.`subject` = `probate_request`.`subject` and `probate_own_type`.`status` = 'suspended' and (`probate_own_type`.`type` is null or `probate_request`.`origin` = 'automatic' and `probate_own_type`.`type` <> 'leaver-light')));

-- sweep: whose purge is looked at now
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`token` = @probate_token
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-light' and `probate_request`.`state` = 'done' and `probate_request`.`not_before` <= unix_timestamp();

-- sweep: of whom there are rows again
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`not_before` = -1
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-light' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token and ((select count(*) from `mdl_auth_lti_linked_login` where `mdl_auth_lti_linked_login`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_auth_oauth2_linked_login` where `mdl_auth_oauth2_linked_login`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_auth_oauth2_linked_login` where `mdl_auth_oauth2_linked_login`.`usermodified` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_messageinbound_messagelist` where `mdl_messageinbound_messagelist`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_auth_oidc_prevlogin` where `mdl_auth_oidc_prevlogin`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_auth_oidc_token` where `mdl_auth_oidc_token`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_post` where `mdl_post`.`userid` = `probate_request`.`subject` and (`mdl_post`.`module` = 'blog' collate utf8mb4_nopad_bin or `mdl_post`.`module` = 'blog_external' collate utf8mb4_nopad_bin)) > 0 or (select count(*) from `mdl_blog_external` where `mdl_blog_external`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_event` where `mdl_event`.`userid` = `probate_request`.`subject` and `mdl_event`.`courseid` = 0 and `mdl_event`.`groupid` = 0 and `mdl_event`.`categoryid` = 0) > 0 or (select count(*) from `mdl_event` where `mdl_event`.`userid` = `probate_request`.`subject` and ((`mdl_event`.`courseid` <> 0 or `mdl_event`.`groupid` <> 0) or `mdl_event`.`categoryid` <> 0)) > 0 or (select count(*) from `mdl_event_subscriptions` where `mdl_event_subscriptions`.`userid` = `probate_request`.`subject` and `mdl_event_subscriptions`.`eventtype` = 'user' collate utf8mb4_nopad_bin) > 0 or (select count(*) from `mdl_event_subscriptions` where `mdl_event_subscriptions`.`userid` = `probate_request`.`subject` and `mdl_event_subscriptions`.`eventtype` <> 'user' collate utf8mb4_nopad_bin) > 0 or (select count(*) from `mdl_comments` where `mdl_comments`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_infected_files` where `mdl_infected_files`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user_private_key` where `mdl_user_private_key`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_oauth2_refresh_token` where `mdl_oauth2_refresh_token`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_repository_instances` where `mdl_repository_instances`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_external_services_users` where `mdl_external_services_users`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_external_tokens` where `mdl_external_tokens`.`creatorid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_external_tokens` where `mdl_external_tokens`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`contextinstanceid` = `probate_request`.`subject` and `mdl_logstore_standard_log`.`contextlevel` = 30 and `mdl_logstore_standard_log`.`contextlevel` = 30) > 0 or (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`relateduserid` = `probate_request`.`subject` and (not (`mdl_logstore_standard_log`.`relateduserid` <=> null) or not (`mdl_logstore_standard_log`.`other` <=> null))) > 0 or (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`realuserid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`objectid` = `probate_request`.`subject` and `mdl_logstore_standard_log`.`objecttable` = 'user' collate utf8mb4_nopad_bin and `mdl_logstore_standard_log`.`objecttable` = 'user' collate utf8mb4_nopad_bin) > 0 or (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_block_recent_activity` where `mdl_block_recent_activity`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_log` where `mdl_log`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_mnet_log` where `mdl_mnet_log`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_analytics_prediction_actions` where `mdl_analytics_prediction_actions`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_stats_user_daily` where `mdl_stats_user_daily`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_stats_user_monthly` where `mdl_stats_user_monthly`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_stats_user_weekly` where `mdl_stats_user_weekly`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message_users_blocked` where `mdl_message_users_blocked`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message_contact_requests` where `mdl_message_contact_requests`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message_contacts` where `mdl_message_contacts`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message_conversation_actions` where `mdl_message_conversation_actions`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message_conversation_members` where `mdl_message_conversation_members`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message` where `mdl_message`.`useridto` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message` where `mdl_message`.`useridfrom` = `probate_request`.`subject` and (not (`mdl_message`.`useridfrom` <=> 0) or not (`mdl_message`.`subject` <=> null) or not (`mdl_message`.`fullmessage` <=> null) or not (`mdl_message`.`fullmessagehtml` <=> null) or not (`mdl_message`.`smallmessage` <=> null) or not (`mdl_message`.`contexturl` <=> null) or not (`mdl_message`.`contexturlname` <=> null))) > 0 or (select count(*) from `mdl_message_read` where `mdl_message_read`.`useridfrom` = `probate_request`.`subject` and (not (`mdl_message_read`.`useridfrom` <=> 0) or not (`mdl_message_read`.`subject` <=> null) or not (`mdl_message_read`.`fullmessage` <=> null) or not (`mdl_message_read`.`fullmessagehtml` <=> null) or not (`mdl_message_read`.`smallmessage` <=> null) or not (`mdl_message_read`.`contexturl` <=> null) or not (`mdl_message_read`.`contexturlname` <=> null))) > 0 or (select count(*) from `mdl_message_read` where `mdl_message_read`.`useridto` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message_email_messages` where `mdl_message_email_messages`.`useridto` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message_user_actions` where `mdl_message_user_actions`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_messages` where `mdl_messages`.`useridfrom` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_post` where `mdl_post`.`userid` = `probate_request`.`subject` and `mdl_post`.`module` = 'notes' collate utf8mb4_nopad_bin and `mdl_post`.`publishstate` <> 'draft' collate utf8mb4_nopad_bin) > 0 or (select count(*) from `mdl_post` where `mdl_post`.`userid` = `probate_request`.`subject` and `mdl_post`.`module` = 'notes' collate utf8mb4_nopad_bin and `mdl_post`.`publishstate` = 'draft' collate utf8mb4_nopad_bin) > 0 or (select count(*) from `mdl_post` where `mdl_post`.`usermodified` = `probate_request`.`subject` and `mdl_post`.`module` = 'notes' collate utf8mb4_nopad_bin) > 0 or (select count(*) from `mdl_notifications` where `mdl_notifications`.`useridfrom` = `probate_request`.`subject` and (not (`mdl_notifications`.`useridfrom` <=> 0) or not (`mdl_notifications`.`subject` <=> null) or not (`mdl_notifications`.`fullmessage` <=> null) or not (`mdl_notifications`.`fullmessagehtml` <=> null) or not (`mdl_notifications`.`smallmessage` <=> null) or not (`mdl_notifications`.`contexturlname` <=> null) or not (`mdl_notifications`.`customdata` <=> null))) > 0 or (select count(*) from `mdl_notifications` where `mdl_notifications`.`useridto` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('atto!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filemanager!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filepicker!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('htmleditor', '%')) escape '!')) > 0);
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`not_before` = -1
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-light' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token and ((select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('forum!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('markasreadonnotification', '%')) escape '!')) > 0 or (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and (((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'login_' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'auth_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'create_password' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'tool_mobile_' collate utf8mb4_nopad_bin)) > 0 or (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('core!_message!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('email!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('message!_', '%')) escape '!')) > 0 or (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and not ((((((((((((((((((((((((((((((((((((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'htmleditor' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'atto_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'filepicker_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'filemanager_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'core_message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'email_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'user_home_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'drawer-' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'block' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'docked_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 9) = 'calendar_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'coursecat_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 25) = 'coursesectionspreferences' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'flextable_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'tool_usertours_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 20) = 'accessibilitystyles_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'forum_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 24) = 'markasreadonnotification' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'assign_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'assignment_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'workshop' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'quiz_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'lesson_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'scorm_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'grade_report_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradereport_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradingform_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'qtype_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'data_perpage_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'login_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'auth_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'create_password' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'tool_mobile_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin)) > 0 or (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('accessibilitystyles!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('block', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('calendar!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursecat!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursesectionspreferences', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('docked!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('drawer-', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('flextable!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('tool!_usertours!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('user!_home!_', '%')) escape '!')) > 0 or (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and ((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin)) > 0 or (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assign!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assignment!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('data!_perpage!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('grade!_report!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradereport!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradingform!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('lesson!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('qtype!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('quiz!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('scorm!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('workshop', '%')) escape '!')) > 0 or (select count(*) from `mdl_editor_atto_autosave` where `mdl_editor_atto_autosave`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_tiny_autosave` where `mdl_tiny_autosave`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_my_pages` where `mdl_my_pages`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_favourite` where `mdl_favourite`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_block_rss_client` where `mdl_block_rss_client`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user_info_data` where `mdl_user_info_data`.`userid` = `probate_request`.`subject` and (select `probate_1`.`visible` from `mdl_user_info_field` as `probate_1` where `probate_1`.`id` = `mdl_user_info_data`.`fieldid`) <> 0) > 0 or (select count(*) from `mdl_user_info_data` where `mdl_user_info_data`.`userid` = `probate_request`.`subject` and (select `probate_1`.`visible` from `mdl_user_info_field` as `probate_1` where `probate_1`.`id` = `mdl_user_info_data`.`fieldid`) = 0) > 0 or (select count(*) from `mdl_portfolio_instance_user` where `mdl_portfolio_instance_user`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_portfolio_log` where `mdl_portfolio_log`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_portfolio_tempdata` where `mdl_portfolio_tempdata`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_block_recentlyaccesseditems` where `mdl_block_recentlyaccesseditems`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_block_todo` where `mdl_block_todo`.`usermodified` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_rating` where `mdl_rating`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_search_simpledb_index` where `mdl_search_simpledb_index`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_search_simpledb_index` where `mdl_search_simpledb_index`.`owneruserid` = `probate_request`.`subject` and (not (`mdl_search_simpledb_index`.`title` <=> null) or not (`mdl_search_simpledb_index`.`content` <=> null) or not (`mdl_search_simpledb_index`.`description1` <=> null) or not (`mdl_search_simpledb_index`.`description2` <=> null))) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`lastnamephonetic` <=> null) or not (`mdl_user`.`firstnamephonetic` <=> null) or not (`mdl_user`.`middlename` <=> null) or not (`mdl_user`.`alternatename` <=> null))) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`address` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`city` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`country` <=> '' collate utf8mb4_nopad_bin))) > 0 or (select count(*) from `mdl_course_request` where `mdl_course_request`.`requester` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`description` <=> null) or not (`mdl_user`.`moodlenetprofile` <=> null))) > 0 or (select count(*) from `mdl_user_devices` where `mdl_user_devices`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`password` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`secret` <=> '' collate utf8mb4_nopad_bin))) > 0 or (select count(*) from `mdl_user_password_resets` where `mdl_user_password_resets`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user_password_history` where `mdl_user_password_history`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`phone1` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`phone2` <=> '' collate utf8mb4_nopad_bin))) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`picture` <=> 0) or not (`mdl_user`.`imagealt` <=> null))) > 0 or (select count(*) from `mdl_mnet_session` where `mdl_mnet_session`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_sessions` where `mdl_sessions`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`emailstop` <=> 0) or not (`mdl_user`.`lang` <=> 'en' collate utf8mb4_nopad_bin) or not (`mdl_user`.`calendartype` <=> 'gregorian' collate utf8mb4_nopad_bin) or not (`mdl_user`.`theme` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`timezone` <=> '99' collate utf8mb4_nopad_bin) or not (`mdl_user`.`mailformat` <=> 1) or not (`mdl_user`.`maildigest` <=> 0) or not (`mdl_user`.`maildisplay` <=> 2) or not (`mdl_user`.`autosubscribe` <=> 1) or not (`mdl_user`.`trackforums` <=> 0))) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`institution` <=> null) or not (`mdl_user`.`department` <=> null))) > 0 or (select count(*) from `mdl_chat_messages` where `mdl_chat_messages`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_chat_messages_current` where `mdl_chat_messages_current`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_chat_users` where `mdl_chat_users`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_choice_answers` where `mdl_choice_answers`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_feedback_completed` where `mdl_feedback_completed`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_feedback_completedtmp` where `mdl_feedback_completedtmp`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_discussions` where `mdl_forum_discussions`.`usermodified` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_discussions` where `mdl_forum_discussions`.`userid` = `probate_request`.`subject` and not (`mdl_forum_discussions`.`name` <=> '' collate utf8mb4_nopad_bin)) > 0 or (select count(*) from `mdl_forum_posts` where `mdl_forum_posts`.`privatereplyto` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_posts` where `mdl_forum_posts`.`userid` = `probate_request`.`subject` and (not (`mdl_forum_posts`.`subject` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`message` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`attachment` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`deleted` <=> 1) or not (`mdl_forum_posts`.`wordcount` <=> null) or not (`mdl_forum_posts`.`charcount` <=> null))) > 0 or (select count(*) from `mdl_forum_queue` where `mdl_forum_queue`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_digests` where `mdl_forum_digests`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_discussion_subs` where `mdl_forum_discussion_subs`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_subscriptions` where `mdl_forum_subscriptions`.`userid` = `probate_request`.`subject`) > 0);
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`not_before` = -1
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-light' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token and ((select count(*) from `mdl_forum_read` where `mdl_forum_read`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_track_prefs` where `mdl_forum_track_prefs`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_glossary_entries` where `mdl_glossary_entries`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_survey_analysis` where `mdl_survey_analysis`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_survey_answers` where `mdl_survey_answers`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_tool_monitor_history` where `mdl_tool_monitor_history`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_tool_monitor_rules` where `mdl_tool_monitor_rules`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_tool_monitor_subscriptions` where `mdl_tool_monitor_subscriptions`.`userid` = `probate_request`.`subject`) > 0);

-- sweep: they are due again, once
insert into `probate_request` (`kind`, `type`, `subject`, `place`, `origin`, `state`, `asked`, `asked_by`, `reason`)
select `probate_swept`.`kind`, `probate_swept`.`type`, `probate_swept`.`subject`, `probate_swept`.`place`, `probate_swept`.`origin`, 'approved', unix_timestamp(), 'probate: sweep', 'swept'
from `probate_request` as `probate_swept`
where `probate_swept`.`kind` = 'purge' and `probate_swept`.`type` = 'leaver-light' and `probate_swept`.`state` = 'done' and `probate_swept`.`token` = @probate_token and `probate_swept`.`not_before` = -1 and not (`probate_swept`.`asked_by` <=> 'probate: sweep')
order by `probate_swept`.`id`
on duplicate key update `kind` = `probate_request`.`kind`;

-- sweep: when they are looked at the next time, if ever
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`not_before` = case when `probate_request`.`not_before` = -1 then null when unix_timestamp() - `probate_request`.`finished` < 3600 then `probate_request`.`finished` + 3600 when unix_timestamp() - `probate_request`.`finished` < 86400 then `probate_request`.`finished` + 86400 when unix_timestamp() - `probate_request`.`finished` < 604800 then `probate_request`.`finished` + 604800 else null end, `probate_request`.`reason` = case when `probate_request`.`not_before` = -1 and `probate_request`.`asked_by` = 'probate: sweep' then 'comes-back' else `probate_request`.`reason` end, `probate_request`.`token` = null
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-light' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token;
commit;
start transaction;

-- outbox: notices of requests that are new
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`asked` = coalesce(`asked`, unix_timestamp())
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-light' and `probate_request`.`state` in ('requested', 'awaiting_approval', 'approved') and `probate_request`.`attempts` = 0 and not (exists (select 1 from `probate_told` where `probate_told`.`request` = `probate_request`.`id`)) and not (exists (select 1 from `probate_outbox` where `probate_outbox`.`run` = 0 - `probate_request`.`id` and `probate_outbox`.`kind` = 'notice' and left(convert(`probate_outbox`.`body` using utf8mb4), 29) = '{"notice":"request-received",' collate utf8mb4_nopad_bin));
insert into `probate_outbox` (`run`, `kind`, `body`, `created`)
select 0 - `probate_asked`.`request`, 'notice', concat('{"notice":"request-received","to":"controller","locale":"en","request":', cast(`probate_asked`.`request` as char), ',"subject":', cast(`probate_asked`.`subject` as char), ',"title":"Request ', cast(`probate_asked`.`request` as char), ': Suspended account","body":"User ', substr(json_quote(coalesce(convert(cast(`probate_asked`.`subject` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, 2, char_length(json_quote(coalesce(convert(cast(`probate_asked`.`subject` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin) - 2), ' is concerned. Whether it needs an approval is shown by `probate request list`."}'), unix_timestamp()
from (select `id` as `request`, `subject` as `subject`, `reason` as `reason`, `expires` as `expires` from `probate_request` where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-light' and `probate_request`.`state` in ('requested', 'awaiting_approval', 'approved') and `probate_request`.`attempts` = 0 and not (exists (select 1 from `probate_told` where `probate_told`.`request` = `probate_request`.`id`)) and not (exists (select 1 from `probate_outbox` where `probate_outbox`.`run` = 0 - `probate_request`.`id` and `probate_outbox`.`kind` = 'notice' and left(convert(`probate_outbox`.`body` using utf8mb4), 29) = '{"notice":"request-received",' collate utf8mb4_nopad_bin)) and (not (`probate_request`.`origin` in ('automatic', 'retention', 'legacy')) or `probate_request`.`state` <> 'approved')) as `probate_asked`;
insert into `probate_told` (`request`, `at`)
select `probate_request`.`id`, unix_timestamp()
from `probate_request`
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-light' and `probate_request`.`state` in ('requested', 'awaiting_approval', 'approved') and `probate_request`.`attempts` = 0 and not (exists (select 1 from `probate_told` where `probate_told`.`request` = `probate_request`.`id`)) and exists (select 1 from `probate_outbox` where `probate_outbox`.`run` = 0 - `probate_request`.`id` and `probate_outbox`.`kind` = 'notice' and left(convert(`probate_outbox`.`body` using utf8mb4), 29) = '{"notice":"request-received",' collate utf8mb4_nopad_bin)
on duplicate key update `request` = `probate_told`.`request`;
commit;
start transaction;

-- claim: what a lost run left behind goes back, or has failed too often
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = case when `attempts` >= 5 then 'failed' else 'approved' end, `probate_request`.`reason` = case when `attempts` >= 5 then coalesce(`reason`, 'attempts') else `reason` end, `probate_request`.`finished` = case when `attempts` >= 5 then unix_timestamp() else `finished` end, `probate_request`.`not_before` = unix_timestamp() + case when `attempts` >= 4 then 3600 when `attempts` >= 3 then 600 when `attempts` >= 2 then 60 else 0 end, `probate_request`.`token` = null
where `kind` = 'purge' and `type` = 'leaver-light' and `state` = 'running';

-- claim: what names a place that cannot be has failed
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'failed', `probate_request`.`reason` = 'unknown-place', `probate_request`.`finished` = unix_timestamp()
where `kind` = 'purge' and `type` = 'leaver-light' and `state` = 'approved' and not (`place` <=> '');

-- claim: fresh requests, at most 50
update `probate_request`
set `probate_request`.`state` = 'running', `probate_request`.`attempts` = `attempts` + 1, `probate_request`.`token` = @probate_token
where `state` in ('approved', 'held') and `id` in (select `id` from (select `id` from `probate_request` where `kind` = 'purge' and `type` = 'leaver-light' and (`state` = 'approved' and (`not_before` is null or `not_before` <= unix_timestamp()) or `state` = 'held' and `not_before` <= unix_timestamp()) and `subject` in (select `mdl_user`.`id` from `mdl_user` where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and `mdl_user`.`deleted` = 0 and `mdl_user`.`suspended` = 1 and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true)) and not (not (`place` <=> '')) and not (`origin` in ('automatic', 'self')) and `attempts` = 0 order by `id` limit 50) as `chosen`);

-- claim: or else the one retry with the fewest attempts
update `probate_request`
set `probate_request`.`state` = 'running', `probate_request`.`attempts` = `attempts` + 1, `probate_request`.`token` = @probate_token
where `state` in ('approved', 'held') and `id` in (select `id` from (select `id` from `probate_request` where `kind` = 'purge' and `type` = 'leaver-light' and (`state` = 'approved' and (`not_before` is null or `not_before` <= unix_timestamp()) or `state` = 'held' and `not_before` <= unix_timestamp()) and `subject` in (select `mdl_user`.`id` from `mdl_user` where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and `mdl_user`.`deleted` = 0 and `mdl_user`.`suspended` = 1 and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true)) and not (not (`place` <=> '')) and not (`origin` in ('automatic', 'self')) order by `attempts`, `id` limit 1) as `chosen`) and not (exists (select 1 from `probate_request` where `token` = @probate_token and `state` = 'running'));
commit;

-- the run begins; without a claim everything that follows selects nothing
start transaction;
set @probate_run = null, @probate_claimed = null;
select count(*) into @probate_claimed from `probate_request` where `token` = @probate_token and `state` = 'running' for update;
select 'undone because of', concat('table ', table_name, ' is none of InnoDB that forgets what is deleted'), 1 from information_schema.tables where table_schema = database() and table_name in ('mdl_analytics_prediction_actions', 'mdl_auth_lti_linked_login', 'mdl_auth_oauth2_linked_login', 'mdl_auth_oidc_prevlogin', 'mdl_auth_oidc_token', 'mdl_block_instances', 'mdl_block_positions', 'mdl_block_recent_activity', 'mdl_block_recentlyaccesseditems', 'mdl_block_rss_client', 'mdl_block_todo', 'mdl_blog_association', 'mdl_blog_external', 'mdl_cache_flags', 'mdl_chat_messages', 'mdl_chat_messages_current', 'mdl_chat_users', 'mdl_choice_answers', 'mdl_comments', 'mdl_course_request', 'mdl_editor_atto_autosave', 'mdl_event', 'mdl_event_subscriptions', 'mdl_external_services_users', 'mdl_external_tokens', 'mdl_favourite', 'mdl_feedback_completed', 'mdl_feedback_completedtmp', 'mdl_feedback_value', 'mdl_feedback_valuetmp', 'mdl_files', 'mdl_forum_digests', 'mdl_forum_discussion_subs', 'mdl_forum_discussions', 'mdl_forum_posts', 'mdl_forum_queue', 'mdl_forum_read', 'mdl_forum_subscriptions', 'mdl_forum_track_prefs', 'mdl_glossary_alias', 'mdl_glossary_entries', 'mdl_glossary_entries_categories', 'mdl_infected_files', 'mdl_log', 'mdl_logstore_standard_log', 'mdl_message', 'mdl_message_airnotifier_devices', 'mdl_message_contact_requests', 'mdl_message_contacts', 'mdl_message_conversation_actions', 'mdl_message_conversation_members', 'mdl_message_email_messages', 'mdl_message_popup_notifications', 'mdl_message_read', 'mdl_message_user_actions', 'mdl_message_users_blocked', 'mdl_messageinbound_messagelist', 'mdl_messages', 'mdl_mnet_log', 'mdl_mnet_session', 'mdl_my_pages', 'mdl_notifications', 'mdl_oauth2_refresh_token', 'mdl_portfolio_instance_user', 'mdl_portfolio_log', 'mdl_portfolio_tempdata', 'mdl_post', 'mdl_rating', 'mdl_repository_instance_config', 'mdl_repository_instances', 'mdl_search_simpledb_index', 'mdl_sessions', 'mdl_stats_user_daily', 'mdl_stats_user_monthly', 'mdl_stats_user_weekly', 'mdl_survey_analysis', 'mdl_survey_answers', 'mdl_tag_instance', 'mdl_tiny_autosave', 'mdl_tool_monitor_history', 'mdl_tool_monitor_rules', 'mdl_tool_monitor_subscriptions', 'mdl_user', 'mdl_user_devices', 'mdl_user_info_data', 'mdl_user_password_history', 'mdl_user_password_resets', 'mdl_user_preferences', 'mdl_user_private_key') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB') and @probate_claimed > 0;
insert into `probate_assert` (`run`, `what`, `bad`)
select 0, 'tables', count(*) from information_schema.tables where table_schema = database() and table_name in ('mdl_analytics_prediction_actions', 'mdl_auth_lti_linked_login', 'mdl_auth_oauth2_linked_login', 'mdl_auth_oidc_prevlogin', 'mdl_auth_oidc_token', 'mdl_block_instances', 'mdl_block_positions', 'mdl_block_recent_activity', 'mdl_block_recentlyaccesseditems', 'mdl_block_rss_client', 'mdl_block_todo', 'mdl_blog_association', 'mdl_blog_external', 'mdl_cache_flags', 'mdl_chat_messages', 'mdl_chat_messages_current', 'mdl_chat_users', 'mdl_choice_answers', 'mdl_comments', 'mdl_course_request', 'mdl_editor_atto_autosave', 'mdl_event', 'mdl_event_subscriptions', 'mdl_external_services_users', 'mdl_external_tokens', 'mdl_favourite', 'mdl_feedback_completed', 'mdl_feedback_completedtmp', 'mdl_feedback_value', 'mdl_feedback_valuetmp', 'mdl_files', 'mdl_forum_digests', 'mdl_forum_discussion_subs', 'mdl_forum_discussions', 'mdl_forum_posts', 'mdl_forum_queue', 'mdl_forum_read', 'mdl_forum_subscriptions', 'mdl_forum_track_prefs', 'mdl_glossary_alias', 'mdl_glossary_entries', 'mdl_glossary_entries_categories', 'mdl_infected_files', 'mdl_log', 'mdl_logstore_standard_log', 'mdl_message', 'mdl_message_airnotifier_devices', 'mdl_message_contact_requests', 'mdl_message_contacts', 'mdl_message_conversation_actions', 'mdl_message_conversation_members', 'mdl_message_email_messages', 'mdl_message_popup_notifications', 'mdl_message_read', 'mdl_message_user_actions', 'mdl_message_users_blocked', 'mdl_messageinbound_messagelist', 'mdl_messages', 'mdl_mnet_log', 'mdl_mnet_session', 'mdl_my_pages', 'mdl_notifications', 'mdl_oauth2_refresh_token', 'mdl_portfolio_instance_user', 'mdl_portfolio_log', 'mdl_portfolio_tempdata', 'mdl_post', 'mdl_rating', 'mdl_repository_instance_config', 'mdl_repository_instances', 'mdl_search_simpledb_index', 'mdl_sessions', 'mdl_stats_user_daily', 'mdl_stats_user_monthly', 'mdl_stats_user_weekly', 'mdl_survey_analysis', 'mdl_survey_answers', 'mdl_tag_instance', 'mdl_tiny_autosave', 'mdl_tool_monitor_history', 'mdl_tool_monitor_rules', 'mdl_tool_monitor_subscriptions', 'mdl_user', 'mdl_user_devices', 'mdl_user_info_data', 'mdl_user_password_history', 'mdl_user_password_resets', 'mdl_user_preferences', 'mdl_user_private_key') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB') and @probate_claimed > 0 having count(*) > 0;
insert into `probate_run` (`type`, `program`, `started`)
select 'leaver-light', 'edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294', unix_timestamp() where @probate_claimed > 0 and not exists (select 1 from information_schema.tables where table_schema = database() and table_name in ('mdl_analytics_prediction_actions', 'mdl_auth_lti_linked_login', 'mdl_auth_oauth2_linked_login', 'mdl_auth_oidc_prevlogin', 'mdl_auth_oidc_token', 'mdl_block_instances', 'mdl_block_positions', 'mdl_block_recent_activity', 'mdl_block_recentlyaccesseditems', 'mdl_block_rss_client', 'mdl_block_todo', 'mdl_blog_association', 'mdl_blog_external', 'mdl_cache_flags', 'mdl_chat_messages', 'mdl_chat_messages_current', 'mdl_chat_users', 'mdl_choice_answers', 'mdl_comments', 'mdl_course_request', 'mdl_editor_atto_autosave', 'mdl_event', 'mdl_event_subscriptions', 'mdl_external_services_users', 'mdl_external_tokens', 'mdl_favourite', 'mdl_feedback_completed', 'mdl_feedback_completedtmp', 'mdl_feedback_value', 'mdl_feedback_valuetmp', 'mdl_files', 'mdl_forum_digests', 'mdl_forum_discussion_subs', 'mdl_forum_discussions', 'mdl_forum_posts', 'mdl_forum_queue', 'mdl_forum_read', 'mdl_forum_subscriptions', 'mdl_forum_track_prefs', 'mdl_glossary_alias', 'mdl_glossary_entries', 'mdl_glossary_entries_categories', 'mdl_infected_files', 'mdl_log', 'mdl_logstore_standard_log', 'mdl_message', 'mdl_message_airnotifier_devices', 'mdl_message_contact_requests', 'mdl_message_contacts', 'mdl_message_conversation_actions', 'mdl_message_conversation_members', 'mdl_message_email_messages', 'mdl_message_popup_notifications', 'mdl_message_read', 'mdl_message_user_actions', 'mdl_message_users_blocked', 'mdl_messageinbound_messagelist', 'mdl_messages', 'mdl_mnet_log', 'mdl_mnet_session', 'mdl_my_pages', 'mdl_notifications', 'mdl_oauth2_refresh_token', 'mdl_portfolio_instance_user', 'mdl_portfolio_log', 'mdl_portfolio_tempdata', 'mdl_post', 'mdl_rating', 'mdl_repository_instance_config', 'mdl_repository_instances', 'mdl_search_simpledb_index', 'mdl_sessions', 'mdl_stats_user_daily', 'mdl_stats_user_monthly', 'mdl_stats_user_weekly', 'mdl_survey_analysis', 'mdl_survey_answers', 'mdl_tag_instance', 'mdl_tiny_autosave', 'mdl_tool_monitor_history', 'mdl_tool_monitor_rules', 'mdl_tool_monitor_subscriptions', 'mdl_user', 'mdl_user_devices', 'mdl_user_info_data', 'mdl_user_password_history', 'mdl_user_password_resets', 'mdl_user_preferences', 'mdl_user_private_key') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB'));
set @probate_run = if(row_count() = 1, last_insert_id(), null);

-- decide: the subjects, with their status checked again
insert into `probate_batch` (`run`, `subject`, `request`, `place`)
select @probate_run, `claimed`.`subject`, `claimed`.`id`, `claimed`.`place`
from (select `id`, `subject`, `place` from `probate_request` where `token` = @probate_token and `state` = 'running' and `type` = 'leaver-light' and not (@probate_run is null)) as `claimed`
join `mdl_user` on `claimed`.`subject` = `mdl_user`.`id`
where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and `mdl_user`.`deleted` = 0 and `mdl_user`.`suspended` = 1 and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true)
order by `claimed`.`subject`
for update;

-- decide: who left the status since the claim is left alone
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'approved', `probate_request`.`attempts` = `attempts` - 1, `probate_request`.`token` = null
where `token` = @probate_token and `state` = 'running' and not (`id` in (select `request` from `probate_batch` where `run` = @probate_run)) and not (@probate_run is null);

-- decide: the subjects' identifiers `username`, and whether others bear them
insert into `probate_identifier` (`run`, `name`, `subject`, `value`, `shared`)
select distinct @probate_run, 'username', `mdl_user`.`id`, convert(`mdl_user`.`username` using utf8mb4) collate utf8mb4_nopad_bin, case when exists (select 1 from `mdl_user` as `probate_other` where not (convert(`probate_other`.`username` using utf8mb4) collate utf8mb4_nopad_bin is null) and `probate_other`.`username` <> '' collate utf8mb4_nopad_bin and not (`probate_other`.`username` in ('0' collate utf8mb4_nopad_bin)) and convert(`probate_other`.`username` using utf8mb4) collate utf8mb4_nopad_bin = convert(`mdl_user`.`username` using utf8mb4) collate utf8mb4_nopad_bin and not (`probate_other`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run))) then 1 else 0 end
from `mdl_user`
where not (convert(`mdl_user`.`username` using utf8mb4) collate utf8mb4_nopad_bin is null) and `mdl_user`.`username` <> '' collate utf8mb4_nopad_bin and not (`mdl_user`.`username` in ('0' collate utf8mb4_nopad_bin)) and `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and not (`mdl_user`.`id` in (0))
union all select `run`, 'looked for username', `subject`, '', 0 from `probate_batch` where `run` = @probate_run;

-- decide: the subjects' identifiers `view.php?id={key}&course=*`, and whether others bear them
insert into `probate_identifier` (`run`, `name`, `subject`, `value`, `shared`)
select distinct @probate_run, 'view.php?id={key}&course=*', `mdl_user`.`id`, concat('view.php?id=', replace(replace(replace(cast(`mdl_user`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_'), '&course=', '%'), case when exists (select 1 from `mdl_user` as `probate_other` where not (concat('view.php?id=', replace(replace(replace(cast(`probate_other`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_'), '&course=', '%') is null) and concat('view.php?id=', replace(replace(replace(cast(`probate_other`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_'), '&course=', '%') <> '' and not (concat('view.php?id=', replace(replace(replace(cast(`probate_other`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_'), '&course=', '%') in ('0')) and concat('view.php?id=', replace(replace(replace(cast(`probate_other`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_'), '&course=', '%') = convert((concat('view.php?id=', replace(replace(replace(cast(`mdl_user`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_'), '&course=', '%')) using utf8mb4) collate utf8mb4_nopad_bin and not (`probate_other`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run))) then 1 else 0 end
from `mdl_user`
where not (concat('view.php?id=', replace(replace(replace(cast(`mdl_user`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_'), '&course=', '%') is null) and concat('view.php?id=', replace(replace(replace(cast(`mdl_user`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_'), '&course=', '%') <> '' and not (concat('view.php?id=', replace(replace(replace(cast(`mdl_user`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_'), '&course=', '%') in ('0')) and `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and not (`mdl_user`.`id` in (0))
union all select `run`, 'looked for view.php?id={key}&course=*', `subject`, '', 0 from `probate_batch` where `run` = @probate_run;

-- decide: the subjects' identifiers `{key}`, and whether others bear them
insert into `probate_identifier` (`run`, `name`, `subject`, `value`, `shared`)
select distinct @probate_run, '{key}', `mdl_user`.`id`, concat(cast(`mdl_user`.`id` as char)), case when exists (select 1 from `mdl_user` as `probate_other` where not (concat(cast(`probate_other`.`id` as char)) is null) and concat(cast(`probate_other`.`id` as char)) <> '' and not (concat(cast(`probate_other`.`id` as char)) in ('0')) and concat(cast(`probate_other`.`id` as char)) = convert((concat(cast(`mdl_user`.`id` as char))) using utf8mb4) collate utf8mb4_nopad_bin and not (`probate_other`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run))) then 1 else 0 end
from `mdl_user`
where not (concat(cast(`mdl_user`.`id` as char)) is null) and concat(cast(`mdl_user`.`id` as char)) <> '' and not (concat(cast(`mdl_user`.`id` as char)) in ('0')) and `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and not (`mdl_user`.`id` in (0))
union all select `run`, 'looked for {key}', `subject`, '', 0 from `probate_batch` where `run` = @probate_run;

-- decide: the subjects' identifiers `*/user/profile.php?id={key}`, and whether others bear them
insert into `probate_identifier` (`run`, `name`, `subject`, `value`, `shared`)
select distinct @probate_run, '*/user/profile.php?id={key}', `mdl_user`.`id`, concat('%', '/user/profile.php?id=', replace(replace(replace(cast(`mdl_user`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_')), case when exists (select 1 from `mdl_user` as `probate_other` where not (concat('%', '/user/profile.php?id=', replace(replace(replace(cast(`probate_other`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_')) is null) and concat('%', '/user/profile.php?id=', replace(replace(replace(cast(`probate_other`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_')) <> '' and not (concat('%', '/user/profile.php?id=', replace(replace(replace(cast(`probate_other`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_')) in ('0')) and concat('%', '/user/profile.php?id=', replace(replace(replace(cast(`probate_other`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_')) = convert((concat('%', '/user/profile.php?id=', replace(replace(replace(cast(`mdl_user`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_'))) using utf8mb4) collate utf8mb4_nopad_bin and not (`probate_other`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run))) then 1 else 0 end
from `mdl_user`
where not (concat('%', '/user/profile.php?id=', replace(replace(replace(cast(`mdl_user`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_')) is null) and concat('%', '/user/profile.php?id=', replace(replace(replace(cast(`mdl_user`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_')) <> '' and not (concat('%', '/user/profile.php?id=', replace(replace(replace(cast(`mdl_user`.`id` as char), '!', '!!'), '%', '!%'), '_', '!_')) in ('0')) and `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and not (`mdl_user`.`id` in (0))
union all select `run`, 'looked for */user/profile.php?id={key}', `subject`, '', 0 from `probate_batch` where `run` = @probate_run;

-- decide: core_auth.openid: which rows of mdl_auth_oidc_token (components/account.yaml:153)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 1, `mdl_auth_oidc_token`.`id`
from `mdl_auth_oidc_token`
where `mdl_auth_oidc_token`.`username` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = 'username' and `shared` = 0) and `mdl_auth_oidc_token`.`userid` = 0
union all select `run`, -1, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_blog.comments_received: by what mdl_comments.itemid is found (components/community.yaml:97)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 2, `mdl_post`.`id`
from `mdl_post`
where `mdl_post`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -2, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_blog.entries: which rows of mdl_post (components/community.yaml:81)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 3, `mdl_post`.`id`
from `mdl_post`
where `mdl_post`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (`mdl_post`.`module` = 'blog' collate utf8mb4_nopad_bin or `mdl_post`.`module` = 'blog_external' collate utf8mb4_nopad_bin)
union all select `run`, -3, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.events: which rows of mdl_event (components/community.yaml:12)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 4, `mdl_event`.`id`
from `mdl_event`
where `mdl_event`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_event`.`courseid` = 0 and `mdl_event`.`groupid` = 0 and `mdl_event`.`categoryid` = 0
union all select `run`, -4, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.events: which rows of mdl_files (components/community.yaml:18)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 5, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_event`.`id`, `probate_l1_2`.`id` from `mdl_event` join `mdl_user` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_event`.`userid` join `mdl_context` as `probate_l1_2` on `probate_l1_2`.`instanceid` = `probate_l1_1`.`id` and `probate_l1_2`.`contextlevel` = 30 where `mdl_event`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 4)) and `mdl_files`.`component` = 'calendar' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'event_description' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -5, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.events: whose bytes may go (components/community.yaml:18)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 6, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 5) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -6, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.subscriptions: which rows of mdl_event_subscriptions (components/community.yaml:29)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 7, `mdl_event_subscriptions`.`id`
from `mdl_event_subscriptions`
where `mdl_event_subscriptions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_event_subscriptions`.`eventtype` = 'user' collate utf8mb4_nopad_bin
union all select `run`, -7, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.subscriptions: which rows of mdl_event (components/community.yaml:35)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 8, `mdl_event`.`id`
from `mdl_event`
where `mdl_event`.`subscriptionid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 7)
union all select `run`, -8, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.subscriptions: those of mdl_event that have such parts (components/community.yaml:35)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 9, `mdl_event`.`id`
from `mdl_event`
where `mdl_event`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 8) and `mdl_event`.`courseid` = 0 and `mdl_event`.`groupid` = 0 and `mdl_event`.`categoryid` = 0
union all select `run`, -9, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.subscriptions: which rows of mdl_files (components/community.yaml:18)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 10, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_event`.`id`, `probate_l1_2`.`id` from `mdl_event` join `mdl_user` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_event`.`userid` join `mdl_context` as `probate_l1_2` on `probate_l1_2`.`instanceid` = `probate_l1_1`.`id` and `probate_l1_2`.`contextlevel` = 30 where `mdl_event`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 9)) and `mdl_files`.`component` = 'calendar' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'event_description' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -10, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.subscriptions: whose bytes may go (components/community.yaml:18)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 11, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 10) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -11, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: core_keys.repositories: which rows of mdl_repository_instances (components/account.yaml:198)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 12, `mdl_repository_instances`.`id`
from `mdl_repository_instances`
where `mdl_repository_instances`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -12, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_log.about: which rows of mdl_logstore_standard_log (components/records.yaml:18)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 13, `mdl_logstore_standard_log`.`id`
from `mdl_logstore_standard_log`
where `mdl_logstore_standard_log`.`relateduserid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -13, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_log.legacy: which rows of mdl_log (components/records.yaml:28)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 14, `mdl_log`.`id`
from `mdl_log`
where exists (select 1 from (select `value` as `value` from `probate_identifier` where `run` = @probate_run and `name` = 'view.php?id={key}&course=*' and `shared` = 0) as `probate_value` where convert(`mdl_log`.`url` using utf8mb4) collate utf8mb4_nopad_bin like `probate_value`.`value` escape '!') and `mdl_log`.`module` = 'user' collate utf8mb4_nopad_bin
union all select `run`, -14, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_message.legacy: which rows of mdl_message (components/messaging.yaml:59)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 15, `mdl_message`.`id`
from `mdl_message`
where `mdl_message`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -15, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_message.legacy: which rows of mdl_message_read (components/messaging.yaml:59)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 16, `mdl_message_read`.`id`
from `mdl_message_read`
where `mdl_message_read`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -16, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_message.sent: which rows of mdl_messages (components/messaging.yaml:11)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 17, `mdl_messages`.`id`
from `mdl_messages`
where `mdl_messages`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -17, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_notes.about: which rows of mdl_post (components/community.yaml:48)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 18, `mdl_post`.`id`
from `mdl_post`
where `mdl_post`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_post`.`module` = 'notes' collate utf8mb4_nopad_bin and `mdl_post`.`publishstate` <> 'draft' collate utf8mb4_nopad_bin
union all select `run`, -18, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_notes.about: those of mdl_post that have such parts (components/community.yaml:48)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 19, `mdl_post`.`id`
from `mdl_post`
where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 18) and (`mdl_post`.`module` = 'blog' collate utf8mb4_nopad_bin or `mdl_post`.`module` = 'blog_external' collate utf8mb4_nopad_bin)
union all select `run`, -19, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_notes.about_personal: which rows of mdl_post (components/community.yaml:59)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 20, `mdl_post`.`id`
from `mdl_post`
where `mdl_post`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_post`.`module` = 'notes' collate utf8mb4_nopad_bin and `mdl_post`.`publishstate` = 'draft' collate utf8mb4_nopad_bin
union all select `run`, -20, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_notes.about_personal: those of mdl_post that have such parts (components/community.yaml:59)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 21, `mdl_post`.`id`
from `mdl_post`
where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 20) and (`mdl_post`.`module` = 'blog' collate utf8mb4_nopad_bin or `mdl_post`.`module` = 'blog_external' collate utf8mb4_nopad_bin)
union all select `run`, -21, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_notification.about: which rows of mdl_notifications (components/messaging.yaml:86)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 22, `mdl_notifications`.`id`
from `mdl_notifications`
where `mdl_notifications`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -22, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_notification.about: which rows of mdl_notifications (components/messaging.yaml:90)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 23, `mdl_notifications`.`id`
from `mdl_notifications`
where exists (select 1 from (select `value` as `value` from `probate_identifier` where `run` = @probate_run and `name` = '*/user/profile.php?id={key}' and `shared` = 0) as `probate_value` where convert(`mdl_notifications`.`contexturl` using utf8mb4) collate utf8mb4_nopad_bin like `probate_value`.`value` escape '!')
union all select `run`, -23, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_notification.received: which rows of mdl_notifications (components/messaging.yaml:75)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 24, `mdl_notifications`.`id`
from `mdl_notifications`
where `mdl_notifications`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -24, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_profile.dashboard: which rows of mdl_block_instances (components/profile.yaml:27)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 25, `mdl_block_instances`.`id`
from `mdl_block_instances`
where `mdl_block_instances`.`parentcontextid` in (select `mdl_context`.`id` from `mdl_context` where `mdl_context`.`contextlevel` = 30 and `mdl_context`.`contextlevel` = 30 and `mdl_context`.`instanceid` in (select `subject` from `probate_batch` where `run` = @probate_run))
union all select `run`, -25, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.description: which rows of mdl_user (components/account.yaml:62, components/account.yaml:125, components/account.yaml:68, components/account.yaml:119)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 26, `mdl_user`.`id`
from `mdl_user`
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -26, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.description: which rows of mdl_files (components/account.yaml:63)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 27, `mdl_files`.`id`
from `mdl_files`
where `mdl_files`.`contextid` in (select `probate_l0_1`.`id` from `mdl_user` join `mdl_context` as `probate_l0_1` on `probate_l0_1`.`instanceid` = `mdl_user`.`id` and `probate_l0_1`.`contextlevel` = 30 where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 26)) and `mdl_files`.`component` = 'user' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'profile' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -27, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.description: whose bytes may go (components/account.yaml:63)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 28, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 27) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -28, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: core_user.devices: which rows of mdl_user_devices (components/account.yaml:110)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 29, `mdl_user_devices`.`id`
from `mdl_user_devices`
where `mdl_user_devices`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -29, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.draft_files: which rows of mdl_files (components/account.yaml:126)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 30, `mdl_files`.`id`
from `mdl_files`
where `mdl_files`.`contextid` in (select `probate_l0_1`.`id` from `mdl_user` join `mdl_context` as `probate_l0_1` on `probate_l0_1`.`instanceid` = `mdl_user`.`id` and `probate_l0_1`.`contextlevel` = 30 where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 26)) and `mdl_files`.`component` = 'user' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'draft' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -30, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.draft_files: whose bytes may go (components/account.yaml:126)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 31, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 30) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -31, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: core_user.picture: which rows of mdl_files (components/account.yaml:69)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 32, `mdl_files`.`id`
from `mdl_files`
where `mdl_files`.`contextid` in (select `probate_l0_1`.`id` from `mdl_user` join `mdl_context` as `probate_l0_1` on `probate_l0_1`.`instanceid` = `mdl_user`.`id` and `probate_l0_1`.`contextlevel` = 30 where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 26)) and `mdl_files`.`component` = 'user' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'icon' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -32, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.picture: whose bytes may go (components/account.yaml:69)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 33, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 32) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -33, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: core_user.private_files: which rows of mdl_files (components/account.yaml:120)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 34, `mdl_files`.`id`
from `mdl_files`
where `mdl_files`.`contextid` in (select `probate_l0_1`.`id` from `mdl_user` join `mdl_context` as `probate_l0_1` on `probate_l0_1`.`instanceid` = `mdl_user`.`id` and `probate_l0_1`.`contextlevel` = 30 where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 26)) and `mdl_files`.`component` = 'user' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'private' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -34, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.private_files: whose bytes may go (components/account.yaml:120)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 35, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 34) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -35, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_feedback.completed: which rows of mdl_feedback_completed (components/activities.yaml:62)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 36, `mdl_feedback_completed`.`id`
from `mdl_feedback_completed`
where `mdl_feedback_completed`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -36, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_feedback.unfinished: which rows of mdl_feedback_completedtmp (components/activities.yaml:73)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 37, `mdl_feedback_completedtmp`.`id`
from `mdl_feedback_completedtmp`
where `mdl_feedback_completedtmp`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -37, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_forum.posts: which rows of mdl_forum_posts (components/forum.yaml:18, components/forum.yaml:13)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 38, `mdl_forum_posts`.`id`
from `mdl_forum_posts`
where `mdl_forum_posts`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -38, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_forum.posts: which rows of mdl_files (components/forum.yaml:18)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 39, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_forum_posts`.`id`, `probate_l1_4`.`id` from `mdl_forum_posts` join `mdl_forum_discussions` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_forum_posts`.`discussion` join `mdl_forum` as `probate_l1_2` on `probate_l1_2`.`id` = `probate_l1_1`.`forum` join `mdl_course_modules` as `probate_l1_3` on `probate_l1_3`.`instance` = `probate_l1_2`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_3`.`module`) = 'forum' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_4` on `probate_l1_4`.`instanceid` = `probate_l1_3`.`id` and `probate_l1_4`.`contextlevel` = 70 where `mdl_forum_posts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 38)) and `mdl_files`.`component` = 'mod_forum' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'post' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -39, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_forum.posts: whose bytes may go (components/forum.yaml:18)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 40, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 39) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -40, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_forum.posts: which rows of mdl_files (components/forum.yaml:17)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 41, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_forum_posts`.`id`, `probate_l1_4`.`id` from `mdl_forum_posts` join `mdl_forum_discussions` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_forum_posts`.`discussion` join `mdl_forum` as `probate_l1_2` on `probate_l1_2`.`id` = `probate_l1_1`.`forum` join `mdl_course_modules` as `probate_l1_3` on `probate_l1_3`.`instance` = `probate_l1_2`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_3`.`module`) = 'forum' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_4` on `probate_l1_4`.`instanceid` = `probate_l1_3`.`id` and `probate_l1_4`.`contextlevel` = 70 where `mdl_forum_posts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 38)) and `mdl_files`.`component` = 'mod_forum' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'attachment' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -41, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_forum.posts: whose bytes may go (components/forum.yaml:17)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 42, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 41) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -42, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_glossary.comments_received: by what mdl_comments.itemid is found (components/activities.yaml:153, components/activities.yaml:148, components/activities.yaml:140)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 43, `mdl_glossary_entries`.`id`
from `mdl_glossary_entries`
where `mdl_glossary_entries`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -43, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_glossary.entries: which rows of mdl_files (components/activities.yaml:148)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 44, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_glossary_entries`.`id`, `probate_l1_3`.`id` from `mdl_glossary_entries` join `mdl_glossary` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_glossary_entries`.`glossaryid` join `mdl_course_modules` as `probate_l1_2` on `probate_l1_2`.`instance` = `probate_l1_1`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_2`.`module`) = 'glossary' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_3` on `probate_l1_3`.`instanceid` = `probate_l1_2`.`id` and `probate_l1_3`.`contextlevel` = 70 where `mdl_glossary_entries`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 43)) and `mdl_files`.`component` = 'mod_glossary' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'entry' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -44, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_glossary.entries: whose bytes may go (components/activities.yaml:148)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 45, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 44) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -45, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_glossary.entries: which rows of mdl_files (components/activities.yaml:144)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 46, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_glossary_entries`.`id`, `probate_l1_3`.`id` from `mdl_glossary_entries` join `mdl_glossary` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_glossary_entries`.`glossaryid` join `mdl_course_modules` as `probate_l1_2` on `probate_l1_2`.`instance` = `probate_l1_1`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_2`.`module`) = 'glossary' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_3` on `probate_l1_3`.`instanceid` = `probate_l1_2`.`id` and `probate_l1_3`.`contextlevel` = 70 where `mdl_glossary_entries`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 43)) and `mdl_files`.`component` = 'mod_glossary' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'attachment' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -46, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_glossary.entries: whose bytes may go (components/activities.yaml:144)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 47, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 46) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -47, 'captured' from `probate_run` where `run` = @probate_run;

-- outbox: notices `purge-done`, before what they name is gone
insert into `probate_outbox` (`run`, `kind`, `body`, `created`)
select @probate_run, 'notice', case when replace(convert(cast(lower(convert(cast(convert(`mdl_user`.`lang` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin, '_', '-') = 'ar' or left(convert(replace(convert(cast(lower(convert(cast(convert(`mdl_user`.`lang` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin, '_', '-') using utf8mb4), 3) = 'ar-' collate utf8mb4_nopad_bin then concat('{"notice":"purge-done","to":"subject","locale":"ar","request":', cast(`probate_asked`.`request` as char), ',"subject":', cast(`probate_asked`.`subject` as char), ',"named":{"email":', json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, concat('},"title":"حُذفت بياناتك","body":"نفّذنا «حساب موقوف»: حُذفت بيانات عنك في الحرم الجامعي.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nتُرسل هذه الرسالة إلى '), substr(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, 2, char_length(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin) - 2), concat('، العنوان الذي كان لدينا. للأسئلة: privacy@example.edu.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nExample University', char(0x5C using utf8mb4), 'n"}')) when replace(convert(cast(lower(convert(cast(convert(`mdl_user`.`lang` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin, '_', '-') = 'de' or left(convert(replace(convert(cast(lower(convert(cast(convert(`mdl_user`.`lang` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin, '_', '-') using utf8mb4), 3) = 'de-' collate utf8mb4_nopad_bin then concat('{"notice":"purge-done","to":"subject","locale":"de","request":', cast(`probate_asked`.`request` as char), ',"subject":', cast(`probate_asked`.`subject` as char), ',"named":{"email":', json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, concat('},"title":"Ihre Daten sind gelöscht","body":"Wir haben „Gesperrtes Konto“ ausgeführt: Daten über Sie in Campus sind gelöscht.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nDiese Nachricht geht an '), substr(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, 2, char_length(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin) - 2), concat(', die Adresse, die wir hatten. Fragen: privacy@example.edu.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nExample University', char(0x5C using utf8mb4), 'n"}')) else concat('{"notice":"purge-done","to":"subject","locale":"en","request":', cast(`probate_asked`.`request` as char), ',"subject":', cast(`probate_asked`.`subject` as char), ',"named":{"email":', json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, concat('},"title":"Your data is deleted","body":"We have carried out “Suspended account”: data about you in Campus is deleted.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nThis message goes to '), substr(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, 2, char_length(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin) - 2), concat(', the address that we had. Questions: privacy@example.edu.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nExample University', char(0x5C using utf8mb4), 'n"}')) end, unix_timestamp()
from (select `request`, `subject` from `probate_batch` where `run` = @probate_run and not (`request` in (select `request` from `probate_batch` where `run` = @probate_run and `subject` in (select `subject` from `probate_identifier` where `run` = @probate_run and `shared` = 1)))) as `probate_asked`
join `mdl_user` as `mdl_user` on `probate_asked`.`subject` = `mdl_user`.`id`;

-- 1. core_calendar.events: delete mdl_files (components/community.yaml:18)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 5);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 1, 'core_calendar.events', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 2. core_calendar.subscriptions: delete mdl_files (components/community.yaml:18)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 10);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 2, 'core_calendar.subscriptions', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 3. core_user.description: delete mdl_files (components/account.yaml:63)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 27);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 3, 'core_user.description', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 4. core_user.draft_files: delete mdl_files (components/account.yaml:126)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 30);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 4, 'core_user.draft_files', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 5. core_user.picture: delete mdl_files (components/account.yaml:69)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 32);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 5, 'core_user.picture', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 6. core_user.private_files: delete mdl_files (components/account.yaml:120)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 34);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 6, 'core_user.private_files', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 7. mod_forum.posts: delete mdl_files (components/forum.yaml:18)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 39);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 7, 'mod_forum.posts', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 8. mod_forum.posts: delete mdl_files (components/forum.yaml:17)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 41);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 8, 'mod_forum.posts', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 9. mod_glossary.entries: delete mdl_files (components/activities.yaml:148)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 44);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 9, 'mod_glossary.entries', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 10. mod_glossary.entries: delete mdl_files (components/activities.yaml:148)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 44);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 10, 'mod_glossary.entries', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 11. mod_glossary.entries: delete mdl_files (components/activities.yaml:144)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 46);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 11, 'mod_glossary.entries', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 12. core_profile.dashboard: delete mdl_block_positions (components/profile.yaml:31)
delete `mdl_block_positions` from `mdl_block_positions`
where `mdl_block_positions`.`blockinstanceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 25);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 12, 'core_profile.dashboard', 'delete', 'mdl_block_positions', row_count() from `probate_run` where `run` = @probate_run;

-- 13. core_blog.entries: delete mdl_blog_association (components/community.yaml:87)
delete `mdl_blog_association` from `mdl_blog_association`
where `mdl_blog_association`.`blogid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 3);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 13, 'core_blog.entries', 'delete', 'mdl_blog_association', row_count() from `probate_run` where `run` = @probate_run;

-- 14. core_notes.about: delete mdl_blog_association (components/community.yaml:87)
delete `mdl_blog_association` from `mdl_blog_association`
where `mdl_blog_association`.`blogid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 19);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 14, 'core_notes.about', 'delete', 'mdl_blog_association', row_count() from `probate_run` where `run` = @probate_run;

-- 15. core_notes.about_personal: delete mdl_blog_association (components/community.yaml:87)
delete `mdl_blog_association` from `mdl_blog_association`
where `mdl_blog_association`.`blogid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 21);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 15, 'core_notes.about_personal', 'delete', 'mdl_blog_association', row_count() from `probate_run` where `run` = @probate_run;

-- 16. core_calendar.shared_events: detach mdl_event (components/community.yaml:23)
update `mdl_event` join (select 1) as `probate_one`
set `mdl_event`.`userid` = 0
where `mdl_event`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and ((`mdl_event`.`courseid` <> 0 or `mdl_event`.`groupid` <> 0) or `mdl_event`.`categoryid` <> 0);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 16, 'core_calendar.shared_events', 'detach', 'mdl_event', row_count() from `probate_run` where `run` = @probate_run;

-- 17. core_calendar.events: delete mdl_event (components/community.yaml:12)
delete `mdl_event` from `mdl_event`
where `mdl_event`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 4);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 17, 'core_calendar.events', 'delete', 'mdl_event', row_count() from `probate_run` where `run` = @probate_run;

-- 18. core_calendar.subscriptions: delete mdl_event (components/community.yaml:35)
delete `mdl_event` from `mdl_event`
where `mdl_event`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 8);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 18, 'core_calendar.subscriptions', 'delete', 'mdl_event', row_count() from `probate_run` where `run` = @probate_run;

-- 19. mod_feedback.completed: delete mdl_feedback_value (components/activities.yaml:66)
delete `mdl_feedback_value` from `mdl_feedback_value`
where `mdl_feedback_value`.`completed` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 36);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 19, 'mod_feedback.completed', 'delete', 'mdl_feedback_value', row_count() from `probate_run` where `run` = @probate_run;

-- 20. mod_feedback.unfinished: delete mdl_feedback_valuetmp (components/activities.yaml:77)
delete `mdl_feedback_valuetmp` from `mdl_feedback_valuetmp`
where `mdl_feedback_valuetmp`.`completed` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 37);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 20, 'mod_feedback.unfinished', 'delete', 'mdl_feedback_valuetmp', row_count() from `probate_run` where `run` = @probate_run;

-- 21. mod_glossary.entries: delete mdl_glossary_alias (components/activities.yaml:146)
delete `mdl_glossary_alias` from `mdl_glossary_alias`
where `mdl_glossary_alias`.`entryid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 43);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 21, 'mod_glossary.entries', 'delete', 'mdl_glossary_alias', row_count() from `probate_run` where `run` = @probate_run;

-- 22. mod_glossary.entries: delete mdl_glossary_entries_categories (components/activities.yaml:147)
delete `mdl_glossary_entries_categories` from `mdl_glossary_entries_categories`
where `mdl_glossary_entries_categories`.`entryid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 43);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 22, 'mod_glossary.entries', 'delete', 'mdl_glossary_entries_categories', row_count() from `probate_run` where `run` = @probate_run;

-- 23. core_user.devices: delete mdl_message_airnotifier_devices (components/account.yaml:114)
delete `mdl_message_airnotifier_devices` from `mdl_message_airnotifier_devices`
where `mdl_message_airnotifier_devices`.`userdeviceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 29);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 23, 'core_user.devices', 'delete', 'mdl_message_airnotifier_devices', row_count() from `probate_run` where `run` = @probate_run;

-- 24. core_message.reading: delete mdl_message_email_messages (components/messaging.yaml:30)
delete `mdl_message_email_messages` from `mdl_message_email_messages`
where `mdl_message_email_messages`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 24, 'core_message.reading', 'delete', 'mdl_message_email_messages', row_count() from `probate_run` where `run` = @probate_run;

-- 25. core_message.sent: delete mdl_message_email_messages (components/messaging.yaml:15)
delete `mdl_message_email_messages` from `mdl_message_email_messages`
where `mdl_message_email_messages`.`messageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 17);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 25, 'core_message.sent', 'delete', 'mdl_message_email_messages', row_count() from `probate_run` where `run` = @probate_run;

-- 26. core_notification.received: delete mdl_message_popup_notifications (components/messaging.yaml:80)
delete `mdl_message_popup_notifications` from `mdl_message_popup_notifications`
where `mdl_message_popup_notifications`.`notificationid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 24);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 26, 'core_notification.received', 'delete', 'mdl_message_popup_notifications', row_count() from `probate_run` where `run` = @probate_run;

-- 27. core_message.reading: delete mdl_message_user_actions (components/messaging.yaml:29)
delete `mdl_message_user_actions` from `mdl_message_user_actions`
where `mdl_message_user_actions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 27, 'core_message.reading', 'delete', 'mdl_message_user_actions', row_count() from `probate_run` where `run` = @probate_run;

-- 28. core_message.sent: delete mdl_message_user_actions (components/messaging.yaml:15)
delete `mdl_message_user_actions` from `mdl_message_user_actions`
where `mdl_message_user_actions`.`messageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 17);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 28, 'core_message.sent', 'delete', 'mdl_message_user_actions', row_count() from `probate_run` where `run` = @probate_run;

-- 29. core_keys.repositories: delete mdl_repository_instance_config (components/account.yaml:202)
delete `mdl_repository_instance_config` from `mdl_repository_instance_config`
where `mdl_repository_instance_config`.`instanceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 12);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 29, 'core_keys.repositories', 'delete', 'mdl_repository_instance_config', row_count() from `probate_run` where `run` = @probate_run;

-- 30. core_log.predictions: delete mdl_analytics_prediction_actions (components/records.yaml:65)
delete `mdl_analytics_prediction_actions` from `mdl_analytics_prediction_actions`
where `mdl_analytics_prediction_actions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 30, 'core_log.predictions', 'delete', 'mdl_analytics_prediction_actions', row_count() from `probate_run` where `run` = @probate_run;

-- 31. core_auth.linked_logins: delete mdl_auth_lti_linked_login (components/account.yaml:145)
delete `mdl_auth_lti_linked_login` from `mdl_auth_lti_linked_login`
where `mdl_auth_lti_linked_login`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 31, 'core_auth.linked_logins', 'delete', 'mdl_auth_lti_linked_login', row_count() from `probate_run` where `run` = @probate_run;

-- 32. core_auth.linked_logins: detach mdl_auth_oauth2_linked_login (components/account.yaml:144)
update `mdl_auth_oauth2_linked_login` join (select 1) as `probate_one`
set `mdl_auth_oauth2_linked_login`.`usermodified` = 0
where `mdl_auth_oauth2_linked_login`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 32, 'core_auth.linked_logins', 'detach', 'mdl_auth_oauth2_linked_login', row_count() from `probate_run` where `run` = @probate_run;

-- 33. core_auth.linked_logins: delete mdl_auth_oauth2_linked_login (components/account.yaml:143)
delete `mdl_auth_oauth2_linked_login` from `mdl_auth_oauth2_linked_login`
where `mdl_auth_oauth2_linked_login`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 33, 'core_auth.linked_logins', 'delete', 'mdl_auth_oauth2_linked_login', row_count() from `probate_run` where `run` = @probate_run;

-- 34. core_auth.openid: delete mdl_auth_oidc_prevlogin (components/account.yaml:159)
delete `mdl_auth_oidc_prevlogin` from `mdl_auth_oidc_prevlogin`
where `mdl_auth_oidc_prevlogin`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 34, 'core_auth.openid', 'delete', 'mdl_auth_oidc_prevlogin', row_count() from `probate_run` where `run` = @probate_run;

-- 35. core_auth.openid: overwrite mdl_auth_oidc_token (components/account.yaml:153)
update `mdl_auth_oidc_token` join (select 1) as `probate_one`
set `mdl_auth_oidc_token`.`oidcuniqid` = '', `mdl_auth_oidc_token`.`username` = '', `mdl_auth_oidc_token`.`oidcusername` = '', `mdl_auth_oidc_token`.`authcode` = '', `mdl_auth_oidc_token`.`token` = '', `mdl_auth_oidc_token`.`refreshtoken` = '', `mdl_auth_oidc_token`.`idtoken` = ''
where `mdl_auth_oidc_token`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 1);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 35, 'core_auth.openid', 'overwrite', 'mdl_auth_oidc_token', row_count() from `probate_run` where `run` = @probate_run;

-- 36. core_auth.openid: delete mdl_auth_oidc_token (components/account.yaml:151)
delete `mdl_auth_oidc_token` from `mdl_auth_oidc_token`
where `mdl_auth_oidc_token`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 36, 'core_auth.openid', 'delete', 'mdl_auth_oidc_token', row_count() from `probate_run` where `run` = @probate_run;

-- 37. core_profile.dashboard: delete mdl_block_instances (components/profile.yaml:27)
delete `mdl_block_instances` from `mdl_block_instances`
where `mdl_block_instances`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 25);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 37, 'core_profile.dashboard', 'delete', 'mdl_block_instances', row_count() from `probate_run` where `run` = @probate_run;

-- 38. core_log.activity: delete mdl_block_recent_activity (components/records.yaml:39)
delete `mdl_block_recent_activity` from `mdl_block_recent_activity`
where `mdl_block_recent_activity`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 38, 'core_log.activity', 'delete', 'mdl_block_recent_activity', row_count() from `probate_run` where `run` = @probate_run;

-- 39. core_profile.recent_items: delete mdl_block_recentlyaccesseditems (components/profile.yaml:42)
delete `mdl_block_recentlyaccesseditems` from `mdl_block_recentlyaccesseditems`
where `mdl_block_recentlyaccesseditems`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 39, 'core_profile.recent_items', 'delete', 'mdl_block_recentlyaccesseditems', row_count() from `probate_run` where `run` = @probate_run;

-- 40. core_profile.feeds: delete mdl_block_rss_client (components/profile.yaml:57)
delete `mdl_block_rss_client` from `mdl_block_rss_client`
where `mdl_block_rss_client`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 40, 'core_profile.feeds', 'delete', 'mdl_block_rss_client', row_count() from `probate_run` where `run` = @probate_run;

-- 41. core_profile.todo: delete mdl_block_todo (components/profile.yaml:52)
delete `mdl_block_todo` from `mdl_block_todo`
where `mdl_block_todo`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 41, 'core_profile.todo', 'delete', 'mdl_block_todo', row_count() from `probate_run` where `run` = @probate_run;

-- 42. core_blog.external: delete mdl_blog_external (components/community.yaml:92)
delete `mdl_blog_external` from `mdl_blog_external`
where `mdl_blog_external`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 42, 'core_blog.external', 'delete', 'mdl_blog_external', row_count() from `probate_run` where `run` = @probate_run;

-- 43. core_log.cache: delete mdl_cache_flags (components/records.yaml:60)
delete `mdl_cache_flags` from `mdl_cache_flags`
where `mdl_cache_flags`.`name` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = '{key}' and `shared` = 0) and `mdl_cache_flags`.`flagtype` = 'accesslib/dirtyusers' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 43, 'core_log.cache', 'delete', 'mdl_cache_flags', row_count() from `probate_run` where `run` = @probate_run;

-- 44. mod_chat.messages: delete mdl_chat_messages (components/activities.yaml:109)
delete `mdl_chat_messages` from `mdl_chat_messages`
where `mdl_chat_messages`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 44, 'mod_chat.messages', 'delete', 'mdl_chat_messages', row_count() from `probate_run` where `run` = @probate_run;

-- 45. mod_chat.messages: delete mdl_chat_messages_current (components/activities.yaml:109)
delete `mdl_chat_messages_current` from `mdl_chat_messages_current`
where `mdl_chat_messages_current`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 45, 'mod_chat.messages', 'delete', 'mdl_chat_messages_current', row_count() from `probate_run` where `run` = @probate_run;

-- 46. mod_chat.sessions: delete mdl_chat_users (components/activities.yaml:115)
delete `mdl_chat_users` from `mdl_chat_users`
where `mdl_chat_users`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 46, 'mod_chat.sessions', 'delete', 'mdl_chat_users', row_count() from `probate_run` where `run` = @probate_run;

-- 47. mod_choice.answers: delete mdl_choice_answers (components/activities.yaml:127)
delete `mdl_choice_answers` from `mdl_choice_answers`
where `mdl_choice_answers`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 47, 'mod_choice.answers', 'delete', 'mdl_choice_answers', row_count() from `probate_run` where `run` = @probate_run;

-- 48. core_blog.comments_received: overwrite mdl_comments (components/community.yaml:97)
update `mdl_comments` join (select 1) as `probate_one`
set `mdl_comments`.`content` = ''
where `mdl_comments`.`itemid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 2) and `mdl_comments`.`component` = 'blog' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 48, 'core_blog.comments_received', 'overwrite', 'mdl_comments', row_count() from `probate_run` where `run` = @probate_run;

-- 49. mod_glossary.comments_received: overwrite mdl_comments (components/activities.yaml:153)
update `mdl_comments` join (select 1) as `probate_one`
set `mdl_comments`.`content` = ''
where `mdl_comments`.`itemid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 43) and `mdl_comments`.`component` = 'mod_glossary' collate utf8mb4_nopad_bin and `mdl_comments`.`commentarea` = 'glossary_entry' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 49, 'mod_glossary.comments_received', 'overwrite', 'mdl_comments', row_count() from `probate_run` where `run` = @probate_run;

-- 50. core_comment.comments: delete mdl_comments (components/community.yaml:108)
delete `mdl_comments` from `mdl_comments`
where `mdl_comments`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 50, 'core_comment.comments', 'delete', 'mdl_comments', row_count() from `probate_run` where `run` = @probate_run;

-- 51. core_user.course_requests: delete mdl_course_request (components/account.yaml:131)
delete `mdl_course_request` from `mdl_course_request`
where `mdl_course_request`.`requester` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 51, 'core_user.course_requests', 'delete', 'mdl_course_request', row_count() from `probate_run` where `run` = @probate_run;

-- 52. core_profile.autosaves: delete mdl_editor_atto_autosave (components/profile.yaml:62)
delete `mdl_editor_atto_autosave` from `mdl_editor_atto_autosave`
where `mdl_editor_atto_autosave`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 52, 'core_profile.autosaves', 'delete', 'mdl_editor_atto_autosave', row_count() from `probate_run` where `run` = @probate_run;

-- 53. core_calendar.subscriptions: detach mdl_event_subscriptions (components/community.yaml:36)
update `mdl_event_subscriptions` join (select 1) as `probate_one`
set `mdl_event_subscriptions`.`userid` = 0
where `mdl_event_subscriptions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_event_subscriptions`.`eventtype` <> 'user' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 53, 'core_calendar.subscriptions', 'detach', 'mdl_event_subscriptions', row_count() from `probate_run` where `run` = @probate_run;

-- 54. core_calendar.subscriptions: delete mdl_event_subscriptions (components/community.yaml:29)
delete `mdl_event_subscriptions` from `mdl_event_subscriptions`
where `mdl_event_subscriptions`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 7);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 54, 'core_calendar.subscriptions', 'delete', 'mdl_event_subscriptions', row_count() from `probate_run` where `run` = @probate_run;

-- 55. core_keys.services: delete mdl_external_services_users (components/account.yaml:182)
delete `mdl_external_services_users` from `mdl_external_services_users`
where `mdl_external_services_users`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 55, 'core_keys.services', 'delete', 'mdl_external_services_users', row_count() from `probate_run` where `run` = @probate_run;

-- 56. core_keys.tokens: detach mdl_external_tokens (components/account.yaml:177)
update `mdl_external_tokens` join (select 1) as `probate_one`
set `mdl_external_tokens`.`creatorid` = 0
where `mdl_external_tokens`.`creatorid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 56, 'core_keys.tokens', 'detach', 'mdl_external_tokens', row_count() from `probate_run` where `run` = @probate_run;

-- 57. core_keys.tokens: delete mdl_external_tokens (components/account.yaml:176)
delete `mdl_external_tokens` from `mdl_external_tokens`
where `mdl_external_tokens`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 57, 'core_keys.tokens', 'delete', 'mdl_external_tokens', row_count() from `probate_run` where `run` = @probate_run;

-- 58. core_profile.favourites: delete mdl_favourite (components/profile.yaml:36)
delete `mdl_favourite` from `mdl_favourite`
where `mdl_favourite`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 58, 'core_profile.favourites', 'delete', 'mdl_favourite', row_count() from `probate_run` where `run` = @probate_run;

-- 59. mod_feedback.completed: delete mdl_feedback_completed (components/activities.yaml:62)
delete `mdl_feedback_completed` from `mdl_feedback_completed`
where `mdl_feedback_completed`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 36);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 59, 'mod_feedback.completed', 'delete', 'mdl_feedback_completed', row_count() from `probate_run` where `run` = @probate_run;

-- 60. mod_feedback.unfinished: delete mdl_feedback_completedtmp (components/activities.yaml:73)
delete `mdl_feedback_completedtmp` from `mdl_feedback_completedtmp`
where `mdl_feedback_completedtmp`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 37);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 60, 'mod_feedback.unfinished', 'delete', 'mdl_feedback_completedtmp', row_count() from `probate_run` where `run` = @probate_run;

-- 61. mod_forum.subscriptions: delete mdl_forum_digests (components/forum.yaml:36)
delete `mdl_forum_digests` from `mdl_forum_digests`
where `mdl_forum_digests`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 61, 'mod_forum.subscriptions', 'delete', 'mdl_forum_digests', row_count() from `probate_run` where `run` = @probate_run;

-- 62. mod_forum.subscriptions: delete mdl_forum_discussion_subs (components/forum.yaml:35)
delete `mdl_forum_discussion_subs` from `mdl_forum_discussion_subs`
where `mdl_forum_discussion_subs`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 62, 'mod_forum.subscriptions', 'delete', 'mdl_forum_discussion_subs', row_count() from `probate_run` where `run` = @probate_run;

-- 63. mod_forum.discussions: detach mdl_forum_discussions (components/forum.yaml:27)
update `mdl_forum_discussions` join (select 1) as `probate_one`
set `mdl_forum_discussions`.`usermodified` = 0
where `mdl_forum_discussions`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 63, 'mod_forum.discussions', 'detach', 'mdl_forum_discussions', row_count() from `probate_run` where `run` = @probate_run;

-- 64. mod_forum.discussions: overwrite mdl_forum_discussions (components/forum.yaml:26)
update `mdl_forum_discussions` join (select 1) as `probate_one`
set `mdl_forum_discussions`.`name` = ''
where `mdl_forum_discussions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 64, 'mod_forum.discussions', 'overwrite', 'mdl_forum_discussions', row_count() from `probate_run` where `run` = @probate_run;

-- 65. mod_forum.posts: detach mdl_forum_posts (components/forum.yaml:19)
update `mdl_forum_posts` join (select 1) as `probate_one`
set `mdl_forum_posts`.`privatereplyto` = 0
where `mdl_forum_posts`.`privatereplyto` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 65, 'mod_forum.posts', 'detach', 'mdl_forum_posts', row_count() from `probate_run` where `run` = @probate_run;

-- 66. mod_forum.posts: overwrite mdl_forum_posts (components/forum.yaml:13)
update `mdl_forum_posts` join (select 1) as `probate_one`
set `mdl_forum_posts`.`subject` = '', `mdl_forum_posts`.`message` = '', `mdl_forum_posts`.`attachment` = '', `mdl_forum_posts`.`deleted` = 1, `mdl_forum_posts`.`wordcount` = null, `mdl_forum_posts`.`charcount` = null
where `mdl_forum_posts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 38);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 66, 'mod_forum.posts', 'overwrite', 'mdl_forum_posts', row_count() from `probate_run` where `run` = @probate_run;

-- 67. mod_forum.queue: delete mdl_forum_queue (components/forum.yaml:49)
delete `mdl_forum_queue` from `mdl_forum_queue`
where `mdl_forum_queue`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 67, 'mod_forum.queue', 'delete', 'mdl_forum_queue', row_count() from `probate_run` where `run` = @probate_run;

-- 68. mod_forum.tracking: delete mdl_forum_read (components/forum.yaml:43)
delete `mdl_forum_read` from `mdl_forum_read`
where `mdl_forum_read`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 68, 'mod_forum.tracking', 'delete', 'mdl_forum_read', row_count() from `probate_run` where `run` = @probate_run;

-- 69. mod_forum.subscriptions: delete mdl_forum_subscriptions (components/forum.yaml:34)
delete `mdl_forum_subscriptions` from `mdl_forum_subscriptions`
where `mdl_forum_subscriptions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 69, 'mod_forum.subscriptions', 'delete', 'mdl_forum_subscriptions', row_count() from `probate_run` where `run` = @probate_run;

-- 70. mod_forum.tracking: delete mdl_forum_track_prefs (components/forum.yaml:44)
delete `mdl_forum_track_prefs` from `mdl_forum_track_prefs`
where `mdl_forum_track_prefs`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 70, 'mod_forum.tracking', 'delete', 'mdl_forum_track_prefs', row_count() from `probate_run` where `run` = @probate_run;

-- 71. mod_glossary.entries: delete mdl_glossary_entries (components/activities.yaml:140)
delete `mdl_glossary_entries` from `mdl_glossary_entries`
where `mdl_glossary_entries`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 43);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 71, 'mod_glossary.entries', 'delete', 'mdl_glossary_entries', row_count() from `probate_run` where `run` = @probate_run;

-- 72. core_files.infected: delete mdl_infected_files (components/records.yaml:118)
delete `mdl_infected_files` from `mdl_infected_files`
where `mdl_infected_files`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 72, 'core_files.infected', 'delete', 'mdl_infected_files', row_count() from `probate_run` where `run` = @probate_run;

-- 73. core_log.legacy: overwrite mdl_log (components/records.yaml:28)
update `mdl_log` join (select 1) as `probate_one`
set `mdl_log`.`url` = '', `mdl_log`.`info` = ''
where `mdl_log`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 14);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 73, 'core_log.legacy', 'overwrite', 'mdl_log', row_count() from `probate_run` where `run` = @probate_run;

-- 74. core_log.legacy: delete mdl_log (components/records.yaml:27)
delete `mdl_log` from `mdl_log`
where `mdl_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 74, 'core_log.legacy', 'delete', 'mdl_log', row_count() from `probate_run` where `run` = @probate_run;

-- 75. core_log.about: detach mdl_logstore_standard_log (components/records.yaml:21)
update `mdl_logstore_standard_log` join (select 1) as `probate_one`
set `mdl_logstore_standard_log`.`contextinstanceid` = 0
where `mdl_logstore_standard_log`.`contextinstanceid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_logstore_standard_log`.`contextlevel` = 30 and `mdl_logstore_standard_log`.`contextlevel` = 30;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 75, 'core_log.about', 'detach', 'mdl_logstore_standard_log', row_count() from `probate_run` where `run` = @probate_run;

-- 76. core_log.about: overwrite mdl_logstore_standard_log (components/records.yaml:18)
update `mdl_logstore_standard_log` join (select 1) as `probate_one`
set `mdl_logstore_standard_log`.`relateduserid` = null, `mdl_logstore_standard_log`.`other` = null
where `mdl_logstore_standard_log`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 13);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 76, 'core_log.about', 'overwrite', 'mdl_logstore_standard_log', row_count() from `probate_run` where `run` = @probate_run;

-- 77. core_log.about: detach mdl_logstore_standard_log (components/records.yaml:19)
update `mdl_logstore_standard_log` join (select 1) as `probate_one`
set `mdl_logstore_standard_log`.`realuserid` = null
where `mdl_logstore_standard_log`.`realuserid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 77, 'core_log.about', 'detach', 'mdl_logstore_standard_log', row_count() from `probate_run` where `run` = @probate_run;

-- 78. core_log.about: detach mdl_logstore_standard_log (components/records.yaml:20)
update `mdl_logstore_standard_log` join (select 1) as `probate_one`
set `mdl_logstore_standard_log`.`objectid` = null
where `mdl_logstore_standard_log`.`objectid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_logstore_standard_log`.`objecttable` = 'user' collate utf8mb4_nopad_bin and `mdl_logstore_standard_log`.`objecttable` = 'user' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 78, 'core_log.about', 'detach', 'mdl_logstore_standard_log', row_count() from `probate_run` where `run` = @probate_run;

-- 79. core_log.actions: delete mdl_logstore_standard_log (components/records.yaml:11)
delete `mdl_logstore_standard_log` from `mdl_logstore_standard_log`
where `mdl_logstore_standard_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 79, 'core_log.actions', 'delete', 'mdl_logstore_standard_log', row_count() from `probate_run` where `run` = @probate_run;

-- 80. core_message.legacy: detach mdl_message (components/messaging.yaml:63)
update `mdl_message` join (select 1) as `probate_one`
set `mdl_message`.`useridto` = 0
where `mdl_message`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 80, 'core_message.legacy', 'detach', 'mdl_message', row_count() from `probate_run` where `run` = @probate_run;

-- 81. core_message.legacy: overwrite mdl_message (components/messaging.yaml:59)
update `mdl_message` join (select 1) as `probate_one`
set `mdl_message`.`useridfrom` = 0, `mdl_message`.`subject` = null, `mdl_message`.`fullmessage` = null, `mdl_message`.`fullmessagehtml` = null, `mdl_message`.`smallmessage` = null, `mdl_message`.`contexturl` = null, `mdl_message`.`contexturlname` = null
where `mdl_message`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 15);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 81, 'core_message.legacy', 'overwrite', 'mdl_message', row_count() from `probate_run` where `run` = @probate_run;

-- 82. core_message.contacts: delete mdl_message_contact_requests (components/messaging.yaml:45)
delete `mdl_message_contact_requests` from `mdl_message_contact_requests`
where `mdl_message_contact_requests`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 82, 'core_message.contacts', 'delete', 'mdl_message_contact_requests', row_count() from `probate_run` where `run` = @probate_run;

-- 83. core_message.contacts: delete mdl_message_contacts (components/messaging.yaml:43)
delete `mdl_message_contacts` from `mdl_message_contacts`
where `mdl_message_contacts`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 83, 'core_message.contacts', 'delete', 'mdl_message_contacts', row_count() from `probate_run` where `run` = @probate_run;

-- 84. core_message.conversations: delete mdl_message_conversation_actions (components/messaging.yaml:37)
delete `mdl_message_conversation_actions` from `mdl_message_conversation_actions`
where `mdl_message_conversation_actions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 84, 'core_message.conversations', 'delete', 'mdl_message_conversation_actions', row_count() from `probate_run` where `run` = @probate_run;

-- 85. core_message.conversations: delete mdl_message_conversation_members (components/messaging.yaml:36)
delete `mdl_message_conversation_members` from `mdl_message_conversation_members`
where `mdl_message_conversation_members`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 85, 'core_message.conversations', 'delete', 'mdl_message_conversation_members', row_count() from `probate_run` where `run` = @probate_run;

-- 86. core_message.legacy: overwrite mdl_message_read (components/messaging.yaml:59)
update `mdl_message_read` join (select 1) as `probate_one`
set `mdl_message_read`.`useridfrom` = 0, `mdl_message_read`.`subject` = null, `mdl_message_read`.`fullmessage` = null, `mdl_message_read`.`fullmessagehtml` = null, `mdl_message_read`.`smallmessage` = null, `mdl_message_read`.`contexturl` = null, `mdl_message_read`.`contexturlname` = null
where `mdl_message_read`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 16);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 86, 'core_message.legacy', 'overwrite', 'mdl_message_read', row_count() from `probate_run` where `run` = @probate_run;

-- 87. core_message.legacy: detach mdl_message_read (components/messaging.yaml:63)
update `mdl_message_read` join (select 1) as `probate_one`
set `mdl_message_read`.`useridto` = 0
where `mdl_message_read`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 87, 'core_message.legacy', 'detach', 'mdl_message_read', row_count() from `probate_run` where `run` = @probate_run;

-- 88. core_message.blocked: delete mdl_message_users_blocked (components/messaging.yaml:52)
delete `mdl_message_users_blocked` from `mdl_message_users_blocked`
where `mdl_message_users_blocked`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 88, 'core_message.blocked', 'delete', 'mdl_message_users_blocked', row_count() from `probate_run` where `run` = @probate_run;

-- 89. core_auth.mail_addresses: delete mdl_messageinbound_messagelist (components/account.yaml:164)
delete `mdl_messageinbound_messagelist` from `mdl_messageinbound_messagelist`
where `mdl_messageinbound_messagelist`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 89, 'core_auth.mail_addresses', 'delete', 'mdl_messageinbound_messagelist', row_count() from `probate_run` where `run` = @probate_run;

-- 90. core_message.sent: delete mdl_messages (components/messaging.yaml:11)
delete `mdl_messages` from `mdl_messages`
where `mdl_messages`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 17);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 90, 'core_message.sent', 'delete', 'mdl_messages', row_count() from `probate_run` where `run` = @probate_run;

-- 91. core_log.network: delete mdl_mnet_log (components/records.yaml:33)
delete `mdl_mnet_log` from `mdl_mnet_log`
where `mdl_mnet_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 91, 'core_log.network', 'delete', 'mdl_mnet_log', row_count() from `probate_run` where `run` = @probate_run;

-- 92. core_user.sessions: delete mdl_mnet_session (components/account.yaml:104)
delete `mdl_mnet_session` from `mdl_mnet_session`
where `mdl_mnet_session`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 92, 'core_user.sessions', 'delete', 'mdl_mnet_session', row_count() from `probate_run` where `run` = @probate_run;

-- 93. core_profile.dashboard: delete mdl_my_pages (components/profile.yaml:26)
delete `mdl_my_pages` from `mdl_my_pages`
where `mdl_my_pages`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 93, 'core_profile.dashboard', 'delete', 'mdl_my_pages', row_count() from `probate_run` where `run` = @probate_run;

-- 94. core_notification.about: overwrite mdl_notifications (components/messaging.yaml:86)
update `mdl_notifications` join (select 1) as `probate_one`
set `mdl_notifications`.`useridfrom` = 0, `mdl_notifications`.`subject` = null, `mdl_notifications`.`fullmessage` = null, `mdl_notifications`.`fullmessagehtml` = null, `mdl_notifications`.`smallmessage` = null, `mdl_notifications`.`contexturlname` = null, `mdl_notifications`.`customdata` = null
where `mdl_notifications`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 22);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 94, 'core_notification.about', 'overwrite', 'mdl_notifications', row_count() from `probate_run` where `run` = @probate_run;

-- 95. core_notification.about: overwrite mdl_notifications (components/messaging.yaml:90)
update `mdl_notifications` join (select 1) as `probate_one`
set `mdl_notifications`.`contexturl` = null, `mdl_notifications`.`contexturlname` = null
where `mdl_notifications`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 23);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 95, 'core_notification.about', 'overwrite', 'mdl_notifications', row_count() from `probate_run` where `run` = @probate_run;

-- 96. core_notification.received: delete mdl_notifications (components/messaging.yaml:75)
delete `mdl_notifications` from `mdl_notifications`
where `mdl_notifications`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 24);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 96, 'core_notification.received', 'delete', 'mdl_notifications', row_count() from `probate_run` where `run` = @probate_run;

-- 97. core_keys.refresh_tokens: delete mdl_oauth2_refresh_token (components/account.yaml:192)
delete `mdl_oauth2_refresh_token` from `mdl_oauth2_refresh_token`
where `mdl_oauth2_refresh_token`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 97, 'core_keys.refresh_tokens', 'delete', 'mdl_oauth2_refresh_token', row_count() from `probate_run` where `run` = @probate_run;

-- 98. core_profile.portfolio: delete mdl_portfolio_instance_user (components/profile.yaml:68)
delete `mdl_portfolio_instance_user` from `mdl_portfolio_instance_user`
where `mdl_portfolio_instance_user`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 98, 'core_profile.portfolio', 'delete', 'mdl_portfolio_instance_user', row_count() from `probate_run` where `run` = @probate_run;

-- 99. core_profile.portfolio: delete mdl_portfolio_log (components/profile.yaml:69)
delete `mdl_portfolio_log` from `mdl_portfolio_log`
where `mdl_portfolio_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 99, 'core_profile.portfolio', 'delete', 'mdl_portfolio_log', row_count() from `probate_run` where `run` = @probate_run;

-- 100. core_profile.portfolio: delete mdl_portfolio_tempdata (components/profile.yaml:70)
delete `mdl_portfolio_tempdata` from `mdl_portfolio_tempdata`
where `mdl_portfolio_tempdata`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 100, 'core_profile.portfolio', 'delete', 'mdl_portfolio_tempdata', row_count() from `probate_run` where `run` = @probate_run;

-- 101. core_notes.written: detach mdl_post (components/community.yaml:69)
update `mdl_post` join (select 1) as `probate_one`
set `mdl_post`.`usermodified` = null
where `mdl_post`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_post`.`module` = 'notes' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 101, 'core_notes.written', 'detach', 'mdl_post', row_count() from `probate_run` where `run` = @probate_run;

-- 102. core_blog.entries: delete mdl_post (components/community.yaml:81)
delete `mdl_post` from `mdl_post`
where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 3);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 102, 'core_blog.entries', 'delete', 'mdl_post', row_count() from `probate_run` where `run` = @probate_run;

-- 103. core_notes.about: delete mdl_post (components/community.yaml:48)
delete `mdl_post` from `mdl_post`
where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 18);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 103, 'core_notes.about', 'delete', 'mdl_post', row_count() from `probate_run` where `run` = @probate_run;

-- 104. core_notes.about_personal: delete mdl_post (components/community.yaml:59)
delete `mdl_post` from `mdl_post`
where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 20);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 104, 'core_notes.about_personal', 'delete', 'mdl_post', row_count() from `probate_run` where `run` = @probate_run;

-- 105. core_rating.given: delete mdl_rating (components/community.yaml:119)
delete `mdl_rating` from `mdl_rating`
where `mdl_rating`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 105, 'core_rating.given', 'delete', 'mdl_rating', row_count() from `probate_run` where `run` = @probate_run;

-- 106. core_keys.repositories: delete mdl_repository_instances (components/account.yaml:198)
delete `mdl_repository_instances` from `mdl_repository_instances`
where `mdl_repository_instances`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 12);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 106, 'core_keys.repositories', 'delete', 'mdl_repository_instances', row_count() from `probate_run` where `run` = @probate_run;

-- 107. core_search.texts: detach mdl_search_simpledb_index (components/records.yaml:101)
update `mdl_search_simpledb_index` join (select 1) as `probate_one`
set `mdl_search_simpledb_index`.`userid` = null
where `mdl_search_simpledb_index`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 107, 'core_search.texts', 'detach', 'mdl_search_simpledb_index', row_count() from `probate_run` where `run` = @probate_run;

-- 108. core_search.texts: overwrite mdl_search_simpledb_index (components/records.yaml:97)
update `mdl_search_simpledb_index` join (select 1) as `probate_one`
set `mdl_search_simpledb_index`.`title` = null, `mdl_search_simpledb_index`.`content` = null, `mdl_search_simpledb_index`.`description1` = null, `mdl_search_simpledb_index`.`description2` = null
where `mdl_search_simpledb_index`.`owneruserid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 108, 'core_search.texts', 'overwrite', 'mdl_search_simpledb_index', row_count() from `probate_run` where `run` = @probate_run;

-- 109. core_user.sessions: delete mdl_sessions (components/account.yaml:103)
delete `mdl_sessions` from `mdl_sessions`
where `mdl_sessions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 109, 'core_user.sessions', 'delete', 'mdl_sessions', row_count() from `probate_run` where `run` = @probate_run;

-- 110. core_log.statistics: delete mdl_stats_user_daily (components/records.yaml:46)
delete `mdl_stats_user_daily` from `mdl_stats_user_daily`
where `mdl_stats_user_daily`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 110, 'core_log.statistics', 'delete', 'mdl_stats_user_daily', row_count() from `probate_run` where `run` = @probate_run;

-- 111. core_log.statistics: delete mdl_stats_user_monthly (components/records.yaml:46)
delete `mdl_stats_user_monthly` from `mdl_stats_user_monthly`
where `mdl_stats_user_monthly`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 111, 'core_log.statistics', 'delete', 'mdl_stats_user_monthly', row_count() from `probate_run` where `run` = @probate_run;

-- 112. core_log.statistics: delete mdl_stats_user_weekly (components/records.yaml:46)
delete `mdl_stats_user_weekly` from `mdl_stats_user_weekly`
where `mdl_stats_user_weekly`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 112, 'core_log.statistics', 'delete', 'mdl_stats_user_weekly', row_count() from `probate_run` where `run` = @probate_run;

-- 113. mod_survey.analysis: delete mdl_survey_analysis (components/activities.yaml:96)
delete `mdl_survey_analysis` from `mdl_survey_analysis`
where `mdl_survey_analysis`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 113, 'mod_survey.analysis', 'delete', 'mdl_survey_analysis', row_count() from `probate_run` where `run` = @probate_run;

-- 114. mod_survey.answers: delete mdl_survey_answers (components/activities.yaml:90)
delete `mdl_survey_answers` from `mdl_survey_answers`
where `mdl_survey_answers`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 114, 'mod_survey.answers', 'delete', 'mdl_survey_answers', row_count() from `probate_run` where `run` = @probate_run;

-- 115. core_profile.interests: delete mdl_tag_instance (components/profile.yaml:20)
delete `mdl_tag_instance` from `mdl_tag_instance`
where `mdl_tag_instance`.`itemid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_tag_instance`.`component` = 'core' collate utf8mb4_nopad_bin and `mdl_tag_instance`.`itemtype` = 'user' collate utf8mb4_nopad_bin and `mdl_tag_instance`.`component` = 'core' collate utf8mb4_nopad_bin and `mdl_tag_instance`.`itemtype` = 'user' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 115, 'core_profile.interests', 'delete', 'mdl_tag_instance', row_count() from `probate_run` where `run` = @probate_run;

-- 116. core_profile.autosaves: delete mdl_tiny_autosave (components/profile.yaml:62)
delete `mdl_tiny_autosave` from `mdl_tiny_autosave`
where `mdl_tiny_autosave`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 116, 'core_profile.autosaves', 'delete', 'mdl_tiny_autosave', row_count() from `probate_run` where `run` = @probate_run;

-- 117. tool_monitor.subscriptions: delete mdl_tool_monitor_history (components/records.yaml:78)
delete `mdl_tool_monitor_history` from `mdl_tool_monitor_history`
where `mdl_tool_monitor_history`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 117, 'tool_monitor.subscriptions', 'delete', 'mdl_tool_monitor_history', row_count() from `probate_run` where `run` = @probate_run;

-- 118. tool_monitor.subscriptions: detach mdl_tool_monitor_rules (components/records.yaml:79)
update `mdl_tool_monitor_rules` join (select 1) as `probate_one`
set `mdl_tool_monitor_rules`.`userid` = 0
where `mdl_tool_monitor_rules`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 118, 'tool_monitor.subscriptions', 'detach', 'mdl_tool_monitor_rules', row_count() from `probate_run` where `run` = @probate_run;

-- 119. tool_monitor.subscriptions: delete mdl_tool_monitor_subscriptions (components/records.yaml:77)
delete `mdl_tool_monitor_subscriptions` from `mdl_tool_monitor_subscriptions`
where `mdl_tool_monitor_subscriptions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 119, 'tool_monitor.subscriptions', 'delete', 'mdl_tool_monitor_subscriptions', row_count() from `probate_run` where `run` = @probate_run;

-- 120. core_user.devices: delete mdl_user_devices (components/account.yaml:110)
delete `mdl_user_devices` from `mdl_user_devices`
where `mdl_user_devices`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 29);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 120, 'core_user.devices', 'delete', 'mdl_user_devices', row_count() from `probate_run` where `run` = @probate_run;

-- 121. core_profile.fields: delete mdl_user_info_data (components/profile.yaml:10)
delete `mdl_user_info_data` from `mdl_user_info_data`
where `mdl_user_info_data`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (select `probate_1`.`visible` from `mdl_user_info_field` as `probate_1` where `probate_1`.`id` = `mdl_user_info_data`.`fieldid`) <> 0;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 121, 'core_profile.fields', 'delete', 'mdl_user_info_data', row_count() from `probate_run` where `run` = @probate_run;

-- 122. core_profile.hidden_fields: delete mdl_user_info_data (components/profile.yaml:15)
delete `mdl_user_info_data` from `mdl_user_info_data`
where `mdl_user_info_data`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (select `probate_1`.`visible` from `mdl_user_info_field` as `probate_1` where `probate_1`.`id` = `mdl_user_info_data`.`fieldid`) = 0;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 122, 'core_profile.hidden_fields', 'delete', 'mdl_user_info_data', row_count() from `probate_run` where `run` = @probate_run;

-- 123. core_user.password_history: delete mdl_user_password_history (components/account.yaml:91)
delete `mdl_user_password_history` from `mdl_user_password_history`
where `mdl_user_password_history`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 123, 'core_user.password_history', 'delete', 'mdl_user_password_history', row_count() from `probate_run` where `run` = @probate_run;

-- 124. core_user.password: delete mdl_user_password_resets (components/account.yaml:86)
delete `mdl_user_password_resets` from `mdl_user_password_resets`
where `mdl_user_password_resets`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 124, 'core_user.password', 'delete', 'mdl_user_password_resets', row_count() from `probate_run` where `run` = @probate_run;

-- 125. core_preferences.editor: delete mdl_user_preferences (components/profile.yaml:82)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('atto!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filemanager!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filepicker!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('htmleditor', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 125, 'core_preferences.editor', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 126. core_preferences.forum: delete mdl_user_preferences (components/profile.yaml:97)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('forum!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('markasreadonnotification', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 126, 'core_preferences.forum', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 127. core_preferences.login: delete mdl_user_preferences (components/profile.yaml:108)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'login_' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'auth_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'create_password' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'tool_mobile_' collate utf8mb4_nopad_bin);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 127, 'core_preferences.login', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 128. core_preferences.messaging: delete mdl_user_preferences (components/profile.yaml:87)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('core!_message!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('email!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('message!_', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 128, 'core_preferences.messaging', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 129. core_preferences.other: delete mdl_user_preferences (components/profile.yaml:128)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and not ((((((((((((((((((((((((((((((((((((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'htmleditor' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'atto_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'filepicker_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'filemanager_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'core_message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'email_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'user_home_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'drawer-' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'block' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'docked_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 9) = 'calendar_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'coursecat_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 25) = 'coursesectionspreferences' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'flextable_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'tool_usertours_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 20) = 'accessibilitystyles_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'forum_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 24) = 'markasreadonnotification' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'assign_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'assignment_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'workshop' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'quiz_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'lesson_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'scorm_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'grade_report_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradereport_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradingform_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'qtype_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'data_perpage_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'login_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'auth_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'create_password' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'tool_mobile_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 129, 'core_preferences.other', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 130. core_preferences.pages: delete mdl_user_preferences (components/profile.yaml:92)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('accessibilitystyles!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('block', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('calendar!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursecat!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursesectionspreferences', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('docked!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('drawer-', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('flextable!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('tool!_usertours!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('user!_home!_', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 130, 'core_preferences.pages', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 131. core_preferences.secrets: delete mdl_user_preferences (components/profile.yaml:118)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and ((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 131, 'core_preferences.secrets', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 132. core_preferences.teaching: delete mdl_user_preferences (components/profile.yaml:102)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assign!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assignment!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('data!_perpage!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('grade!_report!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradereport!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradingform!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('lesson!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('qtype!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('quiz!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('scorm!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('workshop', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 132, 'core_preferences.teaching', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 133. core_keys.private_keys: delete mdl_user_private_key (components/account.yaml:187)
delete `mdl_user_private_key` from `mdl_user_private_key`
where `mdl_user_private_key`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 133, 'core_keys.private_keys', 'delete', 'mdl_user_private_key', row_count() from `probate_run` where `run` = @probate_run;

-- 134. core_user.additional_names: empty mdl_user (components/account.yaml:26)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`lastnamephonetic` = null, `mdl_user`.`firstnamephonetic` = null, `mdl_user`.`middlename` = null, `mdl_user`.`alternatename` = null
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 134, 'core_user.additional_names', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 135. core_user.address: empty mdl_user (components/account.yaml:52)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`address` = '', `mdl_user`.`city` = '', `mdl_user`.`country` = ''
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 135, 'core_user.address', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 136. core_user.description: empty mdl_user (components/account.yaml:62)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`description` = null, `mdl_user`.`moodlenetprofile` = null
where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 26);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 136, 'core_user.description', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 137. core_user.password: overwrite mdl_user (components/account.yaml:85)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`password` = '', `mdl_user`.`secret` = ''
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 137, 'core_user.password', 'overwrite', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 138. core_user.phones: empty mdl_user (components/account.yaml:47)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`phone1` = '', `mdl_user`.`phone2` = ''
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 138, 'core_user.phones', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 139. core_user.picture: empty mdl_user (components/account.yaml:68)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`picture` = 0, `mdl_user`.`imagealt` = null
where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 26);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 139, 'core_user.picture', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 140. core_user.settings: overwrite mdl_user (components/account.yaml:75)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`emailstop` = 0, `mdl_user`.`lang` = 'en', `mdl_user`.`calendartype` = 'gregorian', `mdl_user`.`theme` = '', `mdl_user`.`timezone` = '99', `mdl_user`.`mailformat` = 1, `mdl_user`.`maildigest` = 0, `mdl_user`.`maildisplay` = 2, `mdl_user`.`autosubscribe` = 1, `mdl_user`.`trackforums` = 0
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 140, 'core_user.settings', 'overwrite', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 141. core_user.workplace: empty mdl_user (components/account.yaml:57)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`institution` = null, `mdl_user`.`department` = null
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 141, 'core_user.workplace', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- outbox: bytes that no file has any more
insert into `probate_outbox` (`run`, `kind`, `body`, `created`)
select distinct @probate_run, 'file', concat(substr(`probate_text_key`.`k`, 1, 2), '/', substr(`probate_text_key`.`k`, 3, 2), '/', convert(`probate_text_key`.`k` using utf8mb4) collate utf8mb4_nopad_bin), unix_timestamp()
from `probate_text_key`
where `run` = @probate_run and `capture` in (6, 11, 28, 31, 33, 35, 40, 42, 45, 47) and not (exists (select 1 from `mdl_files` where `mdl_files`.`contenthash` = `probate_text_key`.`k`));

-- residue: nothing that was decided may be left
insert into `probate_check` (`run`, `what`, `bad`)
select `probate_run`.`run`, `found`.`column1`, `found`.`column2`
from `probate_run`
join (
  select 'residue of step 1 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 5)) as `column2`
  union all select 'residue of step 2 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 10)) as `column2`
  union all select 'residue of step 3 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 27)) as `column2`
  union all select 'residue of step 4 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 30)) as `column2`
  union all select 'residue of step 5 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 32)) as `column2`
  union all select 'residue of step 6 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 34)) as `column2`
  union all select 'residue of step 7 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 39)) as `column2`
  union all select 'residue of step 8 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 41)) as `column2`
  union all select 'residue of step 9 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 44)) as `column2`
  union all select 'residue of step 10 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 44)) as `column2`
  union all select 'residue of step 11 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 46)) as `column2`
  union all select 'residue of step 12 (delete mdl_block_positions)' as `column1`, (select count(*) from `mdl_block_positions` where `mdl_block_positions`.`blockinstanceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 25)) as `column2`
  union all select 'residue of step 13 (delete mdl_blog_association)' as `column1`, (select count(*) from `mdl_blog_association` where `mdl_blog_association`.`blogid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 3)) as `column2`
  union all select 'residue of step 14 (delete mdl_blog_association)' as `column1`, (select count(*) from `mdl_blog_association` where `mdl_blog_association`.`blogid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 19)) as `column2`
  union all select 'residue of step 15 (delete mdl_blog_association)' as `column1`, (select count(*) from `mdl_blog_association` where `mdl_blog_association`.`blogid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 21)) as `column2`
  union all select 'residue of step 16 (detach mdl_event)' as `column1`, (select count(*) from `mdl_event` where `mdl_event`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and ((`mdl_event`.`courseid` <> 0 or `mdl_event`.`groupid` <> 0) or `mdl_event`.`categoryid` <> 0)) as `column2`
  union all select 'residue of step 17 (delete mdl_event)' as `column1`, (select count(*) from `mdl_event` where `mdl_event`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 4)) as `column2`
  union all select 'residue of step 18 (delete mdl_event)' as `column1`, (select count(*) from `mdl_event` where `mdl_event`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 8)) as `column2`
  union all select 'residue of step 19 (delete mdl_feedback_value)' as `column1`, (select count(*) from `mdl_feedback_value` where `mdl_feedback_value`.`completed` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 36)) as `column2`
  union all select 'residue of step 20 (delete mdl_feedback_valuetmp)' as `column1`, (select count(*) from `mdl_feedback_valuetmp` where `mdl_feedback_valuetmp`.`completed` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 37)) as `column2`
  union all select 'residue of step 21 (delete mdl_glossary_alias)' as `column1`, (select count(*) from `mdl_glossary_alias` where `mdl_glossary_alias`.`entryid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 43)) as `column2`
  union all select 'residue of step 22 (delete mdl_glossary_entries_categories)' as `column1`, (select count(*) from `mdl_glossary_entries_categories` where `mdl_glossary_entries_categories`.`entryid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 43)) as `column2`
  union all select 'residue of step 23 (delete mdl_message_airnotifier_devices)' as `column1`, (select count(*) from `mdl_message_airnotifier_devices` where `mdl_message_airnotifier_devices`.`userdeviceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 29)) as `column2`
  union all select 'residue of step 24 (delete mdl_message_email_messages)' as `column1`, (select count(*) from `mdl_message_email_messages` where `mdl_message_email_messages`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 25 (delete mdl_message_email_messages)' as `column1`, (select count(*) from `mdl_message_email_messages` where `mdl_message_email_messages`.`messageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 17)) as `column2`
  union all select 'residue of step 26 (delete mdl_message_popup_notifications)' as `column1`, (select count(*) from `mdl_message_popup_notifications` where `mdl_message_popup_notifications`.`notificationid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 24)) as `column2`
  union all select 'residue of step 27 (delete mdl_message_user_actions)' as `column1`, (select count(*) from `mdl_message_user_actions` where `mdl_message_user_actions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 28 (delete mdl_message_user_actions)' as `column1`, (select count(*) from `mdl_message_user_actions` where `mdl_message_user_actions`.`messageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 17)) as `column2`
  union all select 'residue of step 29 (delete mdl_repository_instance_config)' as `column1`, (select count(*) from `mdl_repository_instance_config` where `mdl_repository_instance_config`.`instanceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 12)) as `column2`
  union all select 'residue of step 30 (delete mdl_analytics_prediction_actions)' as `column1`, (select count(*) from `mdl_analytics_prediction_actions` where `mdl_analytics_prediction_actions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 31 (delete mdl_auth_lti_linked_login)' as `column1`, (select count(*) from `mdl_auth_lti_linked_login` where `mdl_auth_lti_linked_login`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 32 (detach mdl_auth_oauth2_linked_login)' as `column1`, (select count(*) from `mdl_auth_oauth2_linked_login` where `mdl_auth_oauth2_linked_login`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 33 (delete mdl_auth_oauth2_linked_login)' as `column1`, (select count(*) from `mdl_auth_oauth2_linked_login` where `mdl_auth_oauth2_linked_login`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 34 (delete mdl_auth_oidc_prevlogin)' as `column1`, (select count(*) from `mdl_auth_oidc_prevlogin` where `mdl_auth_oidc_prevlogin`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 35 (overwrite mdl_auth_oidc_token)' as `column1`, (select count(*) from `mdl_auth_oidc_token` where `mdl_auth_oidc_token`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 1) and (not (`mdl_auth_oidc_token`.`oidcuniqid` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_auth_oidc_token`.`username` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_auth_oidc_token`.`oidcusername` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_auth_oidc_token`.`authcode` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_auth_oidc_token`.`token` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_auth_oidc_token`.`refreshtoken` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_auth_oidc_token`.`idtoken` <=> '' collate utf8mb4_nopad_bin))) as `column2`
  union all select 'residue of step 36 (delete mdl_auth_oidc_token)' as `column1`, (select count(*) from `mdl_auth_oidc_token` where `mdl_auth_oidc_token`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 37 (delete mdl_block_instances)' as `column1`, (select count(*) from `mdl_block_instances` where `mdl_block_instances`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 25)) as `column2`
  union all select 'residue of step 38 (delete mdl_block_recent_activity)' as `column1`, (select count(*) from `mdl_block_recent_activity` where `mdl_block_recent_activity`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 39 (delete mdl_block_recentlyaccesseditems)' as `column1`, (select count(*) from `mdl_block_recentlyaccesseditems` where `mdl_block_recentlyaccesseditems`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 40 (delete mdl_block_rss_client)' as `column1`, (select count(*) from `mdl_block_rss_client` where `mdl_block_rss_client`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 41 (delete mdl_block_todo)' as `column1`, (select count(*) from `mdl_block_todo` where `mdl_block_todo`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 42 (delete mdl_blog_external)' as `column1`, (select count(*) from `mdl_blog_external` where `mdl_blog_external`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 43 (delete mdl_cache_flags)' as `column1`, (select count(*) from `mdl_cache_flags` where `mdl_cache_flags`.`name` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = '{key}' and `shared` = 0) and `mdl_cache_flags`.`flagtype` = 'accesslib/dirtyusers' collate utf8mb4_nopad_bin) as `column2`
  union all select 'residue of step 44 (delete mdl_chat_messages)' as `column1`, (select count(*) from `mdl_chat_messages` where `mdl_chat_messages`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 45 (delete mdl_chat_messages_current)' as `column1`, (select count(*) from `mdl_chat_messages_current` where `mdl_chat_messages_current`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 46 (delete mdl_chat_users)' as `column1`, (select count(*) from `mdl_chat_users` where `mdl_chat_users`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 47 (delete mdl_choice_answers)' as `column1`, (select count(*) from `mdl_choice_answers` where `mdl_choice_answers`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 48 (overwrite mdl_comments)' as `column1`, (select count(*) from `mdl_comments` where `mdl_comments`.`itemid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 2) and `mdl_comments`.`component` = 'blog' collate utf8mb4_nopad_bin and not (`mdl_comments`.`content` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 49 (overwrite mdl_comments)' as `column1`, (select count(*) from `mdl_comments` where `mdl_comments`.`itemid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 43) and `mdl_comments`.`component` = 'mod_glossary' collate utf8mb4_nopad_bin and `mdl_comments`.`commentarea` = 'glossary_entry' collate utf8mb4_nopad_bin and not (`mdl_comments`.`content` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 50 (delete mdl_comments)' as `column1`, (select count(*) from `mdl_comments` where `mdl_comments`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
) as `found` on 1 = 1
where `run` = @probate_run;
insert into `probate_check` (`run`, `what`, `bad`)
select `probate_run`.`run`, `found`.`column1`, `found`.`column2`
from `probate_run`
join (
  select 'residue of step 51 (delete mdl_course_request)' as `column1`, (select count(*) from `mdl_course_request` where `mdl_course_request`.`requester` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 52 (delete mdl_editor_atto_autosave)' as `column1`, (select count(*) from `mdl_editor_atto_autosave` where `mdl_editor_atto_autosave`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 53 (detach mdl_event_subscriptions)' as `column1`, (select count(*) from `mdl_event_subscriptions` where `mdl_event_subscriptions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_event_subscriptions`.`eventtype` <> 'user' collate utf8mb4_nopad_bin) as `column2`
  union all select 'residue of step 54 (delete mdl_event_subscriptions)' as `column1`, (select count(*) from `mdl_event_subscriptions` where `mdl_event_subscriptions`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 7)) as `column2`
  union all select 'residue of step 55 (delete mdl_external_services_users)' as `column1`, (select count(*) from `mdl_external_services_users` where `mdl_external_services_users`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 56 (detach mdl_external_tokens)' as `column1`, (select count(*) from `mdl_external_tokens` where `mdl_external_tokens`.`creatorid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 57 (delete mdl_external_tokens)' as `column1`, (select count(*) from `mdl_external_tokens` where `mdl_external_tokens`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 58 (delete mdl_favourite)' as `column1`, (select count(*) from `mdl_favourite` where `mdl_favourite`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 59 (delete mdl_feedback_completed)' as `column1`, (select count(*) from `mdl_feedback_completed` where `mdl_feedback_completed`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 36)) as `column2`
  union all select 'residue of step 59 (delete mdl_feedback_completed, looked for again)' as `column1`, (select count(*) from `mdl_feedback_completed` where `mdl_feedback_completed`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 60 (delete mdl_feedback_completedtmp)' as `column1`, (select count(*) from `mdl_feedback_completedtmp` where `mdl_feedback_completedtmp`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 37)) as `column2`
  union all select 'residue of step 60 (delete mdl_feedback_completedtmp, looked for again)' as `column1`, (select count(*) from `mdl_feedback_completedtmp` where `mdl_feedback_completedtmp`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 61 (delete mdl_forum_digests)' as `column1`, (select count(*) from `mdl_forum_digests` where `mdl_forum_digests`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 62 (delete mdl_forum_discussion_subs)' as `column1`, (select count(*) from `mdl_forum_discussion_subs` where `mdl_forum_discussion_subs`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 63 (detach mdl_forum_discussions)' as `column1`, (select count(*) from `mdl_forum_discussions` where `mdl_forum_discussions`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 64 (overwrite mdl_forum_discussions)' as `column1`, (select count(*) from `mdl_forum_discussions` where `mdl_forum_discussions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and not (`mdl_forum_discussions`.`name` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 65 (detach mdl_forum_posts)' as `column1`, (select count(*) from `mdl_forum_posts` where `mdl_forum_posts`.`privatereplyto` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 66 (overwrite mdl_forum_posts)' as `column1`, (select count(*) from `mdl_forum_posts` where `mdl_forum_posts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 38) and (not (`mdl_forum_posts`.`subject` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`message` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`attachment` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`deleted` <=> 1) or not (`mdl_forum_posts`.`wordcount` <=> null) or not (`mdl_forum_posts`.`charcount` <=> null))) as `column2`
  union all select 'residue of step 66 (overwrite mdl_forum_posts, looked for again)' as `column1`, (select count(*) from `mdl_forum_posts` where `mdl_forum_posts`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_forum_posts`.`subject` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`message` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`attachment` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`deleted` <=> 1) or not (`mdl_forum_posts`.`wordcount` <=> null) or not (`mdl_forum_posts`.`charcount` <=> null))) as `column2`
  union all select 'residue of step 67 (delete mdl_forum_queue)' as `column1`, (select count(*) from `mdl_forum_queue` where `mdl_forum_queue`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 68 (delete mdl_forum_read)' as `column1`, (select count(*) from `mdl_forum_read` where `mdl_forum_read`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 69 (delete mdl_forum_subscriptions)' as `column1`, (select count(*) from `mdl_forum_subscriptions` where `mdl_forum_subscriptions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 70 (delete mdl_forum_track_prefs)' as `column1`, (select count(*) from `mdl_forum_track_prefs` where `mdl_forum_track_prefs`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 71 (delete mdl_glossary_entries)' as `column1`, (select count(*) from `mdl_glossary_entries` where `mdl_glossary_entries`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 43)) as `column2`
  union all select 'residue of step 71 (delete mdl_glossary_entries, looked for again)' as `column1`, (select count(*) from `mdl_glossary_entries` where `mdl_glossary_entries`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 72 (delete mdl_infected_files)' as `column1`, (select count(*) from `mdl_infected_files` where `mdl_infected_files`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 73 (overwrite mdl_log)' as `column1`, (select count(*) from `mdl_log` where `mdl_log`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 14) and (not (`mdl_log`.`url` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_log`.`info` <=> '' collate utf8mb4_nopad_bin))) as `column2`
  union all select 'residue of step 74 (delete mdl_log)' as `column1`, (select count(*) from `mdl_log` where `mdl_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 75 (detach mdl_logstore_standard_log)' as `column1`, (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`contextinstanceid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_logstore_standard_log`.`contextlevel` = 30 and `mdl_logstore_standard_log`.`contextlevel` = 30) as `column2`
  union all select 'residue of step 76 (overwrite mdl_logstore_standard_log)' as `column1`, (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 13) and (not (`mdl_logstore_standard_log`.`relateduserid` <=> null) or not (`mdl_logstore_standard_log`.`other` <=> null))) as `column2`
  union all select 'residue of step 76 (overwrite mdl_logstore_standard_log, looked for again)' as `column1`, (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`relateduserid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_logstore_standard_log`.`relateduserid` <=> null) or not (`mdl_logstore_standard_log`.`other` <=> null))) as `column2`
  union all select 'residue of step 77 (detach mdl_logstore_standard_log)' as `column1`, (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`realuserid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 78 (detach mdl_logstore_standard_log)' as `column1`, (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`objectid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_logstore_standard_log`.`objecttable` = 'user' collate utf8mb4_nopad_bin and `mdl_logstore_standard_log`.`objecttable` = 'user' collate utf8mb4_nopad_bin) as `column2`
  union all select 'residue of step 79 (delete mdl_logstore_standard_log)' as `column1`, (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 80 (detach mdl_message)' as `column1`, (select count(*) from `mdl_message` where `mdl_message`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 81 (overwrite mdl_message)' as `column1`, (select count(*) from `mdl_message` where `mdl_message`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 15) and (not (`mdl_message`.`useridfrom` <=> 0) or not (`mdl_message`.`subject` <=> null) or not (`mdl_message`.`fullmessage` <=> null) or not (`mdl_message`.`fullmessagehtml` <=> null) or not (`mdl_message`.`smallmessage` <=> null) or not (`mdl_message`.`contexturl` <=> null) or not (`mdl_message`.`contexturlname` <=> null))) as `column2`
  union all select 'residue of step 81 (overwrite mdl_message, looked for again)' as `column1`, (select count(*) from `mdl_message` where `mdl_message`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_message`.`useridfrom` <=> 0) or not (`mdl_message`.`subject` <=> null) or not (`mdl_message`.`fullmessage` <=> null) or not (`mdl_message`.`fullmessagehtml` <=> null) or not (`mdl_message`.`smallmessage` <=> null) or not (`mdl_message`.`contexturl` <=> null) or not (`mdl_message`.`contexturlname` <=> null))) as `column2`
  union all select 'residue of step 82 (delete mdl_message_contact_requests)' as `column1`, (select count(*) from `mdl_message_contact_requests` where `mdl_message_contact_requests`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 83 (delete mdl_message_contacts)' as `column1`, (select count(*) from `mdl_message_contacts` where `mdl_message_contacts`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 84 (delete mdl_message_conversation_actions)' as `column1`, (select count(*) from `mdl_message_conversation_actions` where `mdl_message_conversation_actions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 85 (delete mdl_message_conversation_members)' as `column1`, (select count(*) from `mdl_message_conversation_members` where `mdl_message_conversation_members`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 86 (overwrite mdl_message_read)' as `column1`, (select count(*) from `mdl_message_read` where `mdl_message_read`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 16) and (not (`mdl_message_read`.`useridfrom` <=> 0) or not (`mdl_message_read`.`subject` <=> null) or not (`mdl_message_read`.`fullmessage` <=> null) or not (`mdl_message_read`.`fullmessagehtml` <=> null) or not (`mdl_message_read`.`smallmessage` <=> null) or not (`mdl_message_read`.`contexturl` <=> null) or not (`mdl_message_read`.`contexturlname` <=> null))) as `column2`
  union all select 'residue of step 86 (overwrite mdl_message_read, looked for again)' as `column1`, (select count(*) from `mdl_message_read` where `mdl_message_read`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_message_read`.`useridfrom` <=> 0) or not (`mdl_message_read`.`subject` <=> null) or not (`mdl_message_read`.`fullmessage` <=> null) or not (`mdl_message_read`.`fullmessagehtml` <=> null) or not (`mdl_message_read`.`smallmessage` <=> null) or not (`mdl_message_read`.`contexturl` <=> null) or not (`mdl_message_read`.`contexturlname` <=> null))) as `column2`
  union all select 'residue of step 87 (detach mdl_message_read)' as `column1`, (select count(*) from `mdl_message_read` where `mdl_message_read`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 88 (delete mdl_message_users_blocked)' as `column1`, (select count(*) from `mdl_message_users_blocked` where `mdl_message_users_blocked`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 89 (delete mdl_messageinbound_messagelist)' as `column1`, (select count(*) from `mdl_messageinbound_messagelist` where `mdl_messageinbound_messagelist`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 90 (delete mdl_messages)' as `column1`, (select count(*) from `mdl_messages` where `mdl_messages`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 17)) as `column2`
  union all select 'residue of step 90 (delete mdl_messages, looked for again)' as `column1`, (select count(*) from `mdl_messages` where `mdl_messages`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 91 (delete mdl_mnet_log)' as `column1`, (select count(*) from `mdl_mnet_log` where `mdl_mnet_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 92 (delete mdl_mnet_session)' as `column1`, (select count(*) from `mdl_mnet_session` where `mdl_mnet_session`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
) as `found` on 1 = 1
where `run` = @probate_run;
insert into `probate_check` (`run`, `what`, `bad`)
select `probate_run`.`run`, `found`.`column1`, `found`.`column2`
from `probate_run`
join (
  select 'residue of step 93 (delete mdl_my_pages)' as `column1`, (select count(*) from `mdl_my_pages` where `mdl_my_pages`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 94 (overwrite mdl_notifications)' as `column1`, (select count(*) from `mdl_notifications` where `mdl_notifications`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 22) and (not (`mdl_notifications`.`useridfrom` <=> 0) or not (`mdl_notifications`.`subject` <=> null) or not (`mdl_notifications`.`fullmessage` <=> null) or not (`mdl_notifications`.`fullmessagehtml` <=> null) or not (`mdl_notifications`.`smallmessage` <=> null) or not (`mdl_notifications`.`contexturlname` <=> null) or not (`mdl_notifications`.`customdata` <=> null))) as `column2`
  union all select 'residue of step 94 (overwrite mdl_notifications, looked for again)' as `column1`, (select count(*) from `mdl_notifications` where `mdl_notifications`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_notifications`.`useridfrom` <=> 0) or not (`mdl_notifications`.`subject` <=> null) or not (`mdl_notifications`.`fullmessage` <=> null) or not (`mdl_notifications`.`fullmessagehtml` <=> null) or not (`mdl_notifications`.`smallmessage` <=> null) or not (`mdl_notifications`.`contexturlname` <=> null) or not (`mdl_notifications`.`customdata` <=> null))) as `column2`
  union all select 'residue of step 95 (overwrite mdl_notifications)' as `column1`, (select count(*) from `mdl_notifications` where `mdl_notifications`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 23) and (not (`mdl_notifications`.`contexturl` <=> null) or not (`mdl_notifications`.`contexturlname` <=> null))) as `column2`
  union all select 'residue of step 95 (overwrite mdl_notifications, looked for again)' as `column1`, (select count(*) from `mdl_notifications` where exists (select 1 from (select `value` as `value` from `probate_identifier` where `run` = @probate_run and `name` = '*/user/profile.php?id={key}' and `shared` = 0) as `probate_value` where convert(`mdl_notifications`.`contexturl` using utf8mb4) collate utf8mb4_nopad_bin like `probate_value`.`value` escape '!') and (not (`mdl_notifications`.`contexturl` <=> null) or not (`mdl_notifications`.`contexturlname` <=> null))) as `column2`
  union all select 'residue of step 96 (delete mdl_notifications)' as `column1`, (select count(*) from `mdl_notifications` where `mdl_notifications`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 24)) as `column2`
  union all select 'residue of step 96 (delete mdl_notifications, looked for again)' as `column1`, (select count(*) from `mdl_notifications` where `mdl_notifications`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 97 (delete mdl_oauth2_refresh_token)' as `column1`, (select count(*) from `mdl_oauth2_refresh_token` where `mdl_oauth2_refresh_token`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 98 (delete mdl_portfolio_instance_user)' as `column1`, (select count(*) from `mdl_portfolio_instance_user` where `mdl_portfolio_instance_user`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 99 (delete mdl_portfolio_log)' as `column1`, (select count(*) from `mdl_portfolio_log` where `mdl_portfolio_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 100 (delete mdl_portfolio_tempdata)' as `column1`, (select count(*) from `mdl_portfolio_tempdata` where `mdl_portfolio_tempdata`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 101 (detach mdl_post)' as `column1`, (select count(*) from `mdl_post` where `mdl_post`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_post`.`module` = 'notes' collate utf8mb4_nopad_bin) as `column2`
  union all select 'residue of step 102 (delete mdl_post)' as `column1`, (select count(*) from `mdl_post` where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 3)) as `column2`
  union all select 'residue of step 103 (delete mdl_post)' as `column1`, (select count(*) from `mdl_post` where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 18)) as `column2`
  union all select 'residue of step 104 (delete mdl_post)' as `column1`, (select count(*) from `mdl_post` where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 20)) as `column2`
  union all select 'residue of step 105 (delete mdl_rating)' as `column1`, (select count(*) from `mdl_rating` where `mdl_rating`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 106 (delete mdl_repository_instances)' as `column1`, (select count(*) from `mdl_repository_instances` where `mdl_repository_instances`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 12)) as `column2`
  union all select 'residue of step 106 (delete mdl_repository_instances, looked for again)' as `column1`, (select count(*) from `mdl_repository_instances` where `mdl_repository_instances`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 107 (detach mdl_search_simpledb_index)' as `column1`, (select count(*) from `mdl_search_simpledb_index` where `mdl_search_simpledb_index`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 108 (overwrite mdl_search_simpledb_index)' as `column1`, (select count(*) from `mdl_search_simpledb_index` where `mdl_search_simpledb_index`.`owneruserid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_search_simpledb_index`.`title` <=> null) or not (`mdl_search_simpledb_index`.`content` <=> null) or not (`mdl_search_simpledb_index`.`description1` <=> null) or not (`mdl_search_simpledb_index`.`description2` <=> null))) as `column2`
  union all select 'residue of step 109 (delete mdl_sessions)' as `column1`, (select count(*) from `mdl_sessions` where `mdl_sessions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 110 (delete mdl_stats_user_daily)' as `column1`, (select count(*) from `mdl_stats_user_daily` where `mdl_stats_user_daily`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 111 (delete mdl_stats_user_monthly)' as `column1`, (select count(*) from `mdl_stats_user_monthly` where `mdl_stats_user_monthly`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 112 (delete mdl_stats_user_weekly)' as `column1`, (select count(*) from `mdl_stats_user_weekly` where `mdl_stats_user_weekly`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 113 (delete mdl_survey_analysis)' as `column1`, (select count(*) from `mdl_survey_analysis` where `mdl_survey_analysis`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 114 (delete mdl_survey_answers)' as `column1`, (select count(*) from `mdl_survey_answers` where `mdl_survey_answers`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 115 (delete mdl_tag_instance)' as `column1`, (select count(*) from `mdl_tag_instance` where `mdl_tag_instance`.`itemid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_tag_instance`.`component` = 'core' collate utf8mb4_nopad_bin and `mdl_tag_instance`.`itemtype` = 'user' collate utf8mb4_nopad_bin and `mdl_tag_instance`.`component` = 'core' collate utf8mb4_nopad_bin and `mdl_tag_instance`.`itemtype` = 'user' collate utf8mb4_nopad_bin) as `column2`
  union all select 'residue of step 116 (delete mdl_tiny_autosave)' as `column1`, (select count(*) from `mdl_tiny_autosave` where `mdl_tiny_autosave`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 117 (delete mdl_tool_monitor_history)' as `column1`, (select count(*) from `mdl_tool_monitor_history` where `mdl_tool_monitor_history`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 118 (detach mdl_tool_monitor_rules)' as `column1`, (select count(*) from `mdl_tool_monitor_rules` where `mdl_tool_monitor_rules`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 119 (delete mdl_tool_monitor_subscriptions)' as `column1`, (select count(*) from `mdl_tool_monitor_subscriptions` where `mdl_tool_monitor_subscriptions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 120 (delete mdl_user_devices)' as `column1`, (select count(*) from `mdl_user_devices` where `mdl_user_devices`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 29)) as `column2`
  union all select 'residue of step 120 (delete mdl_user_devices, looked for again)' as `column1`, (select count(*) from `mdl_user_devices` where `mdl_user_devices`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 121 (delete mdl_user_info_data)' as `column1`, (select count(*) from `mdl_user_info_data` where `mdl_user_info_data`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (select `probate_1`.`visible` from `mdl_user_info_field` as `probate_1` where `probate_1`.`id` = `mdl_user_info_data`.`fieldid`) <> 0) as `column2`
  union all select 'residue of step 122 (delete mdl_user_info_data)' as `column1`, (select count(*) from `mdl_user_info_data` where `mdl_user_info_data`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (select `probate_1`.`visible` from `mdl_user_info_field` as `probate_1` where `probate_1`.`id` = `mdl_user_info_data`.`fieldid`) = 0) as `column2`
  union all select 'residue of step 123 (delete mdl_user_password_history)' as `column1`, (select count(*) from `mdl_user_password_history` where `mdl_user_password_history`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 124 (delete mdl_user_password_resets)' as `column1`, (select count(*) from `mdl_user_password_resets` where `mdl_user_password_resets`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 125 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('atto!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filemanager!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filepicker!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('htmleditor', '%')) escape '!')) as `column2`
  union all select 'residue of step 126 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('forum!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('markasreadonnotification', '%')) escape '!')) as `column2`
  union all select 'residue of step 127 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'login_' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'auth_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'create_password' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'tool_mobile_' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 128 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('core!_message!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('email!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('message!_', '%')) escape '!')) as `column2`
  union all select 'residue of step 129 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and not ((((((((((((((((((((((((((((((((((((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'htmleditor' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'atto_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'filepicker_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'filemanager_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'core_message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'email_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'user_home_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'drawer-' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'block' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'docked_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 9) = 'calendar_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'coursecat_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 25) = 'coursesectionspreferences' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'flextable_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'tool_usertours_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 20) = 'accessibilitystyles_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'forum_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 24) = 'markasreadonnotification' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'assign_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'assignment_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'workshop' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'quiz_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'lesson_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'scorm_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'grade_report_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradereport_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradingform_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'qtype_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'data_perpage_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'login_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'auth_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'create_password' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'tool_mobile_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 130 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('accessibilitystyles!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('block', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('calendar!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursecat!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursesectionspreferences', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('docked!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('drawer-', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('flextable!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('tool!_usertours!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('user!_home!_', '%')) escape '!')) as `column2`
  union all select 'residue of step 131 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and ((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 132 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assign!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assignment!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('data!_perpage!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('grade!_report!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradereport!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradingform!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('lesson!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('qtype!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('quiz!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('scorm!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('workshop', '%')) escape '!')) as `column2`
  union all select 'residue of step 133 (delete mdl_user_private_key)' as `column1`, (select count(*) from `mdl_user_private_key` where `mdl_user_private_key`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 134 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`lastnamephonetic` <=> null) or not (`mdl_user`.`firstnamephonetic` <=> null) or not (`mdl_user`.`middlename` <=> null) or not (`mdl_user`.`alternatename` <=> null))) as `column2`
  union all select 'residue of step 135 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`address` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`city` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`country` <=> '' collate utf8mb4_nopad_bin))) as `column2`
  union all select 'residue of step 136 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 26) and (not (`mdl_user`.`description` <=> null) or not (`mdl_user`.`moodlenetprofile` <=> null))) as `column2`
  union all select 'residue of step 136 (empty mdl_user, looked for again)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`description` <=> null) or not (`mdl_user`.`moodlenetprofile` <=> null))) as `column2`
) as `found` on 1 = 1
where `run` = @probate_run;
insert into `probate_check` (`run`, `what`, `bad`)
select `probate_run`.`run`, `found`.`column1`, `found`.`column2`
from `probate_run`
join (
  select 'residue of step 137 (overwrite mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`password` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`secret` <=> '' collate utf8mb4_nopad_bin))) as `column2`
  union all select 'residue of step 138 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`phone1` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`phone2` <=> '' collate utf8mb4_nopad_bin))) as `column2`
  union all select 'residue of step 139 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 26) and (not (`mdl_user`.`picture` <=> 0) or not (`mdl_user`.`imagealt` <=> null))) as `column2`
  union all select 'residue of step 139 (empty mdl_user, looked for again)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`picture` <=> 0) or not (`mdl_user`.`imagealt` <=> null))) as `column2`
  union all select 'residue of step 140 (overwrite mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`emailstop` <=> 0) or not (`mdl_user`.`lang` <=> 'en' collate utf8mb4_nopad_bin) or not (`mdl_user`.`calendartype` <=> 'gregorian' collate utf8mb4_nopad_bin) or not (`mdl_user`.`theme` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`timezone` <=> '99' collate utf8mb4_nopad_bin) or not (`mdl_user`.`mailformat` <=> 1) or not (`mdl_user`.`maildigest` <=> 0) or not (`mdl_user`.`maildisplay` <=> 2) or not (`mdl_user`.`autosubscribe` <=> 1) or not (`mdl_user`.`trackforums` <=> 0))) as `column2`
  union all select 'residue of step 141 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`institution` <=> null) or not (`mdl_user`.`department` <=> null))) as `column2`
  union all select 'captures in probate_key' as `column1`, 37 - (select count(*) from `probate_key` where `run` = @probate_run and `capture` < 0) as `column2`
  union all select 'captures in probate_text_key' as `column1`, 10 - (select count(*) from `probate_text_key` where `run` = @probate_run and `capture` < 0) as `column2`
  union all select 'identifiers username captured' as `column1`, (select count(*) from `probate_batch` where `run` = @probate_run) - (select count(*) from `probate_identifier` where `run` = @probate_run and `name` = 'looked for username') as `column2`
  union all select 'identifiers view.php?id={key}&course=* captured' as `column1`, (select count(*) from `probate_batch` where `run` = @probate_run) - (select count(*) from `probate_identifier` where `run` = @probate_run and `name` = 'looked for view.php?id={key}&course=*') as `column2`
  union all select 'identifiers {key} captured' as `column1`, (select count(*) from `probate_batch` where `run` = @probate_run) - (select count(*) from `probate_identifier` where `run` = @probate_run and `name` = 'looked for {key}') as `column2`
  union all select 'identifiers */user/profile.php?id={key} captured' as `column1`, (select count(*) from `probate_batch` where `run` = @probate_run) - (select count(*) from `probate_identifier` where `run` = @probate_run and `name` = 'looked for */user/profile.php?id={key}') as `column2`
) as `found` on 1 = 1
where `run` = @probate_run;

-- the ledger, the requests, the run
insert into `probate_ledger` (`run`, `request`, `type`, `program`, `at`)
select `run`, `request`, 'leaver-light', 'edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294', unix_timestamp()
from `probate_batch`
where `run` = @probate_run
order by `subject`;
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = case when `id` in (select `request` from `probate_batch` where `run` = @probate_run and `subject` in (select `subject` from `probate_identifier` where `run` = @probate_run and `shared` = 1)) then 'held' else 'done' end, `probate_request`.`run` = @probate_run, `probate_request`.`finished` = unix_timestamp(), `probate_request`.`not_before` = case when `id` in (select `request` from `probate_batch` where `run` = @probate_run and `subject` in (select `subject` from `probate_identifier` where `run` = @probate_run and `shared` = 1)) then null else case when exists (select 1 from `mdl_user` where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and `mdl_user`.`deleted` = 0 and `mdl_user`.`suspended` = 1 and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true) and `mdl_user`.`id` = `probate_request`.`subject`) then unix_timestamp() else null end end, `probate_request`.`reason` = case when `id` in (select `request` from `probate_batch` where `run` = @probate_run and `subject` in (select `subject` from `probate_identifier` where `run` = @probate_run and `shared` = 1)) then (select concat('shared-identifier ', min(`name` collate utf8mb4_nopad_bin)) from `probate_identifier` where `run` = @probate_run and `probate_identifier`.`subject` = `probate_request`.`subject` and `shared` = 1) else null end, `probate_request`.`token` = null
where `id` in (select `request` from `probate_batch` where `run` = @probate_run);
update `probate_run` join (select 1) as `probate_one`
set `probate_run`.`finished` = unix_timestamp(), `probate_run`.`subjects` = (select count(*) from `probate_batch` where `run` = @probate_run)
where `run` = @probate_run;
delete `probate_key` from `probate_key`
where `run` = @probate_run;
delete `probate_text_key` from `probate_text_key`
where `run` = @probate_run;
delete `probate_identifier` from `probate_identifier`
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
union all select `run`, 'checks made', coalesce(162 - (select count(*) from `probate_check` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'steps done', coalesce(141 - (select count(*) from `probate_result` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'ledger rows', coalesce((select `subjects` from `probate_run` where `run` = @probate_run) - (select count(*) from `probate_ledger` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'requests done', coalesce((select `subjects` from `probate_run` where `run` = @probate_run) - (select count(*) from `probate_request` where `run` = @probate_run and `state` in ('done', 'held')), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'notices written', coalesce((select count(*) from `probate_request` where `run` = @probate_run and `state` = 'done') - (select count(*) from `probate_outbox` where `run` = @probate_run and `kind` = 'notice'), 1) from `probate_run` where `run` = @probate_run;
set @probate_end = if((select count(*) from `probate_assert` where `run` = @probate_run and `bad` = 0) = 6, 'commit', 'rollback');
execute immediate @probate_end;
