-- Purge type `leaver-full-unassigned`, for subjects whose status is `deleted` (types.yaml:111).
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
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-full-unassigned' and `probate_request`.`state` = 'done' and not (`probate_request`.`not_before` is null) and (not (exists (select 1 from `mdl_user` where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and `mdl_user`.`deleted` = 1 and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true) and `mdl_user`.`id` = `probate_request`.`subject`)) or exists (select 1 from `probate_own_type` where `probate_own_type`.`subject` = `probate_request`.`subject` and `probate_own_type`.`status` = 'deleted' and (`probate_own_type`.`type` is null or `probate_request`.`origin` = 'automatic' and `probate_own_type`.`type` <> 'leaver-full-unassigned')));

-- sweep: whose purge is looked at now
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`token` = @probate_token
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-full-unassigned' and `probate_request`.`state` = 'done' and `probate_request`.`not_before` <= unix_timestamp();

-- sweep: of whom there are rows again
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`not_before` = -1
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-full-unassigned' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token and ((select count(*) from `mdl_auth_lti_linked_login` where `mdl_auth_lti_linked_login`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_auth_oauth2_linked_login` where `mdl_auth_oauth2_linked_login`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_auth_oauth2_linked_login` where `mdl_auth_oauth2_linked_login`.`usermodified` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_messageinbound_messagelist` where `mdl_messageinbound_messagelist`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_auth_oidc_prevlogin` where `mdl_auth_oidc_prevlogin`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_auth_oidc_token` where `mdl_auth_oidc_token`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_badge_backpack` where `mdl_badge_backpack`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_badge_backpack_oauth2` where `mdl_badge_backpack_oauth2`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_badge_criteria_met` where `mdl_badge_criteria_met`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_badge_issued` where `mdl_badge_issued`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_badge_manual_award` where `mdl_badge_manual_award`.`recipientid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_post` where `mdl_post`.`userid` = `probate_request`.`subject` and (`mdl_post`.`module` = 'blog' collate utf8mb4_nopad_bin or `mdl_post`.`module` = 'blog_external' collate utf8mb4_nopad_bin)) > 0 or (select count(*) from `mdl_blog_external` where `mdl_blog_external`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_event` where `mdl_event`.`userid` = `probate_request`.`subject` and `mdl_event`.`courseid` = 0 and `mdl_event`.`groupid` = 0 and `mdl_event`.`categoryid` = 0) > 0 or (select count(*) from `mdl_event` where `mdl_event`.`userid` = `probate_request`.`subject` and ((`mdl_event`.`courseid` <> 0 or `mdl_event`.`groupid` <> 0) or `mdl_event`.`categoryid` <> 0)) > 0 or (select count(*) from `mdl_event_subscriptions` where `mdl_event_subscriptions`.`userid` = `probate_request`.`subject` and `mdl_event_subscriptions`.`eventtype` = 'user' collate utf8mb4_nopad_bin) > 0 or (select count(*) from `mdl_event_subscriptions` where `mdl_event_subscriptions`.`userid` = `probate_request`.`subject` and `mdl_event_subscriptions`.`eventtype` <> 'user' collate utf8mb4_nopad_bin) > 0 or (select count(*) from `mdl_cohort_members` where `mdl_cohort_members`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_tool_cohortroles` where `mdl_tool_cohortroles`.`usermodified` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_tool_cohortroles` where `mdl_tool_cohortroles`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_comments` where `mdl_comments`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_competency_userevidence` where `mdl_competency_userevidence`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_competency_plan` where `mdl_competency_plan`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_competency_evidence` where `mdl_competency_evidence`.`actionuserid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_competency_usercomp` where `mdl_competency_usercomp`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_competency_usercompcourse` where `mdl_competency_usercompcourse`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_competency_usercompplan` where `mdl_competency_usercompplan`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_competency_plan` where `mdl_competency_plan`.`reviewerid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_competency_usercomp` where `mdl_competency_usercomp`.`reviewerid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_course_modules_completion` where `mdl_course_modules_completion`.`overrideby` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_course_modules_completion` where `mdl_course_modules_completion`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_course_completion_crit_compl` where `mdl_course_completion_crit_compl`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_course_completions` where `mdl_course_completions`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_course_modules_viewed` where `mdl_course_modules_viewed`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user_lastaccess` where `mdl_user_lastaccess`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user_enrolments` where `mdl_user_enrolments`.`modifierid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user_enrolments` where `mdl_user_enrolments`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_mnetservice_enrol_enrolments` where `mdl_mnetservice_enrol_enrolments`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_role_assignments` where `mdl_role_assignments`.`modifierid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_role_assignments` where `mdl_role_assignments`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_enrol_lti_users` where `mdl_enrol_lti_users`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_enrol_flatfile` where `mdl_enrol_flatfile`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user_enrol_waitlist` where `mdl_user_enrol_waitlist`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_infected_files` where `mdl_infected_files`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_files` where `mdl_files`.`userid` = `probate_request`.`subject` and (not (`mdl_files`.`userid` <=> null) or not (`mdl_files`.`author` <=> null))) > 0 or (select count(*) from `mdl_grade_grades` where `mdl_grade_grades`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_grade_grades_history` where `mdl_grade_grades_history`.`loggeduser` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_grade_grades_history` where `mdl_grade_grades_history`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_grade_import_values` where `mdl_grade_import_values`.`importer` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_grade_import_values` where `mdl_grade_import_values`.`userid` = `probate_request`.`subject`) > 0);
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`not_before` = -1
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-full-unassigned' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token and ((select count(*) from `mdl_grade_categories_history` where `mdl_grade_categories_history`.`loggeduser` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_grade_items_history` where `mdl_grade_items_history`.`loggeduser` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_grade_outcomes_history` where `mdl_grade_outcomes_history`.`loggeduser` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_scale_history` where `mdl_scale_history`.`loggeduser` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_groups_members` where `mdl_groups_members`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user_private_key` where `mdl_user_private_key`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_oauth2_refresh_token` where `mdl_oauth2_refresh_token`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_repository_instances` where `mdl_repository_instances`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_external_services_users` where `mdl_external_services_users`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_external_tokens` where `mdl_external_tokens`.`creatorid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_external_tokens` where `mdl_external_tokens`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`contextinstanceid` = `probate_request`.`subject` and `mdl_logstore_standard_log`.`contextlevel` = 30 and `mdl_logstore_standard_log`.`contextlevel` = 30) > 0 or (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`relateduserid` = `probate_request`.`subject` and (not (`mdl_logstore_standard_log`.`relateduserid` <=> null) or not (`mdl_logstore_standard_log`.`other` <=> null))) > 0 or (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`realuserid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`objectid` = `probate_request`.`subject` and `mdl_logstore_standard_log`.`objecttable` = 'user' collate utf8mb4_nopad_bin and `mdl_logstore_standard_log`.`objecttable` = 'user' collate utf8mb4_nopad_bin) > 0 or (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_block_recent_activity` where `mdl_block_recent_activity`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_backup_controllers` where `mdl_backup_controllers`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_config_log` where `mdl_config_log`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_events_queue` where `mdl_events_queue`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_task_adhoc` where `mdl_task_adhoc`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_task_log` where `mdl_task_log`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_upgrade_log` where `mdl_upgrade_log`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_log` where `mdl_log`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_mnet_log` where `mdl_mnet_log`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_analytics_prediction_actions` where `mdl_analytics_prediction_actions`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_stats_user_daily` where `mdl_stats_user_daily`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_stats_user_monthly` where `mdl_stats_user_monthly`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_stats_user_weekly` where `mdl_stats_user_weekly`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message_users_blocked` where `mdl_message_users_blocked`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message_contact_requests` where `mdl_message_contact_requests`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message_contacts` where `mdl_message_contacts`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message_conversation_actions` where `mdl_message_conversation_actions`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message_conversation_members` where `mdl_message_conversation_members`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message` where `mdl_message`.`useridto` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message` where `mdl_message`.`useridfrom` = `probate_request`.`subject` and (not (`mdl_message`.`useridfrom` <=> 0) or not (`mdl_message`.`subject` <=> null) or not (`mdl_message`.`fullmessage` <=> null) or not (`mdl_message`.`fullmessagehtml` <=> null) or not (`mdl_message`.`smallmessage` <=> null) or not (`mdl_message`.`contexturl` <=> null) or not (`mdl_message`.`contexturlname` <=> null))) > 0 or (select count(*) from `mdl_message_read` where `mdl_message_read`.`useridfrom` = `probate_request`.`subject` and (not (`mdl_message_read`.`useridfrom` <=> 0) or not (`mdl_message_read`.`subject` <=> null) or not (`mdl_message_read`.`fullmessage` <=> null) or not (`mdl_message_read`.`fullmessagehtml` <=> null) or not (`mdl_message_read`.`smallmessage` <=> null) or not (`mdl_message_read`.`contexturl` <=> null) or not (`mdl_message_read`.`contexturlname` <=> null))) > 0 or (select count(*) from `mdl_message_read` where `mdl_message_read`.`useridto` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message_email_messages` where `mdl_message_email_messages`.`useridto` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_message_user_actions` where `mdl_message_user_actions`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_messages` where `mdl_messages`.`useridfrom` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_post` where `mdl_post`.`userid` = `probate_request`.`subject` and `mdl_post`.`module` = 'notes' collate utf8mb4_nopad_bin and `mdl_post`.`publishstate` <> 'draft' collate utf8mb4_nopad_bin) > 0 or (select count(*) from `mdl_post` where `mdl_post`.`userid` = `probate_request`.`subject` and `mdl_post`.`module` = 'notes' collate utf8mb4_nopad_bin and `mdl_post`.`publishstate` = 'draft' collate utf8mb4_nopad_bin) > 0 or (select count(*) from `mdl_post` where `mdl_post`.`usermodified` = `probate_request`.`subject` and `mdl_post`.`module` = 'notes' collate utf8mb4_nopad_bin) > 0 or (select count(*) from `mdl_notifications` where `mdl_notifications`.`useridfrom` = `probate_request`.`subject` and (not (`mdl_notifications`.`useridfrom` <=> 0) or not (`mdl_notifications`.`subject` <=> null) or not (`mdl_notifications`.`fullmessage` <=> null) or not (`mdl_notifications`.`fullmessagehtml` <=> null) or not (`mdl_notifications`.`smallmessage` <=> null) or not (`mdl_notifications`.`contexturlname` <=> null) or not (`mdl_notifications`.`customdata` <=> null))) > 0 or (select count(*) from `mdl_notifications` where `mdl_notifications`.`useridto` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('atto!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filemanager!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filepicker!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('htmleditor', '%')) escape '!')) > 0 or (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('forum!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('markasreadonnotification', '%')) escape '!')) > 0 or (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and (((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'login_' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'auth_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'create_password' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'tool_mobile_' collate utf8mb4_nopad_bin)) > 0 or (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('core!_message!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('email!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('message!_', '%')) escape '!')) > 0);
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`not_before` = -1
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-full-unassigned' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token and ((select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and not ((((((((((((((((((((((((((((((((((((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'htmleditor' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'atto_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'filepicker_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'filemanager_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'core_message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'email_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'user_home_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'drawer-' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'block' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'docked_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 9) = 'calendar_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'coursecat_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 25) = 'coursesectionspreferences' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'flextable_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'tool_usertours_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 20) = 'accessibilitystyles_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'forum_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 24) = 'markasreadonnotification' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'assign_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'assignment_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'workshop' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'quiz_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'lesson_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'scorm_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'grade_report_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradereport_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradingform_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'qtype_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'data_perpage_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'login_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'auth_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'create_password' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'tool_mobile_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin)) > 0 or (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('accessibilitystyles!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('block', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('calendar!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursecat!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursesectionspreferences', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('docked!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('drawer-', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('flextable!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('tool!_usertours!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('user!_home!_', '%')) escape '!')) > 0 or (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and ((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin)) > 0 or (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` = `probate_request`.`subject` and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assign!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assignment!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('data!_perpage!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('grade!_report!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradereport!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradingform!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('lesson!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('qtype!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('quiz!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('scorm!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('workshop', '%')) escape '!')) > 0 or (select count(*) from `mdl_editor_atto_autosave` where `mdl_editor_atto_autosave`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_tiny_autosave` where `mdl_tiny_autosave`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_my_pages` where `mdl_my_pages`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_favourite` where `mdl_favourite`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_block_rss_client` where `mdl_block_rss_client`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user_info_data` where `mdl_user_info_data`.`userid` = `probate_request`.`subject` and (select `probate_1`.`visible` from `mdl_user_info_field` as `probate_1` where `probate_1`.`id` = `mdl_user_info_data`.`fieldid`) <> 0) > 0 or (select count(*) from `mdl_user_info_data` where `mdl_user_info_data`.`userid` = `probate_request`.`subject` and (select `probate_1`.`visible` from `mdl_user_info_field` as `probate_1` where `probate_1`.`id` = `mdl_user_info_data`.`fieldid`) = 0) > 0 or (select count(*) from `mdl_portfolio_instance_user` where `mdl_portfolio_instance_user`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_portfolio_log` where `mdl_portfolio_log`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_portfolio_tempdata` where `mdl_portfolio_tempdata`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_block_recentlyaccesseditems` where `mdl_block_recentlyaccesseditems`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_block_todo` where `mdl_block_todo`.`usermodified` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_rating` where `mdl_rating`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_search_simpledb_index` where `mdl_search_simpledb_index`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_search_simpledb_index` where `mdl_search_simpledb_index`.`owneruserid` = `probate_request`.`subject` and (not (`mdl_search_simpledb_index`.`title` <=> null) or not (`mdl_search_simpledb_index`.`content` <=> null) or not (`mdl_search_simpledb_index`.`description1` <=> null) or not (`mdl_search_simpledb_index`.`description2` <=> null))) > 0 or (select count(*) from `mdl_tag` where `mdl_tag`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`lastnamephonetic` <=> null) or not (`mdl_user`.`firstnamephonetic` <=> null) or not (`mdl_user`.`middlename` <=> null) or not (`mdl_user`.`alternatename` <=> null))) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`address` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`city` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`country` <=> '' collate utf8mb4_nopad_bin))) > 0 or (select count(*) from `mdl_course_request` where `mdl_course_request`.`requester` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`description` <=> null) or not (`mdl_user`.`moodlenetprofile` <=> null))) > 0 or (select count(*) from `mdl_user_devices` where `mdl_user_devices`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and not (`mdl_user`.`email` <=> '' collate utf8mb4_nopad_bin)) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and not (`mdl_user`.`idnumber` <=> '' collate utf8mb4_nopad_bin)) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`firstname` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`lastname` <=> '' collate utf8mb4_nopad_bin))) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`password` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`secret` <=> '' collate utf8mb4_nopad_bin))) > 0 or (select count(*) from `mdl_user_password_resets` where `mdl_user_password_resets`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user_password_history` where `mdl_user_password_history`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`phone1` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`phone2` <=> '' collate utf8mb4_nopad_bin))) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`picture` <=> 0) or not (`mdl_user`.`imagealt` <=> null))) > 0 or (select count(*) from `mdl_mnet_session` where `mdl_mnet_session`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_sessions` where `mdl_sessions`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`emailstop` <=> 0) or not (`mdl_user`.`lang` <=> 'en' collate utf8mb4_nopad_bin) or not (`mdl_user`.`calendartype` <=> 'gregorian' collate utf8mb4_nopad_bin) or not (`mdl_user`.`theme` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`timezone` <=> '99' collate utf8mb4_nopad_bin) or not (`mdl_user`.`mailformat` <=> 1) or not (`mdl_user`.`maildigest` <=> 0) or not (`mdl_user`.`maildisplay` <=> 2) or not (`mdl_user`.`autosubscribe` <=> 1) or not (`mdl_user`.`trackforums` <=> 0))) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`firstaccess` <=> 0) or not (`mdl_user`.`lastaccess` <=> 0) or not (`mdl_user`.`lastlogin` <=> 0) or not (`mdl_user`.`currentlogin` <=> 0) or not (`mdl_user`.`lastip` <=> '' collate utf8mb4_nopad_bin))) > 0 or (select count(*) from `mdl_user` where `mdl_user`.`id` = `probate_request`.`subject` and (not (`mdl_user`.`institution` <=> null) or not (`mdl_user`.`department` <=> null))) > 0 or (select count(*) from `mdl_assign_user_flags` where `mdl_assign_user_flags`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_assign_user_mapping` where `mdl_assign_user_mapping`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_assign_grades` where `mdl_assign_grades`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_assign_overrides` where `mdl_assign_overrides`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_assignfeedback_editpdf_quick` where `mdl_assignfeedback_editpdf_quick`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_assign_submission` where `mdl_assign_submission`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_assignment_submissions` where `mdl_assignment_submissions`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_assignment_submissions` where `mdl_assignment_submissions`.`teacher` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_attendance_log` where `mdl_attendance_log`.`studentid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_attendance_log` where `mdl_attendance_log`.`takenby` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_attendance_sessions` where `mdl_attendance_sessions`.`lasttakenby` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_attendance_warning_done` where `mdl_attendance_warning_done`.`userid` = `probate_request`.`subject`) > 0);
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`not_before` = -1
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-full-unassigned' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token and ((select count(*) from `mdl_bigbluebuttonbn_logs` where `mdl_bigbluebuttonbn_logs`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_bigbluebuttonbn_recordings` where `mdl_bigbluebuttonbn_recordings`.`usermodified` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_chat_messages` where `mdl_chat_messages`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_chat_messages_current` where `mdl_chat_messages_current`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_chat_users` where `mdl_chat_users`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_choice_answers` where `mdl_choice_answers`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_data_records` where `mdl_data_records`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_feedback_completed` where `mdl_feedback_completed`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_feedback_completedtmp` where `mdl_feedback_completedtmp`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_discussions` where `mdl_forum_discussions`.`usermodified` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_discussions` where `mdl_forum_discussions`.`userid` = `probate_request`.`subject` and not (`mdl_forum_discussions`.`name` <=> '' collate utf8mb4_nopad_bin)) > 0 or (select count(*) from `mdl_forum_grades` where `mdl_forum_grades`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_posts` where `mdl_forum_posts`.`privatereplyto` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_posts` where `mdl_forum_posts`.`userid` = `probate_request`.`subject` and (not (`mdl_forum_posts`.`subject` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`message` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`attachment` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`deleted` <=> 1) or not (`mdl_forum_posts`.`wordcount` <=> null) or not (`mdl_forum_posts`.`charcount` <=> null))) > 0 or (select count(*) from `mdl_forum_queue` where `mdl_forum_queue`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_digests` where `mdl_forum_digests`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_discussion_subs` where `mdl_forum_discussion_subs`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_subscriptions` where `mdl_forum_subscriptions`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_read` where `mdl_forum_read`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_forum_track_prefs` where `mdl_forum_track_prefs`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_glossary_entries` where `mdl_glossary_entries`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_h5pactivity_attempts` where `mdl_h5pactivity_attempts`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_lesson_attempts` where `mdl_lesson_attempts`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_lesson_branch` where `mdl_lesson_branch`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_lesson_timer` where `mdl_lesson_timer`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_lesson_grades` where `mdl_lesson_grades`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_lesson_overrides` where `mdl_lesson_overrides`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_lti_types` where `mdl_lti_types`.`createdby` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_lti_submission` where `mdl_lti_submission`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_quiz_attempts` where `mdl_quiz_attempts`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_quiz_grades` where `mdl_quiz_grades`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_question_attempt_steps` where `mdl_question_attempt_steps`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_quiz_overrides` where `mdl_quiz_overrides`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_scorm_aicc_session` where `mdl_scorm_aicc_session`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_scorm_scoes_track` where `mdl_scorm_scoes_track`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_survey_analysis` where `mdl_survey_analysis`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_survey_answers` where `mdl_survey_answers`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_wiki_locks` where `mdl_wiki_locks`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_wiki_subwikis` where `mdl_wiki_subwikis`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_wiki_pages` where `mdl_wiki_pages`.`userid` = `probate_request`.`subject` and not (`mdl_wiki_pages`.`cachedcontent` <=> '' collate utf8mb4_nopad_bin)) > 0 or (select count(*) from `mdl_wiki_versions` where `mdl_wiki_versions`.`userid` = `probate_request`.`subject` and not (`mdl_wiki_versions`.`content` <=> '' collate utf8mb4_nopad_bin)) > 0 or (select count(*) from `mdl_workshop_assessments` where `mdl_workshop_assessments`.`reviewerid` = `probate_request`.`subject` and (not (`mdl_workshop_assessments`.`reviewerid` <=> 0) or not (`mdl_workshop_assessments`.`feedbackauthor` <=> null) or not (`mdl_workshop_assessments`.`feedbackreviewer` <=> null))) > 0 or (select count(*) from `mdl_workshop_aggregations` where `mdl_workshop_aggregations`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_workshop_assessments` where `mdl_workshop_assessments`.`gradinggradeoverby` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_workshop_submissions` where `mdl_workshop_submissions`.`gradeoverby` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_workshop_submissions` where `mdl_workshop_submissions`.`authorid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_tool_monitor_history` where `mdl_tool_monitor_history`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_tool_monitor_rules` where `mdl_tool_monitor_rules`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_tool_monitor_subscriptions` where `mdl_tool_monitor_subscriptions`.`userid` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_tool_policy_acceptances` where `mdl_tool_policy_acceptances`.`usermodified` = `probate_request`.`subject`) > 0);
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`not_before` = -1
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-full-unassigned' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token and ((select count(*) from `mdl_tool_dataprivacy_request` where `mdl_tool_dataprivacy_request`.`dpo` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_tool_dataprivacy_request` where `mdl_tool_dataprivacy_request`.`userid` = `probate_request`.`subject` and (not (`mdl_tool_dataprivacy_request`.`comments` <=> null) or not (`mdl_tool_dataprivacy_request`.`dpocomment` <=> null))) > 0 or (select count(*) from `mdl_tool_dataprivacy_request` where `mdl_tool_dataprivacy_request`.`requestedby` = `probate_request`.`subject`) > 0 or (select count(*) from `mdl_tool_dataprivacy_request` where `mdl_tool_dataprivacy_request`.`usermodified` = `probate_request`.`subject`) > 0);

-- sweep: they are due again, once
insert into `probate_request` (`kind`, `type`, `subject`, `place`, `origin`, `state`, `asked`, `asked_by`, `reason`)
select `probate_swept`.`kind`, `probate_swept`.`type`, `probate_swept`.`subject`, `probate_swept`.`place`, `probate_swept`.`origin`, 'approved', unix_timestamp(), 'probate: sweep', 'swept'
from `probate_request` as `probate_swept`
where `probate_swept`.`kind` = 'purge' and `probate_swept`.`type` = 'leaver-full-unassigned' and `probate_swept`.`state` = 'done' and `probate_swept`.`token` = @probate_token and `probate_swept`.`not_before` = -1 and not (`probate_swept`.`asked_by` <=> 'probate: sweep')
order by `probate_swept`.`id`
on duplicate key update `kind` = `probate_request`.`kind`;

-- sweep: when they are looked at the next time, if ever
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`not_before` = case when `probate_request`.`not_before` = -1 then null when unix_timestamp() - `probate_request`.`finished` < 3600 then `probate_request`.`finished` + 3600 when unix_timestamp() - `probate_request`.`finished` < 86400 then `probate_request`.`finished` + 86400 when unix_timestamp() - `probate_request`.`finished` < 604800 then `probate_request`.`finished` + 604800 else null end, `probate_request`.`reason` = case when `probate_request`.`not_before` = -1 and `probate_request`.`asked_by` = 'probate: sweep' then 'comes-back' else `probate_request`.`reason` end, `probate_request`.`token` = null
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-full-unassigned' and `probate_request`.`state` = 'done' and `probate_request`.`token` = @probate_token;
commit;
start transaction;

-- outbox: notices of requests that are new
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`asked` = coalesce(`asked`, unix_timestamp())
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-full-unassigned' and `probate_request`.`state` in ('requested', 'awaiting_approval', 'approved') and `probate_request`.`attempts` = 0 and not (exists (select 1 from `probate_told` where `probate_told`.`request` = `probate_request`.`id`)) and not (exists (select 1 from `probate_outbox` where `probate_outbox`.`run` = 0 - `probate_request`.`id` and `probate_outbox`.`kind` = 'notice' and left(convert(`probate_outbox`.`body` using utf8mb4), 29) = '{"notice":"request-received",' collate utf8mb4_nopad_bin));
insert into `probate_outbox` (`run`, `kind`, `body`, `created`)
select 0 - `probate_asked`.`request`, 'notice', concat('{"notice":"request-received","to":"controller","locale":"en","request":', cast(`probate_asked`.`request` as char), ',"subject":', cast(`probate_asked`.`subject` as char), ',"title":"Request ', cast(`probate_asked`.`request` as char), ': Deleted account, nothing handed over","body":"User ', substr(json_quote(coalesce(convert(cast(`probate_asked`.`subject` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, 2, char_length(json_quote(coalesce(convert(cast(`probate_asked`.`subject` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin) - 2), ' is concerned. Whether it needs an approval is shown by `probate request list`."}'), unix_timestamp()
from (select `id` as `request`, `subject` as `subject`, `reason` as `reason`, `expires` as `expires` from `probate_request` where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-full-unassigned' and `probate_request`.`state` in ('requested', 'awaiting_approval', 'approved') and `probate_request`.`attempts` = 0 and not (exists (select 1 from `probate_told` where `probate_told`.`request` = `probate_request`.`id`)) and not (exists (select 1 from `probate_outbox` where `probate_outbox`.`run` = 0 - `probate_request`.`id` and `probate_outbox`.`kind` = 'notice' and left(convert(`probate_outbox`.`body` using utf8mb4), 29) = '{"notice":"request-received",' collate utf8mb4_nopad_bin)) and (not (`probate_request`.`origin` in ('automatic', 'retention', 'legacy')) or `probate_request`.`state` <> 'approved')) as `probate_asked`;
insert into `probate_told` (`request`, `at`)
select `probate_request`.`id`, unix_timestamp()
from `probate_request`
where `probate_request`.`kind` = 'purge' and `probate_request`.`type` = 'leaver-full-unassigned' and `probate_request`.`state` in ('requested', 'awaiting_approval', 'approved') and `probate_request`.`attempts` = 0 and not (exists (select 1 from `probate_told` where `probate_told`.`request` = `probate_request`.`id`)) and exists (select 1 from `probate_outbox` where `probate_outbox`.`run` = 0 - `probate_request`.`id` and `probate_outbox`.`kind` = 'notice' and left(convert(`probate_outbox`.`body` using utf8mb4), 29) = '{"notice":"request-received",' collate utf8mb4_nopad_bin)
on duplicate key update `request` = `probate_told`.`request`;
commit;
start transaction;

-- claim: what a lost run left behind goes back, or has failed too often
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = case when `attempts` >= 5 then 'failed' else 'approved' end, `probate_request`.`reason` = case when `attempts` >= 5 then coalesce(`reason`, 'attempts') else `reason` end, `probate_request`.`finished` = case when `attempts` >= 5 then unix_timestamp() else `finished` end, `probate_request`.`not_before` = unix_timestamp() + case when `attempts` >= 4 then 3600 when `attempts` >= 3 then 600 when `attempts` >= 2 then 60 else 0 end, `probate_request`.`token` = null
where `kind` = 'purge' and `type` = 'leaver-full-unassigned' and `state` = 'running';

-- claim: what names a place that cannot be has failed
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'failed', `probate_request`.`reason` = 'unknown-place', `probate_request`.`finished` = unix_timestamp()
where `kind` = 'purge' and `type` = 'leaver-full-unassigned' and `state` = 'approved' and not (`place` <=> '');

-- claim: fresh requests, at most 50
update `probate_request`
set `probate_request`.`state` = 'running', `probate_request`.`attempts` = `attempts` + 1, `probate_request`.`token` = @probate_token
where `state` in ('approved', 'held') and `id` in (select `id` from (select `id` from `probate_request` where `kind` = 'purge' and `type` = 'leaver-full-unassigned' and (`state` = 'approved' and (`not_before` is null or `not_before` <= unix_timestamp()) or `state` = 'held' and `not_before` <= unix_timestamp()) and `subject` in (select `mdl_user`.`id` from `mdl_user` where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and `mdl_user`.`deleted` = 1 and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true)) and not (not (`place` <=> '')) and not (`origin` in ('automatic', 'self')) and `attempts` = 0 order by `id` limit 50) as `chosen`);

-- claim: or else the one retry with the fewest attempts
update `probate_request`
set `probate_request`.`state` = 'running', `probate_request`.`attempts` = `attempts` + 1, `probate_request`.`token` = @probate_token
where `state` in ('approved', 'held') and `id` in (select `id` from (select `id` from `probate_request` where `kind` = 'purge' and `type` = 'leaver-full-unassigned' and (`state` = 'approved' and (`not_before` is null or `not_before` <= unix_timestamp()) or `state` = 'held' and `not_before` <= unix_timestamp()) and `subject` in (select `mdl_user`.`id` from `mdl_user` where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and `mdl_user`.`deleted` = 1 and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true)) and not (not (`place` <=> '')) and not (`origin` in ('automatic', 'self')) order by `attempts`, `id` limit 1) as `chosen`) and not (exists (select 1 from `probate_request` where `token` = @probate_token and `state` = 'running'));
commit;

-- the run begins; without a claim everything that follows selects nothing
start transaction;
set @probate_run = null, @probate_claimed = null;
select count(*) into @probate_claimed from `probate_request` where `token` = @probate_token and `state` = 'running' for update;
select 'undone because of', concat('table ', table_name, ' is none of InnoDB that forgets what is deleted'), 1 from information_schema.tables where table_schema = database() and table_name in ('mdl_analytics_prediction_actions', 'mdl_assign_grades', 'mdl_assign_overrides', 'mdl_assign_submission', 'mdl_assign_user_flags', 'mdl_assign_user_mapping', 'mdl_assignfeedback_comments', 'mdl_assignfeedback_editpdf_annot', 'mdl_assignfeedback_editpdf_cmnt', 'mdl_assignfeedback_editpdf_quick', 'mdl_assignfeedback_editpdf_rot', 'mdl_assignfeedback_file', 'mdl_assignfeedback_historic', 'mdl_assignfeedback_historic_data', 'mdl_assignment_submissions', 'mdl_assignsubmission_file', 'mdl_assignsubmission_onlinetext', 'mdl_attendance_log', 'mdl_attendance_sessions', 'mdl_attendance_tempusers', 'mdl_attendance_warning_done', 'mdl_auth_lti_linked_login', 'mdl_auth_oauth2_linked_login', 'mdl_auth_oidc_prevlogin', 'mdl_auth_oidc_token', 'mdl_backup_controllers', 'mdl_badge', 'mdl_badge_backpack', 'mdl_badge_backpack_oauth2', 'mdl_badge_criteria_met', 'mdl_badge_endorsement', 'mdl_badge_external', 'mdl_badge_issued', 'mdl_badge_manual_award', 'mdl_bigbluebuttonbn_logs', 'mdl_bigbluebuttonbn_recordings', 'mdl_block_instances', 'mdl_block_positions', 'mdl_block_recent_activity', 'mdl_block_recentlyaccesseditems', 'mdl_block_rss_client', 'mdl_block_todo', 'mdl_blog_association', 'mdl_blog_external', 'mdl_cache_flags', 'mdl_chat_messages', 'mdl_chat_messages_current', 'mdl_chat_users', 'mdl_choice_answers', 'mdl_cohort_members', 'mdl_comments', 'mdl_competency_evidence', 'mdl_competency_plan', 'mdl_competency_plancomp', 'mdl_competency_usercomp', 'mdl_competency_usercompcourse', 'mdl_competency_usercompplan', 'mdl_competency_userevidence', 'mdl_competency_userevidencecomp', 'mdl_config_log', 'mdl_course_completion_crit_compl', 'mdl_course_completions', 'mdl_course_modules_completion', 'mdl_course_modules_viewed', 'mdl_course_request', 'mdl_data_content', 'mdl_data_records', 'mdl_editor_atto_autosave', 'mdl_enrol_flatfile', 'mdl_enrol_lti_users', 'mdl_event', 'mdl_event_subscriptions', 'mdl_events_queue', 'mdl_external_services_users', 'mdl_external_tokens', 'mdl_favourite', 'mdl_feedback_completed', 'mdl_feedback_completedtmp', 'mdl_feedback_value', 'mdl_feedback_valuetmp', 'mdl_files', 'mdl_forum_digests', 'mdl_forum_discussion_subs', 'mdl_forum_discussions', 'mdl_forum_grades', 'mdl_forum_posts', 'mdl_forum_queue', 'mdl_forum_read', 'mdl_forum_subscriptions', 'mdl_forum_track_prefs', 'mdl_glossary_alias', 'mdl_glossary_entries', 'mdl_glossary_entries_categories', 'mdl_grade_categories_history', 'mdl_grade_grades', 'mdl_grade_grades_history', 'mdl_grade_import_values', 'mdl_grade_items_history', 'mdl_grade_outcomes_history', 'mdl_grading_instances', 'mdl_gradingform_guide_fillings', 'mdl_gradingform_rubric_fillings', 'mdl_groups_members', 'mdl_h5pactivity_attempts', 'mdl_h5pactivity_attempts_results', 'mdl_infected_files', 'mdl_lesson_attempts', 'mdl_lesson_branch', 'mdl_lesson_grades', 'mdl_lesson_overrides', 'mdl_lesson_timer', 'mdl_log', 'mdl_logstore_standard_log', 'mdl_lti_submission', 'mdl_lti_types', 'mdl_message', 'mdl_message_airnotifier_devices', 'mdl_message_contact_requests', 'mdl_message_contacts', 'mdl_message_conversation_actions', 'mdl_message_conversation_members', 'mdl_message_email_messages', 'mdl_message_popup_notifications', 'mdl_message_read', 'mdl_message_user_actions', 'mdl_message_users_blocked', 'mdl_messageinbound_messagelist', 'mdl_messages', 'mdl_mnet_log', 'mdl_mnet_session', 'mdl_mnetservice_enrol_enrolments', 'mdl_my_pages', 'mdl_notifications', 'mdl_oauth2_refresh_token', 'mdl_portfolio_instance_user', 'mdl_portfolio_log', 'mdl_portfolio_tempdata', 'mdl_post', 'mdl_question', 'mdl_question_attempt_step_data', 'mdl_question_attempt_steps', 'mdl_question_attempts', 'mdl_question_usages', 'mdl_quiz_attempts', 'mdl_quiz_grades', 'mdl_quiz_overrides', 'mdl_quiz_overview_regrades', 'mdl_rating', 'mdl_repository_instance_config', 'mdl_repository_instances', 'mdl_role_assignments', 'mdl_scale_history', 'mdl_scorm_aicc_session', 'mdl_scorm_scoes_track', 'mdl_search_simpledb_index', 'mdl_sessions', 'mdl_stats_user_daily', 'mdl_stats_user_monthly', 'mdl_stats_user_weekly', 'mdl_survey_analysis', 'mdl_survey_answers', 'mdl_tag', 'mdl_tag_instance', 'mdl_task_adhoc', 'mdl_task_log', 'mdl_tiny_autosave', 'mdl_tool_cohortroles', 'mdl_tool_dataprivacy_request', 'mdl_tool_monitor_history', 'mdl_tool_monitor_rules', 'mdl_tool_monitor_subscriptions', 'mdl_tool_policy_acceptances', 'mdl_upgrade_log', 'mdl_user', 'mdl_user_devices', 'mdl_user_enrol_waitlist', 'mdl_user_enrolments', 'mdl_user_info_data', 'mdl_user_lastaccess', 'mdl_user_password_history', 'mdl_user_password_resets', 'mdl_user_preferences', 'mdl_user_private_key', 'mdl_wiki_links', 'mdl_wiki_locks', 'mdl_wiki_pages', 'mdl_wiki_subwikis', 'mdl_wiki_synonyms', 'mdl_wiki_versions', 'mdl_workshop_aggregations', 'mdl_workshop_assessments', 'mdl_workshop_grades', 'mdl_workshop_submissions') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB') and @probate_claimed > 0;
insert into `probate_assert` (`run`, `what`, `bad`)
select 0, 'tables', count(*) from information_schema.tables where table_schema = database() and table_name in ('mdl_analytics_prediction_actions', 'mdl_assign_grades', 'mdl_assign_overrides', 'mdl_assign_submission', 'mdl_assign_user_flags', 'mdl_assign_user_mapping', 'mdl_assignfeedback_comments', 'mdl_assignfeedback_editpdf_annot', 'mdl_assignfeedback_editpdf_cmnt', 'mdl_assignfeedback_editpdf_quick', 'mdl_assignfeedback_editpdf_rot', 'mdl_assignfeedback_file', 'mdl_assignfeedback_historic', 'mdl_assignfeedback_historic_data', 'mdl_assignment_submissions', 'mdl_assignsubmission_file', 'mdl_assignsubmission_onlinetext', 'mdl_attendance_log', 'mdl_attendance_sessions', 'mdl_attendance_tempusers', 'mdl_attendance_warning_done', 'mdl_auth_lti_linked_login', 'mdl_auth_oauth2_linked_login', 'mdl_auth_oidc_prevlogin', 'mdl_auth_oidc_token', 'mdl_backup_controllers', 'mdl_badge', 'mdl_badge_backpack', 'mdl_badge_backpack_oauth2', 'mdl_badge_criteria_met', 'mdl_badge_endorsement', 'mdl_badge_external', 'mdl_badge_issued', 'mdl_badge_manual_award', 'mdl_bigbluebuttonbn_logs', 'mdl_bigbluebuttonbn_recordings', 'mdl_block_instances', 'mdl_block_positions', 'mdl_block_recent_activity', 'mdl_block_recentlyaccesseditems', 'mdl_block_rss_client', 'mdl_block_todo', 'mdl_blog_association', 'mdl_blog_external', 'mdl_cache_flags', 'mdl_chat_messages', 'mdl_chat_messages_current', 'mdl_chat_users', 'mdl_choice_answers', 'mdl_cohort_members', 'mdl_comments', 'mdl_competency_evidence', 'mdl_competency_plan', 'mdl_competency_plancomp', 'mdl_competency_usercomp', 'mdl_competency_usercompcourse', 'mdl_competency_usercompplan', 'mdl_competency_userevidence', 'mdl_competency_userevidencecomp', 'mdl_config_log', 'mdl_course_completion_crit_compl', 'mdl_course_completions', 'mdl_course_modules_completion', 'mdl_course_modules_viewed', 'mdl_course_request', 'mdl_data_content', 'mdl_data_records', 'mdl_editor_atto_autosave', 'mdl_enrol_flatfile', 'mdl_enrol_lti_users', 'mdl_event', 'mdl_event_subscriptions', 'mdl_events_queue', 'mdl_external_services_users', 'mdl_external_tokens', 'mdl_favourite', 'mdl_feedback_completed', 'mdl_feedback_completedtmp', 'mdl_feedback_value', 'mdl_feedback_valuetmp', 'mdl_files', 'mdl_forum_digests', 'mdl_forum_discussion_subs', 'mdl_forum_discussions', 'mdl_forum_grades', 'mdl_forum_posts', 'mdl_forum_queue', 'mdl_forum_read', 'mdl_forum_subscriptions', 'mdl_forum_track_prefs', 'mdl_glossary_alias', 'mdl_glossary_entries', 'mdl_glossary_entries_categories', 'mdl_grade_categories_history', 'mdl_grade_grades', 'mdl_grade_grades_history', 'mdl_grade_import_values', 'mdl_grade_items_history', 'mdl_grade_outcomes_history', 'mdl_grading_instances', 'mdl_gradingform_guide_fillings', 'mdl_gradingform_rubric_fillings', 'mdl_groups_members', 'mdl_h5pactivity_attempts', 'mdl_h5pactivity_attempts_results', 'mdl_infected_files', 'mdl_lesson_attempts', 'mdl_lesson_branch', 'mdl_lesson_grades', 'mdl_lesson_overrides', 'mdl_lesson_timer', 'mdl_log', 'mdl_logstore_standard_log', 'mdl_lti_submission', 'mdl_lti_types', 'mdl_message', 'mdl_message_airnotifier_devices', 'mdl_message_contact_requests', 'mdl_message_contacts', 'mdl_message_conversation_actions', 'mdl_message_conversation_members', 'mdl_message_email_messages', 'mdl_message_popup_notifications', 'mdl_message_read', 'mdl_message_user_actions', 'mdl_message_users_blocked', 'mdl_messageinbound_messagelist', 'mdl_messages', 'mdl_mnet_log', 'mdl_mnet_session', 'mdl_mnetservice_enrol_enrolments', 'mdl_my_pages', 'mdl_notifications', 'mdl_oauth2_refresh_token', 'mdl_portfolio_instance_user', 'mdl_portfolio_log', 'mdl_portfolio_tempdata', 'mdl_post', 'mdl_question', 'mdl_question_attempt_step_data', 'mdl_question_attempt_steps', 'mdl_question_attempts', 'mdl_question_usages', 'mdl_quiz_attempts', 'mdl_quiz_grades', 'mdl_quiz_overrides', 'mdl_quiz_overview_regrades', 'mdl_rating', 'mdl_repository_instance_config', 'mdl_repository_instances', 'mdl_role_assignments', 'mdl_scale_history', 'mdl_scorm_aicc_session', 'mdl_scorm_scoes_track', 'mdl_search_simpledb_index', 'mdl_sessions', 'mdl_stats_user_daily', 'mdl_stats_user_monthly', 'mdl_stats_user_weekly', 'mdl_survey_analysis', 'mdl_survey_answers', 'mdl_tag', 'mdl_tag_instance', 'mdl_task_adhoc', 'mdl_task_log', 'mdl_tiny_autosave', 'mdl_tool_cohortroles', 'mdl_tool_dataprivacy_request', 'mdl_tool_monitor_history', 'mdl_tool_monitor_rules', 'mdl_tool_monitor_subscriptions', 'mdl_tool_policy_acceptances', 'mdl_upgrade_log', 'mdl_user', 'mdl_user_devices', 'mdl_user_enrol_waitlist', 'mdl_user_enrolments', 'mdl_user_info_data', 'mdl_user_lastaccess', 'mdl_user_password_history', 'mdl_user_password_resets', 'mdl_user_preferences', 'mdl_user_private_key', 'mdl_wiki_links', 'mdl_wiki_locks', 'mdl_wiki_pages', 'mdl_wiki_subwikis', 'mdl_wiki_synonyms', 'mdl_wiki_versions', 'mdl_workshop_aggregations', 'mdl_workshop_assessments', 'mdl_workshop_grades', 'mdl_workshop_submissions') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB') and @probate_claimed > 0 having count(*) > 0;
insert into `probate_run` (`type`, `program`, `started`)
select 'leaver-full-unassigned', 'edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294', unix_timestamp() where @probate_claimed > 0 and not exists (select 1 from information_schema.tables where table_schema = database() and table_name in ('mdl_analytics_prediction_actions', 'mdl_assign_grades', 'mdl_assign_overrides', 'mdl_assign_submission', 'mdl_assign_user_flags', 'mdl_assign_user_mapping', 'mdl_assignfeedback_comments', 'mdl_assignfeedback_editpdf_annot', 'mdl_assignfeedback_editpdf_cmnt', 'mdl_assignfeedback_editpdf_quick', 'mdl_assignfeedback_editpdf_rot', 'mdl_assignfeedback_file', 'mdl_assignfeedback_historic', 'mdl_assignfeedback_historic_data', 'mdl_assignment_submissions', 'mdl_assignsubmission_file', 'mdl_assignsubmission_onlinetext', 'mdl_attendance_log', 'mdl_attendance_sessions', 'mdl_attendance_tempusers', 'mdl_attendance_warning_done', 'mdl_auth_lti_linked_login', 'mdl_auth_oauth2_linked_login', 'mdl_auth_oidc_prevlogin', 'mdl_auth_oidc_token', 'mdl_backup_controllers', 'mdl_badge', 'mdl_badge_backpack', 'mdl_badge_backpack_oauth2', 'mdl_badge_criteria_met', 'mdl_badge_endorsement', 'mdl_badge_external', 'mdl_badge_issued', 'mdl_badge_manual_award', 'mdl_bigbluebuttonbn_logs', 'mdl_bigbluebuttonbn_recordings', 'mdl_block_instances', 'mdl_block_positions', 'mdl_block_recent_activity', 'mdl_block_recentlyaccesseditems', 'mdl_block_rss_client', 'mdl_block_todo', 'mdl_blog_association', 'mdl_blog_external', 'mdl_cache_flags', 'mdl_chat_messages', 'mdl_chat_messages_current', 'mdl_chat_users', 'mdl_choice_answers', 'mdl_cohort_members', 'mdl_comments', 'mdl_competency_evidence', 'mdl_competency_plan', 'mdl_competency_plancomp', 'mdl_competency_usercomp', 'mdl_competency_usercompcourse', 'mdl_competency_usercompplan', 'mdl_competency_userevidence', 'mdl_competency_userevidencecomp', 'mdl_config_log', 'mdl_course_completion_crit_compl', 'mdl_course_completions', 'mdl_course_modules_completion', 'mdl_course_modules_viewed', 'mdl_course_request', 'mdl_data_content', 'mdl_data_records', 'mdl_editor_atto_autosave', 'mdl_enrol_flatfile', 'mdl_enrol_lti_users', 'mdl_event', 'mdl_event_subscriptions', 'mdl_events_queue', 'mdl_external_services_users', 'mdl_external_tokens', 'mdl_favourite', 'mdl_feedback_completed', 'mdl_feedback_completedtmp', 'mdl_feedback_value', 'mdl_feedback_valuetmp', 'mdl_files', 'mdl_forum_digests', 'mdl_forum_discussion_subs', 'mdl_forum_discussions', 'mdl_forum_grades', 'mdl_forum_posts', 'mdl_forum_queue', 'mdl_forum_read', 'mdl_forum_subscriptions', 'mdl_forum_track_prefs', 'mdl_glossary_alias', 'mdl_glossary_entries', 'mdl_glossary_entries_categories', 'mdl_grade_categories_history', 'mdl_grade_grades', 'mdl_grade_grades_history', 'mdl_grade_import_values', 'mdl_grade_items_history', 'mdl_grade_outcomes_history', 'mdl_grading_instances', 'mdl_gradingform_guide_fillings', 'mdl_gradingform_rubric_fillings', 'mdl_groups_members', 'mdl_h5pactivity_attempts', 'mdl_h5pactivity_attempts_results', 'mdl_infected_files', 'mdl_lesson_attempts', 'mdl_lesson_branch', 'mdl_lesson_grades', 'mdl_lesson_overrides', 'mdl_lesson_timer', 'mdl_log', 'mdl_logstore_standard_log', 'mdl_lti_submission', 'mdl_lti_types', 'mdl_message', 'mdl_message_airnotifier_devices', 'mdl_message_contact_requests', 'mdl_message_contacts', 'mdl_message_conversation_actions', 'mdl_message_conversation_members', 'mdl_message_email_messages', 'mdl_message_popup_notifications', 'mdl_message_read', 'mdl_message_user_actions', 'mdl_message_users_blocked', 'mdl_messageinbound_messagelist', 'mdl_messages', 'mdl_mnet_log', 'mdl_mnet_session', 'mdl_mnetservice_enrol_enrolments', 'mdl_my_pages', 'mdl_notifications', 'mdl_oauth2_refresh_token', 'mdl_portfolio_instance_user', 'mdl_portfolio_log', 'mdl_portfolio_tempdata', 'mdl_post', 'mdl_question', 'mdl_question_attempt_step_data', 'mdl_question_attempt_steps', 'mdl_question_attempts', 'mdl_question_usages', 'mdl_quiz_attempts', 'mdl_quiz_grades', 'mdl_quiz_overrides', 'mdl_quiz_overview_regrades', 'mdl_rating', 'mdl_repository_instance_config', 'mdl_repository_instances', 'mdl_role_assignments', 'mdl_scale_history', 'mdl_scorm_aicc_session', 'mdl_scorm_scoes_track', 'mdl_search_simpledb_index', 'mdl_sessions', 'mdl_stats_user_daily', 'mdl_stats_user_monthly', 'mdl_stats_user_weekly', 'mdl_survey_analysis', 'mdl_survey_answers', 'mdl_tag', 'mdl_tag_instance', 'mdl_task_adhoc', 'mdl_task_log', 'mdl_tiny_autosave', 'mdl_tool_cohortroles', 'mdl_tool_dataprivacy_request', 'mdl_tool_monitor_history', 'mdl_tool_monitor_rules', 'mdl_tool_monitor_subscriptions', 'mdl_tool_policy_acceptances', 'mdl_upgrade_log', 'mdl_user', 'mdl_user_devices', 'mdl_user_enrol_waitlist', 'mdl_user_enrolments', 'mdl_user_info_data', 'mdl_user_lastaccess', 'mdl_user_password_history', 'mdl_user_password_resets', 'mdl_user_preferences', 'mdl_user_private_key', 'mdl_wiki_links', 'mdl_wiki_locks', 'mdl_wiki_pages', 'mdl_wiki_subwikis', 'mdl_wiki_synonyms', 'mdl_wiki_versions', 'mdl_workshop_aggregations', 'mdl_workshop_assessments', 'mdl_workshop_grades', 'mdl_workshop_submissions') and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB'));
set @probate_run = if(row_count() = 1, last_insert_id(), null);

-- decide: the subjects, with their status checked again
insert into `probate_batch` (`run`, `subject`, `request`, `place`)
select @probate_run, `claimed`.`subject`, `claimed`.`id`, `claimed`.`place`
from (select `id`, `subject`, `place` from `probate_request` where `token` = @probate_token and `state` = 'running' and `type` = 'leaver-full-unassigned' and not (@probate_run is null)) as `claimed`
join `mdl_user` on `claimed`.`subject` = `mdl_user`.`id`
where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and `mdl_user`.`deleted` = 1 and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true)
order by `claimed`.`subject`
for update;

-- decide: who left the status since the claim is left alone
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = 'approved', `probate_request`.`attempts` = `attempts` - 1, `probate_request`.`token` = null
where `token` = @probate_token and `state` = 'running' and not (`id` in (select `request` from `probate_batch` where `run` = @probate_run)) and not (@probate_run is null);

-- decide: the subjects' identifiers `email`, and whether others bear them
insert into `probate_identifier` (`run`, `name`, `subject`, `value`, `shared`)
select distinct @probate_run, 'email', `mdl_user`.`id`, convert(cast(lower(convert(cast(convert(convert(`mdl_user`.`email` using utf8mb4) collate utf8mb4_nopad_bin using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin, case when exists (select 1 from `mdl_user` as `probate_other` where not (convert(cast(lower(convert(cast(convert(convert(`probate_other`.`email` using utf8mb4) collate utf8mb4_nopad_bin using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin is null) and convert(cast(lower(convert(cast(convert(convert(`probate_other`.`email` using utf8mb4) collate utf8mb4_nopad_bin using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin <> '' and not (convert(cast(lower(convert(cast(convert(convert(`probate_other`.`email` using utf8mb4) collate utf8mb4_nopad_bin using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin in ('0')) and convert(cast(lower(convert(cast(convert(convert(`probate_other`.`email` using utf8mb4) collate utf8mb4_nopad_bin using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin = convert(convert(cast(lower(convert(cast(convert(convert(`mdl_user`.`email` using utf8mb4) collate utf8mb4_nopad_bin using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin using utf8mb4) collate utf8mb4_nopad_bin and not (`probate_other`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run))) then 1 else 0 end
from `mdl_user`
where not (convert(cast(lower(convert(cast(convert(convert(`mdl_user`.`email` using utf8mb4) collate utf8mb4_nopad_bin using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin is null) and convert(cast(lower(convert(cast(convert(convert(`mdl_user`.`email` using utf8mb4) collate utf8mb4_nopad_bin using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin <> '' and not (convert(cast(lower(convert(cast(convert(convert(`mdl_user`.`email` using utf8mb4) collate utf8mb4_nopad_bin using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin in ('0')) and `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and not (`mdl_user`.`id` in (0))
union all select `run`, 'looked for email', `subject`, '', 0 from `probate_batch` where `run` = @probate_run;

-- decide: the subjects' identifiers `idnumber`, and whether others bear them
insert into `probate_identifier` (`run`, `name`, `subject`, `value`, `shared`)
select distinct @probate_run, 'idnumber', `mdl_user`.`id`, convert(`mdl_user`.`idnumber` using utf8mb4) collate utf8mb4_nopad_bin, case when exists (select 1 from `mdl_user` as `probate_other` where not (convert(`probate_other`.`idnumber` using utf8mb4) collate utf8mb4_nopad_bin is null) and `probate_other`.`idnumber` <> '' collate utf8mb4_nopad_bin and not (`probate_other`.`idnumber` in ('0' collate utf8mb4_nopad_bin)) and convert(`probate_other`.`idnumber` using utf8mb4) collate utf8mb4_nopad_bin = convert(`mdl_user`.`idnumber` using utf8mb4) collate utf8mb4_nopad_bin and not (`probate_other`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run))) then 1 else 0 end
from `mdl_user`
where not (convert(`mdl_user`.`idnumber` using utf8mb4) collate utf8mb4_nopad_bin is null) and `mdl_user`.`idnumber` <> '' collate utf8mb4_nopad_bin and not (`mdl_user`.`idnumber` in ('0' collate utf8mb4_nopad_bin)) and `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and not (`mdl_user`.`id` in (0))
union all select `run`, 'looked for idnumber', `subject`, '', 0 from `probate_batch` where `run` = @probate_run;

-- decide: the subjects' identifiers `username`, and whether others bear them
insert into `probate_identifier` (`run`, `name`, `subject`, `value`, `shared`)
select distinct @probate_run, 'username', `mdl_user`.`id`, convert(`mdl_user`.`username` using utf8mb4) collate utf8mb4_nopad_bin, case when exists (select 1 from `mdl_user` as `probate_other` where not (convert(`probate_other`.`username` using utf8mb4) collate utf8mb4_nopad_bin is null) and `probate_other`.`username` <> '' collate utf8mb4_nopad_bin and not (`probate_other`.`username` in ('0' collate utf8mb4_nopad_bin)) and convert(`probate_other`.`username` using utf8mb4) collate utf8mb4_nopad_bin = convert(`mdl_user`.`username` using utf8mb4) collate utf8mb4_nopad_bin and not (`probate_other`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run))) then 1 else 0 end
from `mdl_user`
where not (convert(`mdl_user`.`username` using utf8mb4) collate utf8mb4_nopad_bin is null) and `mdl_user`.`username` <> '' collate utf8mb4_nopad_bin and not (`mdl_user`.`username` in ('0' collate utf8mb4_nopad_bin)) and `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and not (`mdl_user`.`id` in (0))
union all select `run`, 'looked for username', `subject`, '', 0 from `probate_batch` where `run` = @probate_run;

-- decide: the subjects' identifiers `core_user-user-{key}`, and whether others bear them
insert into `probate_identifier` (`run`, `name`, `subject`, `value`, `shared`)
select distinct @probate_run, 'core_user-user-{key}', `mdl_user`.`id`, concat('core_user-user-', cast(`mdl_user`.`id` as char)), case when exists (select 1 from `mdl_user` as `probate_other` where not (concat('core_user-user-', cast(`probate_other`.`id` as char)) is null) and concat('core_user-user-', cast(`probate_other`.`id` as char)) <> '' and not (concat('core_user-user-', cast(`probate_other`.`id` as char)) in ('0')) and concat('core_user-user-', cast(`probate_other`.`id` as char)) = convert((concat('core_user-user-', cast(`mdl_user`.`id` as char))) using utf8mb4) collate utf8mb4_nopad_bin and not (`probate_other`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run))) then 1 else 0 end
from `mdl_user`
where not (concat('core_user-user-', cast(`mdl_user`.`id` as char)) is null) and concat('core_user-user-', cast(`mdl_user`.`id` as char)) <> '' and not (concat('core_user-user-', cast(`mdl_user`.`id` as char)) in ('0')) and `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and not (`mdl_user`.`id` in (0))
union all select `run`, 'looked for core_user-user-{key}', `subject`, '', 0 from `probate_batch` where `run` = @probate_run;

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

-- decide: core_badges.backpacks: which rows of mdl_badge_backpack (components/learning.yaml:97)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 2, `mdl_badge_backpack`.`id`
from `mdl_badge_backpack`
where `mdl_badge_backpack`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -2, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_badges.endorsements: which rows of mdl_badge (components/learning.yaml:114)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 3, `mdl_badge`.`id`
from `mdl_badge`
where convert(cast(lower(convert(cast(convert(`mdl_badge`.`imageauthoremail` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin in (select `value` from `probate_identifier` where `run` = @probate_run and `name` = 'email' and `shared` = 0)
union all select `run`, -3, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_badges.endorsements: which rows of mdl_badge_endorsement (components/learning.yaml:109)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 4, `mdl_badge_endorsement`.`id`
from `mdl_badge_endorsement`
where convert(cast(lower(convert(cast(convert(`mdl_badge_endorsement`.`issueremail` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin in (select `value` from `probate_identifier` where `run` = @probate_run and `name` = 'email' and `shared` = 0)
union all select `run`, -4, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_badges.issued: which rows of mdl_badge_issued (components/learning.yaml:79)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 5, `mdl_badge_issued`.`id`
from `mdl_badge_issued`
where `mdl_badge_issued`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -5, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_badges.issued: which rows of mdl_files (components/learning.yaml:85)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 6, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_badge_issued`.`badgeid`, `probate_l1_2`.`id` from `mdl_badge_issued` join `mdl_user` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_badge_issued`.`userid` join `mdl_context` as `probate_l1_2` on `probate_l1_2`.`instanceid` = `probate_l1_1`.`id` and `probate_l1_2`.`contextlevel` = 30 where `mdl_badge_issued`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 5)) and `mdl_files`.`component` = 'badges' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'userbadge' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -6, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_badges.issued: whose bytes may go (components/learning.yaml:85)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 7, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 6) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -7, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: core_blog.comments_received: by what mdl_comments.itemid is found (components/community.yaml:97)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 8, `mdl_post`.`id`
from `mdl_post`
where `mdl_post`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -8, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_blog.entries: which rows of mdl_post (components/community.yaml:81)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 9, `mdl_post`.`id`
from `mdl_post`
where `mdl_post`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (`mdl_post`.`module` = 'blog' collate utf8mb4_nopad_bin or `mdl_post`.`module` = 'blog_external' collate utf8mb4_nopad_bin)
union all select `run`, -9, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.events: which rows of mdl_event (components/community.yaml:12)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 10, `mdl_event`.`id`
from `mdl_event`
where `mdl_event`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_event`.`courseid` = 0 and `mdl_event`.`groupid` = 0 and `mdl_event`.`categoryid` = 0
union all select `run`, -10, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.events: which rows of mdl_files (components/community.yaml:18)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 11, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_event`.`id`, `probate_l1_2`.`id` from `mdl_event` join `mdl_user` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_event`.`userid` join `mdl_context` as `probate_l1_2` on `probate_l1_2`.`instanceid` = `probate_l1_1`.`id` and `probate_l1_2`.`contextlevel` = 30 where `mdl_event`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 10)) and `mdl_files`.`component` = 'calendar' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'event_description' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -11, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.events: whose bytes may go (components/community.yaml:18)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 12, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 11) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -12, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.subscriptions: which rows of mdl_event_subscriptions (components/community.yaml:29)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 13, `mdl_event_subscriptions`.`id`
from `mdl_event_subscriptions`
where `mdl_event_subscriptions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_event_subscriptions`.`eventtype` = 'user' collate utf8mb4_nopad_bin
union all select `run`, -13, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.subscriptions: which rows of mdl_event (components/community.yaml:35)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 14, `mdl_event`.`id`
from `mdl_event`
where `mdl_event`.`subscriptionid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 13)
union all select `run`, -14, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.subscriptions: those of mdl_event that have such parts (components/community.yaml:35)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 15, `mdl_event`.`id`
from `mdl_event`
where `mdl_event`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 14) and `mdl_event`.`courseid` = 0 and `mdl_event`.`groupid` = 0 and `mdl_event`.`categoryid` = 0
union all select `run`, -15, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.subscriptions: which rows of mdl_files (components/community.yaml:18)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 16, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_event`.`id`, `probate_l1_2`.`id` from `mdl_event` join `mdl_user` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_event`.`userid` join `mdl_context` as `probate_l1_2` on `probate_l1_2`.`instanceid` = `probate_l1_1`.`id` and `probate_l1_2`.`contextlevel` = 30 where `mdl_event`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 15)) and `mdl_files`.`component` = 'calendar' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'event_description' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -16, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_calendar.subscriptions: whose bytes may go (components/community.yaml:18)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 17, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 16) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -17, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: core_competency.evidence: which rows of mdl_competency_userevidence (components/learning.yaml:154)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 18, `mdl_competency_userevidence`.`id`
from `mdl_competency_userevidence`
where `mdl_competency_userevidence`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -18, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_competency.evidence: which rows of mdl_files (components/learning.yaml:159)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 19, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_competency_userevidence`.`id`, `probate_l1_2`.`id` from `mdl_competency_userevidence` join `mdl_user` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_competency_userevidence`.`userid` join `mdl_context` as `probate_l1_2` on `probate_l1_2`.`instanceid` = `probate_l1_1`.`id` and `probate_l1_2`.`contextlevel` = 30 where `mdl_competency_userevidence`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 18)) and `mdl_files`.`component` = 'core_competency' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'userevidence' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -19, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_competency.evidence: whose bytes may go (components/learning.yaml:159)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 20, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 19) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -20, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: core_competency.plans: which rows of mdl_competency_plan (components/learning.yaml:143)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 21, `mdl_competency_plan`.`id`
from `mdl_competency_plan`
where `mdl_competency_plan`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -21, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_competency.ratings: which rows of mdl_competency_usercomp (components/learning.yaml:130)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 22, `mdl_competency_usercomp`.`id`
from `mdl_competency_usercomp`
where `mdl_competency_usercomp`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -22, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_files.names: which rows of mdl_files (components/records.yaml:113)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 23, `mdl_files`.`id`
from `mdl_files`
where `mdl_files`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -23, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_keys.repositories: which rows of mdl_repository_instances (components/account.yaml:198)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 24, `mdl_repository_instances`.`id`
from `mdl_repository_instances`
where `mdl_repository_instances`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -24, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_log.about: which rows of mdl_logstore_standard_log (components/records.yaml:18)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 25, `mdl_logstore_standard_log`.`id`
from `mdl_logstore_standard_log`
where `mdl_logstore_standard_log`.`relateduserid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -25, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_log.legacy: which rows of mdl_log (components/records.yaml:28)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 26, `mdl_log`.`id`
from `mdl_log`
where exists (select 1 from (select `value` as `value` from `probate_identifier` where `run` = @probate_run and `name` = 'view.php?id={key}&course=*' and `shared` = 0) as `probate_value` where convert(`mdl_log`.`url` using utf8mb4) collate utf8mb4_nopad_bin like `probate_value`.`value` escape '!') and `mdl_log`.`module` = 'user' collate utf8mb4_nopad_bin
union all select `run`, -26, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_message.legacy: which rows of mdl_message (components/messaging.yaml:59)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 27, `mdl_message`.`id`
from `mdl_message`
where `mdl_message`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -27, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_message.legacy: which rows of mdl_message_read (components/messaging.yaml:59)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 28, `mdl_message_read`.`id`
from `mdl_message_read`
where `mdl_message_read`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -28, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_message.sent: which rows of mdl_messages (components/messaging.yaml:11)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 29, `mdl_messages`.`id`
from `mdl_messages`
where `mdl_messages`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -29, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_notes.about: which rows of mdl_post (components/community.yaml:48)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 30, `mdl_post`.`id`
from `mdl_post`
where `mdl_post`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_post`.`module` = 'notes' collate utf8mb4_nopad_bin and `mdl_post`.`publishstate` <> 'draft' collate utf8mb4_nopad_bin
union all select `run`, -30, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_notes.about: those of mdl_post that have such parts (components/community.yaml:48)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 31, `mdl_post`.`id`
from `mdl_post`
where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 30) and (`mdl_post`.`module` = 'blog' collate utf8mb4_nopad_bin or `mdl_post`.`module` = 'blog_external' collate utf8mb4_nopad_bin)
union all select `run`, -31, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_notes.about_personal: which rows of mdl_post (components/community.yaml:59)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 32, `mdl_post`.`id`
from `mdl_post`
where `mdl_post`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_post`.`module` = 'notes' collate utf8mb4_nopad_bin and `mdl_post`.`publishstate` = 'draft' collate utf8mb4_nopad_bin
union all select `run`, -32, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_notes.about_personal: those of mdl_post that have such parts (components/community.yaml:59)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 33, `mdl_post`.`id`
from `mdl_post`
where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 32) and (`mdl_post`.`module` = 'blog' collate utf8mb4_nopad_bin or `mdl_post`.`module` = 'blog_external' collate utf8mb4_nopad_bin)
union all select `run`, -33, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_notification.about: which rows of mdl_notifications (components/messaging.yaml:86)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 34, `mdl_notifications`.`id`
from `mdl_notifications`
where `mdl_notifications`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -34, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_notification.about: which rows of mdl_notifications (components/messaging.yaml:90)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 35, `mdl_notifications`.`id`
from `mdl_notifications`
where exists (select 1 from (select `value` as `value` from `probate_identifier` where `run` = @probate_run and `name` = '*/user/profile.php?id={key}' and `shared` = 0) as `probate_value` where convert(`mdl_notifications`.`contexturl` using utf8mb4) collate utf8mb4_nopad_bin like `probate_value`.`value` escape '!')
union all select `run`, -35, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_notification.received: which rows of mdl_notifications (components/messaging.yaml:75)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 36, `mdl_notifications`.`id`
from `mdl_notifications`
where `mdl_notifications`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -36, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_profile.dashboard: which rows of mdl_block_instances (components/profile.yaml:27)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 37, `mdl_block_instances`.`id`
from `mdl_block_instances`
where `mdl_block_instances`.`parentcontextid` in (select `mdl_context`.`id` from `mdl_context` where `mdl_context`.`contextlevel` = 30 and `mdl_context`.`contextlevel` = 30 and `mdl_context`.`instanceid` in (select `subject` from `probate_batch` where `run` = @probate_run))
union all select `run`, -37, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.description: which rows of mdl_user (components/account.yaml:62, components/account.yaml:125, components/account.yaml:68, components/account.yaml:119)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 38, `mdl_user`.`id`
from `mdl_user`
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -38, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.description: which rows of mdl_files (components/account.yaml:63)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 39, `mdl_files`.`id`
from `mdl_files`
where `mdl_files`.`contextid` in (select `probate_l0_1`.`id` from `mdl_user` join `mdl_context` as `probate_l0_1` on `probate_l0_1`.`instanceid` = `mdl_user`.`id` and `probate_l0_1`.`contextlevel` = 30 where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 38)) and `mdl_files`.`component` = 'user' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'profile' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -39, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.description: whose bytes may go (components/account.yaml:63)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 40, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 39) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -40, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: core_user.devices: which rows of mdl_user_devices (components/account.yaml:110)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 41, `mdl_user_devices`.`id`
from `mdl_user_devices`
where `mdl_user_devices`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -41, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.draft_files: which rows of mdl_files (components/account.yaml:126)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 42, `mdl_files`.`id`
from `mdl_files`
where `mdl_files`.`contextid` in (select `probate_l0_1`.`id` from `mdl_user` join `mdl_context` as `probate_l0_1` on `probate_l0_1`.`instanceid` = `mdl_user`.`id` and `probate_l0_1`.`contextlevel` = 30 where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 38)) and `mdl_files`.`component` = 'user' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'draft' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -42, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.draft_files: whose bytes may go (components/account.yaml:126)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 43, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 42) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -43, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: core_user.idnumber: which rows of mdl_assignfeedback_historic (components/account.yaml:40)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 44, `mdl_assignfeedback_historic`.`id`
from `mdl_assignfeedback_historic`
where `mdl_assignfeedback_historic`.`useridnumber` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = 'idnumber' and `shared` = 0)
union all select `run`, -44, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.idnumber: which rows of mdl_question (components/account.yaml:42)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 45, `mdl_question`.`id`
from `mdl_question`
where `mdl_question`.`modifieridnumber` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = 'idnumber' and `shared` = 0)
union all select `run`, -45, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.idnumber: which rows of mdl_question (components/account.yaml:41)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 46, `mdl_question`.`id`
from `mdl_question`
where `mdl_question`.`creatoridnumber` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = 'idnumber' and `shared` = 0)
union all select `run`, -46, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.picture: which rows of mdl_files (components/account.yaml:69)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 47, `mdl_files`.`id`
from `mdl_files`
where `mdl_files`.`contextid` in (select `probate_l0_1`.`id` from `mdl_user` join `mdl_context` as `probate_l0_1` on `probate_l0_1`.`instanceid` = `mdl_user`.`id` and `probate_l0_1`.`contextlevel` = 30 where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 38)) and `mdl_files`.`component` = 'user' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'icon' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -47, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.picture: whose bytes may go (components/account.yaml:69)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 48, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 47) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -48, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: core_user.private_files: which rows of mdl_files (components/account.yaml:120)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 49, `mdl_files`.`id`
from `mdl_files`
where `mdl_files`.`contextid` in (select `probate_l0_1`.`id` from `mdl_user` join `mdl_context` as `probate_l0_1` on `probate_l0_1`.`instanceid` = `mdl_user`.`id` and `probate_l0_1`.`contextlevel` = 30 where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 38)) and `mdl_files`.`component` = 'user' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'private' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -49, 0 from `probate_run` where `run` = @probate_run;

-- decide: core_user.private_files: whose bytes may go (components/account.yaml:120)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 50, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 49) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -50, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.comments_received: by what mdl_comments.itemid is found (components/assignment.yaml:35, components/assignment.yaml:12)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 51, `mdl_assign_submission`.`id`
from `mdl_assign_submission`
where `mdl_assign_submission`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -51, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.grades: which rows of mdl_assign_grades (components/assignment.yaml:55, components/assignment.yaml:57, components/assignment.yaml:56, components/assignment.yaml:42)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 52, `mdl_assign_grades`.`id`
from `mdl_assign_grades`
where `mdl_assign_grades`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -52, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.grades: which rows of mdl_files (components/assignment.yaml:55)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 53, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_assign_grades`.`id`, `probate_l1_3`.`id` from `mdl_assign_grades` join `mdl_assign` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_assign_grades`.`assignment` join `mdl_course_modules` as `probate_l1_2` on `probate_l1_2`.`instance` = `probate_l1_1`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_2`.`module`) = 'assign' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_3` on `probate_l1_3`.`instanceid` = `probate_l1_2`.`id` and `probate_l1_3`.`contextlevel` = 70 where `mdl_assign_grades`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52)) and `mdl_files`.`component` = 'assignfeedback_editpdf' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'download' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -53, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.grades: whose bytes may go (components/assignment.yaml:55)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 54, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 53) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -54, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.grades: which rows of mdl_files (components/assignment.yaml:57)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 55, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_assign_grades`.`id`, `probate_l1_3`.`id` from `mdl_assign_grades` join `mdl_assign` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_assign_grades`.`assignment` join `mdl_course_modules` as `probate_l1_2` on `probate_l1_2`.`instance` = `probate_l1_1`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_2`.`module`) = 'assign' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_3` on `probate_l1_3`.`instanceid` = `probate_l1_2`.`id` and `probate_l1_3`.`contextlevel` = 70 where `mdl_assign_grades`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52)) and `mdl_files`.`component` = 'assignfeedback_editpdf' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'pages' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -55, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.grades: whose bytes may go (components/assignment.yaml:57)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 56, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 55) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -56, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.grades: which rows of mdl_files (components/assignment.yaml:56)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 57, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_assign_grades`.`id`, `probate_l1_3`.`id` from `mdl_assign_grades` join `mdl_assign` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_assign_grades`.`assignment` join `mdl_course_modules` as `probate_l1_2` on `probate_l1_2`.`instance` = `probate_l1_1`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_2`.`module`) = 'assign' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_3` on `probate_l1_3`.`instanceid` = `probate_l1_2`.`id` and `probate_l1_3`.`contextlevel` = 70 where `mdl_assign_grades`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52)) and `mdl_files`.`component` = 'assignfeedback_editpdf' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'combined' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -57, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.grades: whose bytes may go (components/assignment.yaml:56)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 58, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 57) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -58, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.grades: which rows of mdl_assignfeedback_comments (components/assignment.yaml:48)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 59, `mdl_assignfeedback_comments`.`id`
from `mdl_assignfeedback_comments`
where `mdl_assignfeedback_comments`.`grade` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52)
union all select `run`, -59, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.grades: which rows of mdl_files (components/assignment.yaml:48)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 60, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_assignfeedback_comments`.`grade`, `probate_l1_4`.`id` from `mdl_assignfeedback_comments` join `mdl_assign_grades` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_assignfeedback_comments`.`grade` join `mdl_assign` as `probate_l1_2` on `probate_l1_2`.`id` = `probate_l1_1`.`assignment` join `mdl_course_modules` as `probate_l1_3` on `probate_l1_3`.`instance` = `probate_l1_2`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_3`.`module`) = 'assign' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_4` on `probate_l1_4`.`instanceid` = `probate_l1_3`.`id` and `probate_l1_4`.`contextlevel` = 70 where `mdl_assignfeedback_comments`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 59)) and `mdl_files`.`component` = 'assignfeedback_comments' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'feedback' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -60, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.grades: whose bytes may go (components/assignment.yaml:48)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 61, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 60) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -61, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.grades: which rows of mdl_files (components/assignment.yaml:46)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 62, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_assign_grades`.`id`, `probate_l1_3`.`id` from `mdl_assign_grades` join `mdl_assign` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_assign_grades`.`assignment` join `mdl_course_modules` as `probate_l1_2` on `probate_l1_2`.`instance` = `probate_l1_1`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_2`.`module`) = 'assign' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_3` on `probate_l1_3`.`instanceid` = `probate_l1_2`.`id` and `probate_l1_3`.`contextlevel` = 70 where `mdl_assign_grades`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52)) and `mdl_files`.`component` = 'assignfeedback_file' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'feedback_files' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -62, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.grades: whose bytes may go (components/assignment.yaml:46)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 63, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 62) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -63, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.rubrics: which rows of mdl_grading_instances (components/assignment.yaml:86)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 64, `mdl_grading_instances`.`id`
from `mdl_grading_instances`
where (select (select `probate_2`.`component` from `mdl_grading_areas` as `probate_2` where `probate_2`.`id` = `probate_1`.`areaid`) from `mdl_grading_definitions` as `probate_1` where `probate_1`.`id` = `mdl_grading_instances`.`definitionid`) = 'mod_assign' collate utf8mb4_nopad_bin and `mdl_grading_instances`.`itemid` in (select `mdl_assign_grades`.`id` from `mdl_assign_grades` where `mdl_assign_grades`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run))
union all select `run`, -64, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.submissions: which rows of mdl_assignsubmission_onlinetext (components/assignment.yaml:18)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 65, `mdl_assignsubmission_onlinetext`.`id`
from `mdl_assignsubmission_onlinetext`
where `mdl_assignsubmission_onlinetext`.`submission` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 51)
union all select `run`, -65, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.submissions: which rows of mdl_files (components/assignment.yaml:20)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 66, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_assignsubmission_onlinetext`.`submission`, `probate_l1_4`.`id` from `mdl_assignsubmission_onlinetext` join `mdl_assign_submission` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_assignsubmission_onlinetext`.`submission` join `mdl_assign` as `probate_l1_2` on `probate_l1_2`.`id` = `probate_l1_1`.`assignment` join `mdl_course_modules` as `probate_l1_3` on `probate_l1_3`.`instance` = `probate_l1_2`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_3`.`module`) = 'assign' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_4` on `probate_l1_4`.`instanceid` = `probate_l1_3`.`id` and `probate_l1_4`.`contextlevel` = 70 where `mdl_assignsubmission_onlinetext`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 65)) and `mdl_files`.`component` = 'assignsubmission_onlinetext' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'submissions_onlinetext' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -66, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.submissions: whose bytes may go (components/assignment.yaml:20)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 67, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 66) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -67, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.submissions: which rows of mdl_files (components/assignment.yaml:16)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 68, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_assign_submission`.`id`, `probate_l1_3`.`id` from `mdl_assign_submission` join `mdl_assign` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_assign_submission`.`assignment` join `mdl_course_modules` as `probate_l1_2` on `probate_l1_2`.`instance` = `probate_l1_1`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_2`.`module`) = 'assign' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_3` on `probate_l1_3`.`instanceid` = `probate_l1_2`.`id` and `probate_l1_3`.`contextlevel` = 70 where `mdl_assign_submission`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 51)) and `mdl_files`.`component` = 'assignsubmission_file' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'submission_files' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -68, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_assign.submissions: whose bytes may go (components/assignment.yaml:16)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 69, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 68) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -69, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_data.comments_received: by what mdl_comments.itemid is found (components/activities.yaml:268, components/activities.yaml:256)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 70, `mdl_data_records`.`id`
from `mdl_data_records`
where `mdl_data_records`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -70, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_data.entries: which rows of mdl_data_content (components/activities.yaml:261)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 71, `mdl_data_content`.`id`
from `mdl_data_content`
where `mdl_data_content`.`recordid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 70)
union all select `run`, -71, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_data.entries: which rows of mdl_files (components/activities.yaml:263)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 72, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_data_content`.`id`, `probate_l1_4`.`id` from `mdl_data_content` join `mdl_data_records` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_data_content`.`recordid` join `mdl_data` as `probate_l1_2` on `probate_l1_2`.`id` = `probate_l1_1`.`dataid` join `mdl_course_modules` as `probate_l1_3` on `probate_l1_3`.`instance` = `probate_l1_2`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_3`.`module`) = 'data' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_4` on `probate_l1_4`.`instanceid` = `probate_l1_3`.`id` and `probate_l1_4`.`contextlevel` = 70 where `mdl_data_content`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 71)) and `mdl_files`.`component` = 'mod_data' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'content' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -72, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_data.entries: whose bytes may go (components/activities.yaml:263)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 73, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 72) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -73, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_feedback.completed: which rows of mdl_feedback_completed (components/activities.yaml:62)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 74, `mdl_feedback_completed`.`id`
from `mdl_feedback_completed`
where `mdl_feedback_completed`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -74, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_feedback.unfinished: which rows of mdl_feedback_completedtmp (components/activities.yaml:73)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 75, `mdl_feedback_completedtmp`.`id`
from `mdl_feedback_completedtmp`
where `mdl_feedback_completedtmp`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -75, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_forum.posts: which rows of mdl_forum_posts (components/forum.yaml:18, components/forum.yaml:13)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 76, `mdl_forum_posts`.`id`
from `mdl_forum_posts`
where `mdl_forum_posts`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -76, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_forum.posts: which rows of mdl_files (components/forum.yaml:18)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 77, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_forum_posts`.`id`, `probate_l1_4`.`id` from `mdl_forum_posts` join `mdl_forum_discussions` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_forum_posts`.`discussion` join `mdl_forum` as `probate_l1_2` on `probate_l1_2`.`id` = `probate_l1_1`.`forum` join `mdl_course_modules` as `probate_l1_3` on `probate_l1_3`.`instance` = `probate_l1_2`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_3`.`module`) = 'forum' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_4` on `probate_l1_4`.`instanceid` = `probate_l1_3`.`id` and `probate_l1_4`.`contextlevel` = 70 where `mdl_forum_posts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 76)) and `mdl_files`.`component` = 'mod_forum' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'post' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -77, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_forum.posts: whose bytes may go (components/forum.yaml:18)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 78, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 77) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -78, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_forum.posts: which rows of mdl_files (components/forum.yaml:17)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 79, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_forum_posts`.`id`, `probate_l1_4`.`id` from `mdl_forum_posts` join `mdl_forum_discussions` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_forum_posts`.`discussion` join `mdl_forum` as `probate_l1_2` on `probate_l1_2`.`id` = `probate_l1_1`.`forum` join `mdl_course_modules` as `probate_l1_3` on `probate_l1_3`.`instance` = `probate_l1_2`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_3`.`module`) = 'forum' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_4` on `probate_l1_4`.`instanceid` = `probate_l1_3`.`id` and `probate_l1_4`.`contextlevel` = 70 where `mdl_forum_posts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 76)) and `mdl_files`.`component` = 'mod_forum' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'attachment' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -79, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_forum.posts: whose bytes may go (components/forum.yaml:17)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 80, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 79) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -80, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_glossary.comments_received: by what mdl_comments.itemid is found (components/activities.yaml:153, components/activities.yaml:148, components/activities.yaml:140)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 81, `mdl_glossary_entries`.`id`
from `mdl_glossary_entries`
where `mdl_glossary_entries`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -81, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_glossary.entries: which rows of mdl_files (components/activities.yaml:148)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 82, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_glossary_entries`.`id`, `probate_l1_3`.`id` from `mdl_glossary_entries` join `mdl_glossary` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_glossary_entries`.`glossaryid` join `mdl_course_modules` as `probate_l1_2` on `probate_l1_2`.`instance` = `probate_l1_1`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_2`.`module`) = 'glossary' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_3` on `probate_l1_3`.`instanceid` = `probate_l1_2`.`id` and `probate_l1_3`.`contextlevel` = 70 where `mdl_glossary_entries`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 81)) and `mdl_files`.`component` = 'mod_glossary' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'entry' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -82, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_glossary.entries: whose bytes may go (components/activities.yaml:148)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 83, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 82) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -83, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_glossary.entries: which rows of mdl_files (components/activities.yaml:144)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 84, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_glossary_entries`.`id`, `probate_l1_3`.`id` from `mdl_glossary_entries` join `mdl_glossary` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_glossary_entries`.`glossaryid` join `mdl_course_modules` as `probate_l1_2` on `probate_l1_2`.`instance` = `probate_l1_1`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_2`.`module`) = 'glossary' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_3` on `probate_l1_3`.`instanceid` = `probate_l1_2`.`id` and `probate_l1_3`.`contextlevel` = 70 where `mdl_glossary_entries`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 81)) and `mdl_files`.`component` = 'mod_glossary' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'attachment' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -84, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_glossary.entries: whose bytes may go (components/activities.yaml:144)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 85, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 84) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -85, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_h5pactivity.attempts: which rows of mdl_h5pactivity_attempts (components/activities.yaml:281)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 86, `mdl_h5pactivity_attempts`.`id`
from `mdl_h5pactivity_attempts`
where `mdl_h5pactivity_attempts`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -86, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_lesson.attempts: which rows of mdl_lesson_attempts (components/activities.yaml:12)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 87, `mdl_lesson_attempts`.`id`
from `mdl_lesson_attempts`
where `mdl_lesson_attempts`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -87, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_lesson.attempts: which rows of mdl_files (components/activities.yaml:17)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 88, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_lesson_attempts`.`id`, `probate_l1_3`.`id` from `mdl_lesson_attempts` join `mdl_lesson` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_lesson_attempts`.`lessonid` join `mdl_course_modules` as `probate_l1_2` on `probate_l1_2`.`instance` = `probate_l1_1`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_2`.`module`) = 'lesson' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_3` on `probate_l1_3`.`instanceid` = `probate_l1_2`.`id` and `probate_l1_3`.`contextlevel` = 70 where `mdl_lesson_attempts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 87)) and `mdl_files`.`component` = 'mod_lesson' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'essay_responses' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -88, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_lesson.attempts: whose bytes may go (components/activities.yaml:17)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 89, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 88) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -89, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_quiz.attempts: which rows of mdl_quiz_attempts (components/quiz.yaml:12)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 90, `mdl_quiz_attempts`.`id`
from `mdl_quiz_attempts`
where `mdl_quiz_attempts`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -90, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_quiz.attempts: which rows of mdl_question_usages (components/quiz.yaml:18)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 91, `mdl_question_usages`.`id`
from `mdl_question_usages`
where `mdl_question_usages`.`id` in (select `mdl_quiz_attempts`.`uniqueid` from `mdl_quiz_attempts` where `mdl_quiz_attempts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 90))
union all select `run`, -91, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_quiz.attempts: which rows of mdl_question_attempts (components/quiz.yaml:21)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 92, `mdl_question_attempts`.`id`
from `mdl_question_attempts`
where `mdl_question_attempts`.`questionusageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 91)
union all select `run`, -92, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_quiz.attempts: which rows of mdl_question_attempt_steps (components/quiz.yaml:24)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 93, `mdl_question_attempt_steps`.`id`
from `mdl_question_attempt_steps`
where `mdl_question_attempt_steps`.`questionattemptid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 92)
union all select `run`, -93, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_quiz.attempts: which rows of mdl_files (components/quiz.yaml:26)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 94, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_question_attempt_steps`.`id`, `probate_l1_6`.`id` from `mdl_question_attempt_steps` join `mdl_question_attempts` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_question_attempt_steps`.`questionattemptid` join `mdl_question_usages` as `probate_l1_2` on `probate_l1_2`.`id` = `probate_l1_1`.`questionusageid` join `mdl_quiz_attempts` as `probate_l1_3` on `probate_l1_3`.`uniqueid` = `probate_l1_2`.`id` join `mdl_quiz` as `probate_l1_4` on `probate_l1_4`.`id` = `probate_l1_3`.`quiz` join `mdl_course_modules` as `probate_l1_5` on `probate_l1_5`.`instance` = `probate_l1_4`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_5`.`module`) = 'quiz' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_6` on `probate_l1_6`.`instanceid` = `probate_l1_5`.`id` and `probate_l1_6`.`contextlevel` = 70 where `mdl_question_attempt_steps`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 93)) and `mdl_files`.`component` = 'question' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'response_attachments' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -94, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_quiz.attempts: whose bytes may go (components/quiz.yaml:26)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 95, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 94) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -95, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_wiki.own: which rows of mdl_wiki_subwikis (components/activities.yaml:166)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 96, `mdl_wiki_subwikis`.`id`
from `mdl_wiki_subwikis`
where `mdl_wiki_subwikis`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -96, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_wiki.own: which rows of mdl_files (components/activities.yaml:170)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 97, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_wiki_subwikis`.`id`, `probate_l1_3`.`id` from `mdl_wiki_subwikis` join `mdl_wiki` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_wiki_subwikis`.`wikiid` join `mdl_course_modules` as `probate_l1_2` on `probate_l1_2`.`instance` = `probate_l1_1`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_2`.`module`) = 'wiki' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_3` on `probate_l1_3`.`instanceid` = `probate_l1_2`.`id` and `probate_l1_3`.`contextlevel` = 70 where `mdl_wiki_subwikis`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 96)) and `mdl_files`.`component` = 'mod_wiki' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'attachments' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -97, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_wiki.own: whose bytes may go (components/activities.yaml:170)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 98, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 97) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -98, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_wiki.own: which rows of mdl_wiki_pages (components/activities.yaml:172)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 99, `mdl_wiki_pages`.`id`
from `mdl_wiki_pages`
where `mdl_wiki_pages`.`subwikiid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 96)
union all select `run`, -99, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_workshop.assessments: which rows of mdl_workshop_assessments (components/activities.yaml:226, components/activities.yaml:221)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 100, `mdl_workshop_assessments`.`id`
from `mdl_workshop_assessments`
where `mdl_workshop_assessments`.`reviewerid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -100, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_workshop.submissions: which rows of mdl_workshop_submissions (components/activities.yaml:214, components/activities.yaml:204)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 101, `mdl_workshop_submissions`.`id`
from `mdl_workshop_submissions`
where `mdl_workshop_submissions`.`authorid` in (select `subject` from `probate_batch` where `run` = @probate_run)
union all select `run`, -101, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_workshop.submissions: which rows of mdl_files (components/activities.yaml:214)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 102, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_workshop_submissions`.`id`, `probate_l1_3`.`id` from `mdl_workshop_submissions` join `mdl_workshop` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_workshop_submissions`.`workshopid` join `mdl_course_modules` as `probate_l1_2` on `probate_l1_2`.`instance` = `probate_l1_1`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_2`.`module`) = 'workshop' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_3` on `probate_l1_3`.`instanceid` = `probate_l1_2`.`id` and `probate_l1_3`.`contextlevel` = 70 where `mdl_workshop_submissions`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 101)) and `mdl_files`.`component` = 'mod_workshop' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'submission_content' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -102, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_workshop.submissions: whose bytes may go (components/activities.yaml:214)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 103, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 102) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -103, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_workshop.submissions: which rows of mdl_files (components/activities.yaml:208)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 104, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_workshop_submissions`.`id`, `probate_l1_3`.`id` from `mdl_workshop_submissions` join `mdl_workshop` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_workshop_submissions`.`workshopid` join `mdl_course_modules` as `probate_l1_2` on `probate_l1_2`.`instance` = `probate_l1_1`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_2`.`module`) = 'workshop' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_3` on `probate_l1_3`.`instanceid` = `probate_l1_2`.`id` and `probate_l1_3`.`contextlevel` = 70 where `mdl_workshop_submissions`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 101)) and `mdl_files`.`component` = 'mod_workshop' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'submission_attachment' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -104, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_workshop.submissions: whose bytes may go (components/activities.yaml:208)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 105, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 104) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -105, 'captured' from `probate_run` where `run` = @probate_run;

-- decide: mod_workshop.submissions: which rows of mdl_workshop_assessments (components/activities.yaml:210)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 106, `mdl_workshop_assessments`.`id`
from `mdl_workshop_assessments`
where `mdl_workshop_assessments`.`submissionid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 101)
union all select `run`, -106, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_workshop.submissions: which rows of mdl_files (components/activities.yaml:212)
insert into `probate_key` (`run`, `capture`, `k`)
select @probate_run, 107, `mdl_files`.`id`
from `mdl_files`
where (`mdl_files`.`itemid`, `mdl_files`.`contextid`) in (select `mdl_workshop_assessments`.`id`, `probate_l1_4`.`id` from `mdl_workshop_assessments` join `mdl_workshop_submissions` as `probate_l1_1` on `probate_l1_1`.`id` = `mdl_workshop_assessments`.`submissionid` join `mdl_workshop` as `probate_l1_2` on `probate_l1_2`.`id` = `probate_l1_1`.`workshopid` join `mdl_course_modules` as `probate_l1_3` on `probate_l1_3`.`instance` = `probate_l1_2`.`id` and (select `probate_1`.`name` from `mdl_modules` as `probate_1` where `probate_1`.`id` = `probate_l1_3`.`module`) = 'workshop' collate utf8mb4_nopad_bin join `mdl_context` as `probate_l1_4` on `probate_l1_4`.`instanceid` = `probate_l1_3`.`id` and `probate_l1_4`.`contextlevel` = 70 where `mdl_workshop_assessments`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 106)) and `mdl_files`.`component` = 'mod_workshop' collate utf8mb4_nopad_bin and `mdl_files`.`filearea` = 'overallfeedback_attachment' collate utf8mb4_nopad_bin and `mdl_files`.`filename` <> '.' collate utf8mb4_nopad_bin
union all select `run`, -107, 0 from `probate_run` where `run` = @probate_run;

-- decide: mod_workshop.submissions: whose bytes may go (components/activities.yaml:212)
insert into `probate_text_key` (`run`, `capture`, `k`)
select distinct @probate_run, 108, convert(`mdl_files`.`contenthash` using utf8mb4) collate utf8mb4_nopad_bin
from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 107) and not (`mdl_files`.`contenthash` is null)
union all select `run`, -108, 'captured' from `probate_run` where `run` = @probate_run;

-- outbox: notices `purge-done`, before what they name is gone
insert into `probate_outbox` (`run`, `kind`, `body`, `created`)
select @probate_run, 'notice', case when replace(convert(cast(lower(convert(cast(convert(`mdl_user`.`lang` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin, '_', '-') = 'ar' or left(convert(replace(convert(cast(lower(convert(cast(convert(`mdl_user`.`lang` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin, '_', '-') using utf8mb4), 3) = 'ar-' collate utf8mb4_nopad_bin then concat('{"notice":"purge-done","to":"subject","locale":"ar","request":', cast(`probate_asked`.`request` as char), ',"subject":', cast(`probate_asked`.`subject` as char), ',"named":{"email":', json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, concat('},"title":"حُذفت بياناتك","body":"نفّذنا «حساب محذوف دون نقل إلى حساب آخر»: حُذفت بيانات عنك في الحرم الجامعي.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nتُرسل هذه الرسالة إلى '), substr(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, 2, char_length(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin) - 2), concat('، العنوان الذي كان لدينا. للأسئلة: privacy@example.edu.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nExample University', char(0x5C using utf8mb4), 'n"}')) when replace(convert(cast(lower(convert(cast(convert(`mdl_user`.`lang` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin, '_', '-') = 'de' or left(convert(replace(convert(cast(lower(convert(cast(convert(`mdl_user`.`lang` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin, '_', '-') using utf8mb4), 3) = 'de-' collate utf8mb4_nopad_bin then concat('{"notice":"purge-done","to":"subject","locale":"de","request":', cast(`probate_asked`.`request` as char), ',"subject":', cast(`probate_asked`.`subject` as char), ',"named":{"email":', json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, concat('},"title":"Ihre Daten sind gelöscht","body":"Wir haben „Gelöschtes Konto, ohne Übergabe“ ausgeführt: Daten über Sie in Campus sind gelöscht.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nDiese Nachricht geht an '), substr(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, 2, char_length(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin) - 2), concat(', die Adresse, die wir hatten. Fragen: privacy@example.edu.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nExample University', char(0x5C using utf8mb4), 'n"}')) else concat('{"notice":"purge-done","to":"subject","locale":"en","request":', cast(`probate_asked`.`request` as char), ',"subject":', cast(`probate_asked`.`subject` as char), ',"named":{"email":', json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, concat('},"title":"Your data is deleted","body":"We have carried out “Deleted account, nothing handed over”: data about you in Campus is deleted.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nThis message goes to '), substr(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin, 2, char_length(json_quote(coalesce(convert(cast(`mdl_user`.`email` as char) using utf8mb4) collate utf8mb4_nopad_bin, '')) collate utf8mb4_nopad_bin) - 2), concat(', the address that we had. Questions: privacy@example.edu.', char(0x5C using utf8mb4), 'n', char(0x5C using utf8mb4), 'nExample University', char(0x5C using utf8mb4), 'n"}')) end, unix_timestamp()
from (select `request`, `subject` from `probate_batch` where `run` = @probate_run and not (`request` in (select `request` from `probate_batch` where `run` = @probate_run and `subject` in (select `subject` from `probate_identifier` where `run` = @probate_run and `shared` = 1)))) as `probate_asked`
join `mdl_user` as `mdl_user` on `probate_asked`.`subject` = `mdl_user`.`id`;

-- 1. core_files.names: overwrite mdl_files (components/records.yaml:113)
update `mdl_files` join (select 1) as `probate_one`
set `mdl_files`.`userid` = null, `mdl_files`.`author` = null
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 23);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 1, 'core_files.names', 'overwrite', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 2. core_badges.issued: delete mdl_files (components/learning.yaml:85)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 6);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 2, 'core_badges.issued', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 3. core_calendar.events: delete mdl_files (components/community.yaml:18)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 11);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 3, 'core_calendar.events', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 4. core_calendar.subscriptions: delete mdl_files (components/community.yaml:18)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 16);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 4, 'core_calendar.subscriptions', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 5. core_competency.evidence: delete mdl_files (components/learning.yaml:159)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 19);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 5, 'core_competency.evidence', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 6. core_user.description: delete mdl_files (components/account.yaml:63)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 39);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 6, 'core_user.description', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 7. core_user.draft_files: delete mdl_files (components/account.yaml:126)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 42);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 7, 'core_user.draft_files', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 8. core_user.picture: delete mdl_files (components/account.yaml:69)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 47);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 8, 'core_user.picture', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 9. core_user.private_files: delete mdl_files (components/account.yaml:120)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 49);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 9, 'core_user.private_files', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 10. mod_assign.grades: delete mdl_files (components/assignment.yaml:55)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 53);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 10, 'mod_assign.grades', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 11. mod_assign.grades: delete mdl_files (components/assignment.yaml:57)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 55);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 11, 'mod_assign.grades', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 12. mod_assign.grades: delete mdl_files (components/assignment.yaml:56)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 57);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 12, 'mod_assign.grades', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 13. mod_assign.grades: delete mdl_files (components/assignment.yaml:48)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 60);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 13, 'mod_assign.grades', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 14. mod_assign.grades: delete mdl_files (components/assignment.yaml:56)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 57);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 14, 'mod_assign.grades', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 15. mod_assign.grades: delete mdl_files (components/assignment.yaml:46)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 62);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 15, 'mod_assign.grades', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 16. mod_assign.grades: delete mdl_files (components/assignment.yaml:55)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 53);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 16, 'mod_assign.grades', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 17. mod_assign.grades: delete mdl_files (components/assignment.yaml:57)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 55);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 17, 'mod_assign.grades', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 18. mod_assign.submissions: delete mdl_files (components/assignment.yaml:20)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 66);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 18, 'mod_assign.submissions', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 19. mod_assign.submissions: delete mdl_files (components/assignment.yaml:16)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 68);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 19, 'mod_assign.submissions', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 20. mod_data.entries: delete mdl_files (components/activities.yaml:263)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 72);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 20, 'mod_data.entries', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 21. mod_forum.posts: delete mdl_files (components/forum.yaml:18)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 77);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 21, 'mod_forum.posts', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 22. mod_forum.posts: delete mdl_files (components/forum.yaml:17)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 79);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 22, 'mod_forum.posts', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 23. mod_glossary.entries: delete mdl_files (components/activities.yaml:148)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 82);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 23, 'mod_glossary.entries', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 24. mod_glossary.entries: delete mdl_files (components/activities.yaml:148)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 82);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 24, 'mod_glossary.entries', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 25. mod_glossary.entries: delete mdl_files (components/activities.yaml:144)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 84);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 25, 'mod_glossary.entries', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 26. mod_lesson.attempts: delete mdl_files (components/activities.yaml:17)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 88);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 26, 'mod_lesson.attempts', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 27. mod_quiz.attempts: delete mdl_files (components/quiz.yaml:26)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 94);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 27, 'mod_quiz.attempts', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 28. mod_wiki.own: delete mdl_files (components/activities.yaml:170)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 97);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 28, 'mod_wiki.own', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 29. mod_workshop.submissions: delete mdl_files (components/activities.yaml:214)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 102);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 29, 'mod_workshop.submissions', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 30. mod_workshop.submissions: delete mdl_files (components/activities.yaml:208)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 104);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 30, 'mod_workshop.submissions', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 31. mod_workshop.submissions: delete mdl_files (components/activities.yaml:214)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 102);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 31, 'mod_workshop.submissions', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 32. mod_workshop.submissions: delete mdl_files (components/activities.yaml:212)
delete `mdl_files` from `mdl_files`
where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 107);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 32, 'mod_workshop.submissions', 'delete', 'mdl_files', row_count() from `probate_run` where `run` = @probate_run;

-- 33. mod_quiz.attempts: delete mdl_question_attempt_step_data (components/quiz.yaml:27)
delete `mdl_question_attempt_step_data` from `mdl_question_attempt_step_data`
where `mdl_question_attempt_step_data`.`attemptstepid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 93);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 33, 'mod_quiz.attempts', 'delete', 'mdl_question_attempt_step_data', row_count() from `probate_run` where `run` = @probate_run;

-- 34. mod_quiz.marking: detach mdl_question_attempt_steps (components/quiz.yaml:33)
update `mdl_question_attempt_steps` join (select 1) as `probate_one`
set `mdl_question_attempt_steps`.`userid` = null
where `mdl_question_attempt_steps`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 34, 'mod_quiz.marking', 'detach', 'mdl_question_attempt_steps', row_count() from `probate_run` where `run` = @probate_run;

-- 35. mod_quiz.attempts: delete mdl_question_attempt_steps (components/quiz.yaml:24)
delete `mdl_question_attempt_steps` from `mdl_question_attempt_steps`
where `mdl_question_attempt_steps`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 93);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 35, 'mod_quiz.attempts', 'delete', 'mdl_question_attempt_steps', row_count() from `probate_run` where `run` = @probate_run;

-- 36. mod_quiz.attempts: delete mdl_question_attempts (components/quiz.yaml:21)
delete `mdl_question_attempts` from `mdl_question_attempts`
where `mdl_question_attempts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 92);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 36, 'mod_quiz.attempts', 'delete', 'mdl_question_attempts', row_count() from `probate_run` where `run` = @probate_run;

-- 37. mod_quiz.attempts: delete mdl_quiz_overview_regrades (components/quiz.yaml:28)
delete `mdl_quiz_overview_regrades` from `mdl_quiz_overview_regrades`
where `mdl_quiz_overview_regrades`.`questionusageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 91);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 37, 'mod_quiz.attempts', 'delete', 'mdl_quiz_overview_regrades', row_count() from `probate_run` where `run` = @probate_run;

-- 38. mod_wiki.locks: delete mdl_wiki_locks (components/activities.yaml:191)
delete `mdl_wiki_locks` from `mdl_wiki_locks`
where `mdl_wiki_locks`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 38, 'mod_wiki.locks', 'delete', 'mdl_wiki_locks', row_count() from `probate_run` where `run` = @probate_run;

-- 39. mod_wiki.own: delete mdl_wiki_locks (components/activities.yaml:176)
delete `mdl_wiki_locks` from `mdl_wiki_locks`
where `mdl_wiki_locks`.`pageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 99);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 39, 'mod_wiki.own', 'delete', 'mdl_wiki_locks', row_count() from `probate_run` where `run` = @probate_run;

-- 40. mod_wiki.own: delete mdl_wiki_synonyms (components/activities.yaml:177)
delete `mdl_wiki_synonyms` from `mdl_wiki_synonyms`
where `mdl_wiki_synonyms`.`pageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 99);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 40, 'mod_wiki.own', 'delete', 'mdl_wiki_synonyms', row_count() from `probate_run` where `run` = @probate_run;

-- 41. mod_wiki.shared: overwrite mdl_wiki_versions (components/activities.yaml:185)
update `mdl_wiki_versions` join (select 1) as `probate_one`
set `mdl_wiki_versions`.`content` = ''
where `mdl_wiki_versions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 41, 'mod_wiki.shared', 'overwrite', 'mdl_wiki_versions', row_count() from `probate_run` where `run` = @probate_run;

-- 42. mod_wiki.own: delete mdl_wiki_versions (components/activities.yaml:175)
delete `mdl_wiki_versions` from `mdl_wiki_versions`
where `mdl_wiki_versions`.`pageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 99);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 42, 'mod_wiki.own', 'delete', 'mdl_wiki_versions', row_count() from `probate_run` where `run` = @probate_run;

-- 43. mod_workshop.assessments: overwrite mdl_workshop_grades (components/activities.yaml:221)
update `mdl_workshop_grades` join (select 1) as `probate_one`
set `mdl_workshop_grades`.`peercomment` = null
where `mdl_workshop_grades`.`assessmentid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 100);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 43, 'mod_workshop.assessments', 'overwrite', 'mdl_workshop_grades', row_count() from `probate_run` where `run` = @probate_run;

-- 44. mod_workshop.submissions: delete mdl_workshop_grades (components/activities.yaml:213)
delete `mdl_workshop_grades` from `mdl_workshop_grades`
where `mdl_workshop_grades`.`assessmentid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 106);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 44, 'mod_workshop.submissions', 'delete', 'mdl_workshop_grades', row_count() from `probate_run` where `run` = @probate_run;

-- 45. mod_assign.grades: delete mdl_assignfeedback_comments (components/assignment.yaml:48)
delete `mdl_assignfeedback_comments` from `mdl_assignfeedback_comments`
where `mdl_assignfeedback_comments`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 59);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 45, 'mod_assign.grades', 'delete', 'mdl_assignfeedback_comments', row_count() from `probate_run` where `run` = @probate_run;

-- 46. mod_assign.grades: delete mdl_assignfeedback_editpdf_annot (components/assignment.yaml:51)
delete `mdl_assignfeedback_editpdf_annot` from `mdl_assignfeedback_editpdf_annot`
where `mdl_assignfeedback_editpdf_annot`.`gradeid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 46, 'mod_assign.grades', 'delete', 'mdl_assignfeedback_editpdf_annot', row_count() from `probate_run` where `run` = @probate_run;

-- 47. mod_assign.grades: delete mdl_assignfeedback_editpdf_cmnt (components/assignment.yaml:50)
delete `mdl_assignfeedback_editpdf_cmnt` from `mdl_assignfeedback_editpdf_cmnt`
where `mdl_assignfeedback_editpdf_cmnt`.`gradeid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 47, 'mod_assign.grades', 'delete', 'mdl_assignfeedback_editpdf_cmnt', row_count() from `probate_run` where `run` = @probate_run;

-- 48. mod_assign.grades: delete mdl_assignfeedback_editpdf_rot (components/assignment.yaml:52)
delete `mdl_assignfeedback_editpdf_rot` from `mdl_assignfeedback_editpdf_rot`
where `mdl_assignfeedback_editpdf_rot`.`gradeid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 48, 'mod_assign.grades', 'delete', 'mdl_assignfeedback_editpdf_rot', row_count() from `probate_run` where `run` = @probate_run;

-- 49. mod_assign.grades: delete mdl_assignfeedback_file (components/assignment.yaml:49)
delete `mdl_assignfeedback_file` from `mdl_assignfeedback_file`
where `mdl_assignfeedback_file`.`grade` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 49, 'mod_assign.grades', 'delete', 'mdl_assignfeedback_file', row_count() from `probate_run` where `run` = @probate_run;

-- 50. core_user.idnumber: overwrite mdl_assignfeedback_historic (components/account.yaml:40)
update `mdl_assignfeedback_historic` join (select 1) as `probate_one`
set `mdl_assignfeedback_historic`.`useridnumber` = null
where `mdl_assignfeedback_historic`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 44);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 50, 'core_user.idnumber', 'overwrite', 'mdl_assignfeedback_historic', row_count() from `probate_run` where `run` = @probate_run;

-- 51. mod_assign.grades: delete mdl_assignfeedback_historic (components/assignment.yaml:53)
delete `mdl_assignfeedback_historic` from `mdl_assignfeedback_historic`
where `mdl_assignfeedback_historic`.`grade` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 51, 'mod_assign.grades', 'delete', 'mdl_assignfeedback_historic', row_count() from `probate_run` where `run` = @probate_run;

-- 52. mod_assign.submissions: delete mdl_assignsubmission_file (components/assignment.yaml:21)
delete `mdl_assignsubmission_file` from `mdl_assignsubmission_file`
where `mdl_assignsubmission_file`.`submission` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 51);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 52, 'mod_assign.submissions', 'delete', 'mdl_assignsubmission_file', row_count() from `probate_run` where `run` = @probate_run;

-- 53. mod_assign.submissions: delete mdl_assignsubmission_onlinetext (components/assignment.yaml:18)
delete `mdl_assignsubmission_onlinetext` from `mdl_assignsubmission_onlinetext`
where `mdl_assignsubmission_onlinetext`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 65);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 53, 'mod_assign.submissions', 'delete', 'mdl_assignsubmission_onlinetext', row_count() from `probate_run` where `run` = @probate_run;

-- 54. core_badges.backpacks: delete mdl_badge_external (components/learning.yaml:101)
delete `mdl_badge_external` from `mdl_badge_external`
where `mdl_badge_external`.`backpackid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 2);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 54, 'core_badges.backpacks', 'delete', 'mdl_badge_external', row_count() from `probate_run` where `run` = @probate_run;

-- 55. core_profile.dashboard: delete mdl_block_positions (components/profile.yaml:31)
delete `mdl_block_positions` from `mdl_block_positions`
where `mdl_block_positions`.`blockinstanceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 37);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 55, 'core_profile.dashboard', 'delete', 'mdl_block_positions', row_count() from `probate_run` where `run` = @probate_run;

-- 56. core_blog.entries: delete mdl_blog_association (components/community.yaml:87)
delete `mdl_blog_association` from `mdl_blog_association`
where `mdl_blog_association`.`blogid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 9);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 56, 'core_blog.entries', 'delete', 'mdl_blog_association', row_count() from `probate_run` where `run` = @probate_run;

-- 57. core_notes.about: delete mdl_blog_association (components/community.yaml:87)
delete `mdl_blog_association` from `mdl_blog_association`
where `mdl_blog_association`.`blogid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 31);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 57, 'core_notes.about', 'delete', 'mdl_blog_association', row_count() from `probate_run` where `run` = @probate_run;

-- 58. core_notes.about_personal: delete mdl_blog_association (components/community.yaml:87)
delete `mdl_blog_association` from `mdl_blog_association`
where `mdl_blog_association`.`blogid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 33);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 58, 'core_notes.about_personal', 'delete', 'mdl_blog_association', row_count() from `probate_run` where `run` = @probate_run;

-- 59. core_competency.ratings: detach mdl_competency_evidence (components/learning.yaml:137)
update `mdl_competency_evidence` join (select 1) as `probate_one`
set `mdl_competency_evidence`.`actionuserid` = null
where `mdl_competency_evidence`.`actionuserid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 59, 'core_competency.ratings', 'detach', 'mdl_competency_evidence', row_count() from `probate_run` where `run` = @probate_run;

-- 60. core_competency.ratings: delete mdl_competency_evidence (components/learning.yaml:134)
delete `mdl_competency_evidence` from `mdl_competency_evidence`
where `mdl_competency_evidence`.`usercompetencyid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 22);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 60, 'core_competency.ratings', 'delete', 'mdl_competency_evidence', row_count() from `probate_run` where `run` = @probate_run;

-- 61. core_competency.plans: delete mdl_competency_plancomp (components/learning.yaml:148)
delete `mdl_competency_plancomp` from `mdl_competency_plancomp`
where `mdl_competency_plancomp`.`planid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 21);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 61, 'core_competency.plans', 'delete', 'mdl_competency_plancomp', row_count() from `probate_run` where `run` = @probate_run;

-- 62. core_competency.evidence: delete mdl_competency_userevidencecomp (components/learning.yaml:160)
delete `mdl_competency_userevidencecomp` from `mdl_competency_userevidencecomp`
where `mdl_competency_userevidencecomp`.`userevidenceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 18);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 62, 'core_competency.evidence', 'delete', 'mdl_competency_userevidencecomp', row_count() from `probate_run` where `run` = @probate_run;

-- 63. mod_data.entries: delete mdl_data_content (components/activities.yaml:261)
delete `mdl_data_content` from `mdl_data_content`
where `mdl_data_content`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 71);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 63, 'mod_data.entries', 'delete', 'mdl_data_content', row_count() from `probate_run` where `run` = @probate_run;

-- 64. core_calendar.shared_events: detach mdl_event (components/community.yaml:23)
update `mdl_event` join (select 1) as `probate_one`
set `mdl_event`.`userid` = 0
where `mdl_event`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and ((`mdl_event`.`courseid` <> 0 or `mdl_event`.`groupid` <> 0) or `mdl_event`.`categoryid` <> 0);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 64, 'core_calendar.shared_events', 'detach', 'mdl_event', row_count() from `probate_run` where `run` = @probate_run;

-- 65. core_calendar.events: delete mdl_event (components/community.yaml:12)
delete `mdl_event` from `mdl_event`
where `mdl_event`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 10);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 65, 'core_calendar.events', 'delete', 'mdl_event', row_count() from `probate_run` where `run` = @probate_run;

-- 66. core_calendar.subscriptions: delete mdl_event (components/community.yaml:35)
delete `mdl_event` from `mdl_event`
where `mdl_event`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 14);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 66, 'core_calendar.subscriptions', 'delete', 'mdl_event', row_count() from `probate_run` where `run` = @probate_run;

-- 67. mod_feedback.completed: delete mdl_feedback_value (components/activities.yaml:66)
delete `mdl_feedback_value` from `mdl_feedback_value`
where `mdl_feedback_value`.`completed` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 74);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 67, 'mod_feedback.completed', 'delete', 'mdl_feedback_value', row_count() from `probate_run` where `run` = @probate_run;

-- 68. mod_feedback.unfinished: delete mdl_feedback_valuetmp (components/activities.yaml:77)
delete `mdl_feedback_valuetmp` from `mdl_feedback_valuetmp`
where `mdl_feedback_valuetmp`.`completed` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 75);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 68, 'mod_feedback.unfinished', 'delete', 'mdl_feedback_valuetmp', row_count() from `probate_run` where `run` = @probate_run;

-- 69. mod_glossary.entries: delete mdl_glossary_alias (components/activities.yaml:146)
delete `mdl_glossary_alias` from `mdl_glossary_alias`
where `mdl_glossary_alias`.`entryid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 81);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 69, 'mod_glossary.entries', 'delete', 'mdl_glossary_alias', row_count() from `probate_run` where `run` = @probate_run;

-- 70. mod_glossary.entries: delete mdl_glossary_entries_categories (components/activities.yaml:147)
delete `mdl_glossary_entries_categories` from `mdl_glossary_entries_categories`
where `mdl_glossary_entries_categories`.`entryid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 81);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 70, 'mod_glossary.entries', 'delete', 'mdl_glossary_entries_categories', row_count() from `probate_run` where `run` = @probate_run;

-- 71. mod_assign.rubrics: delete mdl_gradingform_guide_fillings (components/assignment.yaml:92)
delete `mdl_gradingform_guide_fillings` from `mdl_gradingform_guide_fillings`
where `mdl_gradingform_guide_fillings`.`instanceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 64);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 71, 'mod_assign.rubrics', 'delete', 'mdl_gradingform_guide_fillings', row_count() from `probate_run` where `run` = @probate_run;

-- 72. mod_assign.rubrics: delete mdl_gradingform_rubric_fillings (components/assignment.yaml:91)
delete `mdl_gradingform_rubric_fillings` from `mdl_gradingform_rubric_fillings`
where `mdl_gradingform_rubric_fillings`.`instanceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 64);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 72, 'mod_assign.rubrics', 'delete', 'mdl_gradingform_rubric_fillings', row_count() from `probate_run` where `run` = @probate_run;

-- 73. mod_h5pactivity.attempts: delete mdl_h5pactivity_attempts_results (components/activities.yaml:285)
delete `mdl_h5pactivity_attempts_results` from `mdl_h5pactivity_attempts_results`
where `mdl_h5pactivity_attempts_results`.`attemptid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 86);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 73, 'mod_h5pactivity.attempts', 'delete', 'mdl_h5pactivity_attempts_results', row_count() from `probate_run` where `run` = @probate_run;

-- 74. core_user.devices: delete mdl_message_airnotifier_devices (components/account.yaml:114)
delete `mdl_message_airnotifier_devices` from `mdl_message_airnotifier_devices`
where `mdl_message_airnotifier_devices`.`userdeviceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 41);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 74, 'core_user.devices', 'delete', 'mdl_message_airnotifier_devices', row_count() from `probate_run` where `run` = @probate_run;

-- 75. core_message.reading: delete mdl_message_email_messages (components/messaging.yaml:30)
delete `mdl_message_email_messages` from `mdl_message_email_messages`
where `mdl_message_email_messages`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 75, 'core_message.reading', 'delete', 'mdl_message_email_messages', row_count() from `probate_run` where `run` = @probate_run;

-- 76. core_message.sent: delete mdl_message_email_messages (components/messaging.yaml:15)
delete `mdl_message_email_messages` from `mdl_message_email_messages`
where `mdl_message_email_messages`.`messageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 29);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 76, 'core_message.sent', 'delete', 'mdl_message_email_messages', row_count() from `probate_run` where `run` = @probate_run;

-- 77. core_notification.received: delete mdl_message_popup_notifications (components/messaging.yaml:80)
delete `mdl_message_popup_notifications` from `mdl_message_popup_notifications`
where `mdl_message_popup_notifications`.`notificationid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 36);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 77, 'core_notification.received', 'delete', 'mdl_message_popup_notifications', row_count() from `probate_run` where `run` = @probate_run;

-- 78. core_message.reading: delete mdl_message_user_actions (components/messaging.yaml:29)
delete `mdl_message_user_actions` from `mdl_message_user_actions`
where `mdl_message_user_actions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 78, 'core_message.reading', 'delete', 'mdl_message_user_actions', row_count() from `probate_run` where `run` = @probate_run;

-- 79. core_message.sent: delete mdl_message_user_actions (components/messaging.yaml:15)
delete `mdl_message_user_actions` from `mdl_message_user_actions`
where `mdl_message_user_actions`.`messageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 29);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 79, 'core_message.sent', 'delete', 'mdl_message_user_actions', row_count() from `probate_run` where `run` = @probate_run;

-- 80. mod_quiz.attempts: delete mdl_question_usages (components/quiz.yaml:18)
delete `mdl_question_usages` from `mdl_question_usages`
where `mdl_question_usages`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 91);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 80, 'mod_quiz.attempts', 'delete', 'mdl_question_usages', row_count() from `probate_run` where `run` = @probate_run;

-- 81. core_keys.repositories: delete mdl_repository_instance_config (components/account.yaml:202)
delete `mdl_repository_instance_config` from `mdl_repository_instance_config`
where `mdl_repository_instance_config`.`instanceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 24);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 81, 'core_keys.repositories', 'delete', 'mdl_repository_instance_config', row_count() from `probate_run` where `run` = @probate_run;

-- 82. mod_wiki.own: delete mdl_wiki_links (components/activities.yaml:178)
delete `mdl_wiki_links` from `mdl_wiki_links`
where `mdl_wiki_links`.`subwikiid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 96);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 82, 'mod_wiki.own', 'delete', 'mdl_wiki_links', row_count() from `probate_run` where `run` = @probate_run;

-- 83. mod_wiki.shared: overwrite mdl_wiki_pages (components/activities.yaml:186)
update `mdl_wiki_pages` join (select 1) as `probate_one`
set `mdl_wiki_pages`.`cachedcontent` = ''
where `mdl_wiki_pages`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 83, 'mod_wiki.shared', 'overwrite', 'mdl_wiki_pages', row_count() from `probate_run` where `run` = @probate_run;

-- 84. mod_wiki.own: delete mdl_wiki_pages (components/activities.yaml:172)
delete `mdl_wiki_pages` from `mdl_wiki_pages`
where `mdl_wiki_pages`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 99);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 84, 'mod_wiki.own', 'delete', 'mdl_wiki_pages', row_count() from `probate_run` where `run` = @probate_run;

-- 85. mod_workshop.assessments: overwrite mdl_workshop_assessments (components/activities.yaml:226)
update `mdl_workshop_assessments` join (select 1) as `probate_one`
set `mdl_workshop_assessments`.`reviewerid` = 0, `mdl_workshop_assessments`.`feedbackauthor` = null, `mdl_workshop_assessments`.`feedbackreviewer` = null
where `mdl_workshop_assessments`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 100);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 85, 'mod_workshop.assessments', 'overwrite', 'mdl_workshop_assessments', row_count() from `probate_run` where `run` = @probate_run;

-- 86. mod_workshop.marking: detach mdl_workshop_assessments (components/activities.yaml:243)
update `mdl_workshop_assessments` join (select 1) as `probate_one`
set `mdl_workshop_assessments`.`gradinggradeoverby` = null
where `mdl_workshop_assessments`.`gradinggradeoverby` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 86, 'mod_workshop.marking', 'detach', 'mdl_workshop_assessments', row_count() from `probate_run` where `run` = @probate_run;

-- 87. mod_workshop.submissions: delete mdl_workshop_assessments (components/activities.yaml:210)
delete `mdl_workshop_assessments` from `mdl_workshop_assessments`
where `mdl_workshop_assessments`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 106);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 87, 'mod_workshop.submissions', 'delete', 'mdl_workshop_assessments', row_count() from `probate_run` where `run` = @probate_run;

-- 88. core_log.predictions: delete mdl_analytics_prediction_actions (components/records.yaml:65)
delete `mdl_analytics_prediction_actions` from `mdl_analytics_prediction_actions`
where `mdl_analytics_prediction_actions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 88, 'core_log.predictions', 'delete', 'mdl_analytics_prediction_actions', row_count() from `probate_run` where `run` = @probate_run;

-- 89. mod_assign.grades: delete mdl_assign_grades (components/assignment.yaml:42)
delete `mdl_assign_grades` from `mdl_assign_grades`
where `mdl_assign_grades`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 89, 'mod_assign.grades', 'delete', 'mdl_assign_grades', row_count() from `probate_run` where `run` = @probate_run;

-- 90. mod_assign.overrides: delete mdl_assign_overrides (components/assignment.yaml:75)
delete `mdl_assign_overrides` from `mdl_assign_overrides`
where `mdl_assign_overrides`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 90, 'mod_assign.overrides', 'delete', 'mdl_assign_overrides', row_count() from `probate_run` where `run` = @probate_run;

-- 91. mod_assign.submissions: delete mdl_assign_submission (components/assignment.yaml:12)
delete `mdl_assign_submission` from `mdl_assign_submission`
where `mdl_assign_submission`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 51);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 91, 'mod_assign.submissions', 'delete', 'mdl_assign_submission', row_count() from `probate_run` where `run` = @probate_run;

-- 92. mod_assign.flags: delete mdl_assign_user_flags (components/assignment.yaml:69)
delete `mdl_assign_user_flags` from `mdl_assign_user_flags`
where `mdl_assign_user_flags`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 92, 'mod_assign.flags', 'delete', 'mdl_assign_user_flags', row_count() from `probate_run` where `run` = @probate_run;

-- 93. mod_assign.flags: delete mdl_assign_user_mapping (components/assignment.yaml:70)
delete `mdl_assign_user_mapping` from `mdl_assign_user_mapping`
where `mdl_assign_user_mapping`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 93, 'mod_assign.flags', 'delete', 'mdl_assign_user_mapping', row_count() from `probate_run` where `run` = @probate_run;

-- 94. mod_assign.quick_comments: delete mdl_assignfeedback_editpdf_quick (components/assignment.yaml:80)
delete `mdl_assignfeedback_editpdf_quick` from `mdl_assignfeedback_editpdf_quick`
where `mdl_assignfeedback_editpdf_quick`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 94, 'mod_assign.quick_comments', 'delete', 'mdl_assignfeedback_editpdf_quick', row_count() from `probate_run` where `run` = @probate_run;

-- 95. mod_assign.historic: delete mdl_assignfeedback_historic_data (components/assignment.yaml:62)
delete `mdl_assignfeedback_historic_data` from `mdl_assignfeedback_historic_data`
where `mdl_assignfeedback_historic_data`.`useridnumber` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = 'idnumber' and `shared` = 0);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 95, 'mod_assign.historic', 'delete', 'mdl_assignfeedback_historic_data', row_count() from `probate_run` where `run` = @probate_run;

-- 96. mod_assignment.submissions: detach mdl_assignment_submissions (components/assignment.yaml:105)
update `mdl_assignment_submissions` join (select 1) as `probate_one`
set `mdl_assignment_submissions`.`teacher` = 0
where `mdl_assignment_submissions`.`teacher` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 96, 'mod_assignment.submissions', 'detach', 'mdl_assignment_submissions', row_count() from `probate_run` where `run` = @probate_run;

-- 97. mod_assignment.submissions: delete mdl_assignment_submissions (components/assignment.yaml:104)
delete `mdl_assignment_submissions` from `mdl_assignment_submissions`
where `mdl_assignment_submissions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 97, 'mod_assignment.submissions', 'delete', 'mdl_assignment_submissions', row_count() from `probate_run` where `run` = @probate_run;

-- 98. mod_attendance.log: detach mdl_attendance_log (components/activities.yaml:320)
update `mdl_attendance_log` join (select 1) as `probate_one`
set `mdl_attendance_log`.`takenby` = 0
where `mdl_attendance_log`.`takenby` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 98, 'mod_attendance.log', 'detach', 'mdl_attendance_log', row_count() from `probate_run` where `run` = @probate_run;

-- 99. mod_attendance.log: delete mdl_attendance_log (components/activities.yaml:315)
delete `mdl_attendance_log` from `mdl_attendance_log`
where `mdl_attendance_log`.`studentid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 99, 'mod_attendance.log', 'delete', 'mdl_attendance_log', row_count() from `probate_run` where `run` = @probate_run;

-- 100. mod_attendance.sessions: detach mdl_attendance_sessions (components/activities.yaml:326)
update `mdl_attendance_sessions` join (select 1) as `probate_one`
set `mdl_attendance_sessions`.`lasttakenby` = 0
where `mdl_attendance_sessions`.`lasttakenby` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 100, 'mod_attendance.sessions', 'detach', 'mdl_attendance_sessions', row_count() from `probate_run` where `run` = @probate_run;

-- 101. mod_attendance.guests: delete mdl_attendance_tempusers (components/activities.yaml:331)
delete `mdl_attendance_tempusers` from `mdl_attendance_tempusers`
where convert(cast(lower(convert(cast(convert(`mdl_attendance_tempusers`.`email` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin in (select `value` from `probate_identifier` where `run` = @probate_run and `name` = 'email' and `shared` = 0);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 101, 'mod_attendance.guests', 'delete', 'mdl_attendance_tempusers', row_count() from `probate_run` where `run` = @probate_run;

-- 102. mod_attendance.warnings: delete mdl_attendance_warning_done (components/activities.yaml:336)
delete `mdl_attendance_warning_done` from `mdl_attendance_warning_done`
where `mdl_attendance_warning_done`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 102, 'mod_attendance.warnings', 'delete', 'mdl_attendance_warning_done', row_count() from `probate_run` where `run` = @probate_run;

-- 103. core_auth.linked_logins: delete mdl_auth_lti_linked_login (components/account.yaml:145)
delete `mdl_auth_lti_linked_login` from `mdl_auth_lti_linked_login`
where `mdl_auth_lti_linked_login`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 103, 'core_auth.linked_logins', 'delete', 'mdl_auth_lti_linked_login', row_count() from `probate_run` where `run` = @probate_run;

-- 104. core_auth.linked_logins: detach mdl_auth_oauth2_linked_login (components/account.yaml:144)
update `mdl_auth_oauth2_linked_login` join (select 1) as `probate_one`
set `mdl_auth_oauth2_linked_login`.`usermodified` = 0
where `mdl_auth_oauth2_linked_login`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 104, 'core_auth.linked_logins', 'detach', 'mdl_auth_oauth2_linked_login', row_count() from `probate_run` where `run` = @probate_run;

-- 105. core_auth.linked_logins: delete mdl_auth_oauth2_linked_login (components/account.yaml:143)
delete `mdl_auth_oauth2_linked_login` from `mdl_auth_oauth2_linked_login`
where `mdl_auth_oauth2_linked_login`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 105, 'core_auth.linked_logins', 'delete', 'mdl_auth_oauth2_linked_login', row_count() from `probate_run` where `run` = @probate_run;

-- 106. core_auth.openid: delete mdl_auth_oidc_prevlogin (components/account.yaml:159)
delete `mdl_auth_oidc_prevlogin` from `mdl_auth_oidc_prevlogin`
where `mdl_auth_oidc_prevlogin`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 106, 'core_auth.openid', 'delete', 'mdl_auth_oidc_prevlogin', row_count() from `probate_run` where `run` = @probate_run;

-- 107. core_auth.openid: overwrite mdl_auth_oidc_token (components/account.yaml:153)
update `mdl_auth_oidc_token` join (select 1) as `probate_one`
set `mdl_auth_oidc_token`.`oidcuniqid` = '', `mdl_auth_oidc_token`.`username` = '', `mdl_auth_oidc_token`.`oidcusername` = '', `mdl_auth_oidc_token`.`authcode` = '', `mdl_auth_oidc_token`.`token` = '', `mdl_auth_oidc_token`.`refreshtoken` = '', `mdl_auth_oidc_token`.`idtoken` = ''
where `mdl_auth_oidc_token`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 1);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 107, 'core_auth.openid', 'overwrite', 'mdl_auth_oidc_token', row_count() from `probate_run` where `run` = @probate_run;

-- 108. core_auth.openid: delete mdl_auth_oidc_token (components/account.yaml:151)
delete `mdl_auth_oidc_token` from `mdl_auth_oidc_token`
where `mdl_auth_oidc_token`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 108, 'core_auth.openid', 'delete', 'mdl_auth_oidc_token', row_count() from `probate_run` where `run` = @probate_run;

-- 109. core_log.administration: detach mdl_backup_controllers (components/records.yaml:55)
update `mdl_backup_controllers` join (select 1) as `probate_one`
set `mdl_backup_controllers`.`userid` = 0
where `mdl_backup_controllers`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 109, 'core_log.administration', 'detach', 'mdl_backup_controllers', row_count() from `probate_run` where `run` = @probate_run;

-- 110. core_badges.endorsements: overwrite mdl_badge (components/learning.yaml:114)
update `mdl_badge` join (select 1) as `probate_one`
set `mdl_badge`.`imageauthorname` = null, `mdl_badge`.`imageauthoremail` = null, `mdl_badge`.`imageauthorurl` = null
where `mdl_badge`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 3);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 110, 'core_badges.endorsements', 'overwrite', 'mdl_badge', row_count() from `probate_run` where `run` = @probate_run;

-- 111. core_badges.backpacks: delete mdl_badge_backpack (components/learning.yaml:97)
delete `mdl_badge_backpack` from `mdl_badge_backpack`
where `mdl_badge_backpack`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 2);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 111, 'core_badges.backpacks', 'delete', 'mdl_badge_backpack', row_count() from `probate_run` where `run` = @probate_run;

-- 112. core_badges.backpacks: delete mdl_badge_backpack_oauth2 (components/learning.yaml:102)
delete `mdl_badge_backpack_oauth2` from `mdl_badge_backpack_oauth2`
where `mdl_badge_backpack_oauth2`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 112, 'core_badges.backpacks', 'delete', 'mdl_badge_backpack_oauth2', row_count() from `probate_run` where `run` = @probate_run;

-- 113. core_badges.criteria: delete mdl_badge_criteria_met (components/learning.yaml:91)
delete `mdl_badge_criteria_met` from `mdl_badge_criteria_met`
where `mdl_badge_criteria_met`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 113, 'core_badges.criteria', 'delete', 'mdl_badge_criteria_met', row_count() from `probate_run` where `run` = @probate_run;

-- 114. core_badges.endorsements: overwrite mdl_badge_endorsement (components/learning.yaml:109)
update `mdl_badge_endorsement` join (select 1) as `probate_one`
set `mdl_badge_endorsement`.`issuername` = '', `mdl_badge_endorsement`.`issueremail` = '', `mdl_badge_endorsement`.`claimcomment` = null
where `mdl_badge_endorsement`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 4);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 114, 'core_badges.endorsements', 'overwrite', 'mdl_badge_endorsement', row_count() from `probate_run` where `run` = @probate_run;

-- 115. core_badges.issued: delete mdl_badge_issued (components/learning.yaml:79)
delete `mdl_badge_issued` from `mdl_badge_issued`
where `mdl_badge_issued`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 5);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 115, 'core_badges.issued', 'delete', 'mdl_badge_issued', row_count() from `probate_run` where `run` = @probate_run;

-- 116. core_badges.issued: delete mdl_badge_manual_award (components/learning.yaml:86)
delete `mdl_badge_manual_award` from `mdl_badge_manual_award`
where `mdl_badge_manual_award`.`recipientid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 116, 'core_badges.issued', 'delete', 'mdl_badge_manual_award', row_count() from `probate_run` where `run` = @probate_run;

-- 117. mod_bigbluebuttonbn.log: delete mdl_bigbluebuttonbn_logs (components/activities.yaml:348)
delete `mdl_bigbluebuttonbn_logs` from `mdl_bigbluebuttonbn_logs`
where `mdl_bigbluebuttonbn_logs`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 117, 'mod_bigbluebuttonbn.log', 'delete', 'mdl_bigbluebuttonbn_logs', row_count() from `probate_run` where `run` = @probate_run;

-- 118. mod_bigbluebuttonbn.recordings: detach mdl_bigbluebuttonbn_recordings (components/activities.yaml:354)
update `mdl_bigbluebuttonbn_recordings` join (select 1) as `probate_one`
set `mdl_bigbluebuttonbn_recordings`.`usermodified` = 0
where `mdl_bigbluebuttonbn_recordings`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 118, 'mod_bigbluebuttonbn.recordings', 'detach', 'mdl_bigbluebuttonbn_recordings', row_count() from `probate_run` where `run` = @probate_run;

-- 119. core_profile.dashboard: delete mdl_block_instances (components/profile.yaml:27)
delete `mdl_block_instances` from `mdl_block_instances`
where `mdl_block_instances`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 37);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 119, 'core_profile.dashboard', 'delete', 'mdl_block_instances', row_count() from `probate_run` where `run` = @probate_run;

-- 120. core_log.activity: delete mdl_block_recent_activity (components/records.yaml:39)
delete `mdl_block_recent_activity` from `mdl_block_recent_activity`
where `mdl_block_recent_activity`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 120, 'core_log.activity', 'delete', 'mdl_block_recent_activity', row_count() from `probate_run` where `run` = @probate_run;

-- 121. core_profile.recent_items: delete mdl_block_recentlyaccesseditems (components/profile.yaml:42)
delete `mdl_block_recentlyaccesseditems` from `mdl_block_recentlyaccesseditems`
where `mdl_block_recentlyaccesseditems`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 121, 'core_profile.recent_items', 'delete', 'mdl_block_recentlyaccesseditems', row_count() from `probate_run` where `run` = @probate_run;

-- 122. core_profile.feeds: delete mdl_block_rss_client (components/profile.yaml:57)
delete `mdl_block_rss_client` from `mdl_block_rss_client`
where `mdl_block_rss_client`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 122, 'core_profile.feeds', 'delete', 'mdl_block_rss_client', row_count() from `probate_run` where `run` = @probate_run;

-- 123. core_profile.todo: delete mdl_block_todo (components/profile.yaml:52)
delete `mdl_block_todo` from `mdl_block_todo`
where `mdl_block_todo`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 123, 'core_profile.todo', 'delete', 'mdl_block_todo', row_count() from `probate_run` where `run` = @probate_run;

-- 124. core_blog.external: delete mdl_blog_external (components/community.yaml:92)
delete `mdl_blog_external` from `mdl_blog_external`
where `mdl_blog_external`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 124, 'core_blog.external', 'delete', 'mdl_blog_external', row_count() from `probate_run` where `run` = @probate_run;

-- 125. core_log.cache: delete mdl_cache_flags (components/records.yaml:60)
delete `mdl_cache_flags` from `mdl_cache_flags`
where `mdl_cache_flags`.`name` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = '{key}' and `shared` = 0) and `mdl_cache_flags`.`flagtype` = 'accesslib/dirtyusers' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 125, 'core_log.cache', 'delete', 'mdl_cache_flags', row_count() from `probate_run` where `run` = @probate_run;

-- 126. mod_chat.messages: delete mdl_chat_messages (components/activities.yaml:109)
delete `mdl_chat_messages` from `mdl_chat_messages`
where `mdl_chat_messages`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 126, 'mod_chat.messages', 'delete', 'mdl_chat_messages', row_count() from `probate_run` where `run` = @probate_run;

-- 127. mod_chat.messages: delete mdl_chat_messages_current (components/activities.yaml:109)
delete `mdl_chat_messages_current` from `mdl_chat_messages_current`
where `mdl_chat_messages_current`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 127, 'mod_chat.messages', 'delete', 'mdl_chat_messages_current', row_count() from `probate_run` where `run` = @probate_run;

-- 128. mod_chat.sessions: delete mdl_chat_users (components/activities.yaml:115)
delete `mdl_chat_users` from `mdl_chat_users`
where `mdl_chat_users`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 128, 'mod_chat.sessions', 'delete', 'mdl_chat_users', row_count() from `probate_run` where `run` = @probate_run;

-- 129. mod_choice.answers: delete mdl_choice_answers (components/activities.yaml:127)
delete `mdl_choice_answers` from `mdl_choice_answers`
where `mdl_choice_answers`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 129, 'mod_choice.answers', 'delete', 'mdl_choice_answers', row_count() from `probate_run` where `run` = @probate_run;

-- 130. core_cohort.memberships: delete mdl_cohort_members (components/records.yaml:198)
delete `mdl_cohort_members` from `mdl_cohort_members`
where `mdl_cohort_members`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 130, 'core_cohort.memberships', 'delete', 'mdl_cohort_members', row_count() from `probate_run` where `run` = @probate_run;

-- 131. core_blog.comments_received: overwrite mdl_comments (components/community.yaml:97)
update `mdl_comments` join (select 1) as `probate_one`
set `mdl_comments`.`content` = ''
where `mdl_comments`.`itemid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 8) and `mdl_comments`.`component` = 'blog' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 131, 'core_blog.comments_received', 'overwrite', 'mdl_comments', row_count() from `probate_run` where `run` = @probate_run;

-- 132. mod_assign.comments_received: overwrite mdl_comments (components/assignment.yaml:35)
update `mdl_comments` join (select 1) as `probate_one`
set `mdl_comments`.`content` = ''
where `mdl_comments`.`itemid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 51) and `mdl_comments`.`component` = 'assignsubmission_comments' collate utf8mb4_nopad_bin and `mdl_comments`.`commentarea` = 'submission_comments' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 132, 'mod_assign.comments_received', 'overwrite', 'mdl_comments', row_count() from `probate_run` where `run` = @probate_run;

-- 133. mod_data.comments_received: overwrite mdl_comments (components/activities.yaml:268)
update `mdl_comments` join (select 1) as `probate_one`
set `mdl_comments`.`content` = ''
where `mdl_comments`.`itemid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 70) and `mdl_comments`.`component` = 'mod_data' collate utf8mb4_nopad_bin and `mdl_comments`.`commentarea` = 'database_entry' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 133, 'mod_data.comments_received', 'overwrite', 'mdl_comments', row_count() from `probate_run` where `run` = @probate_run;

-- 134. mod_glossary.comments_received: overwrite mdl_comments (components/activities.yaml:153)
update `mdl_comments` join (select 1) as `probate_one`
set `mdl_comments`.`content` = ''
where `mdl_comments`.`itemid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 81) and `mdl_comments`.`component` = 'mod_glossary' collate utf8mb4_nopad_bin and `mdl_comments`.`commentarea` = 'glossary_entry' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 134, 'mod_glossary.comments_received', 'overwrite', 'mdl_comments', row_count() from `probate_run` where `run` = @probate_run;

-- 135. core_comment.comments: delete mdl_comments (components/community.yaml:108)
delete `mdl_comments` from `mdl_comments`
where `mdl_comments`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 135, 'core_comment.comments', 'delete', 'mdl_comments', row_count() from `probate_run` where `run` = @probate_run;

-- 136. core_competency.reviews: detach mdl_competency_plan (components/learning.yaml:165)
update `mdl_competency_plan` join (select 1) as `probate_one`
set `mdl_competency_plan`.`reviewerid` = null
where `mdl_competency_plan`.`reviewerid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 136, 'core_competency.reviews', 'detach', 'mdl_competency_plan', row_count() from `probate_run` where `run` = @probate_run;

-- 137. core_competency.plans: delete mdl_competency_plan (components/learning.yaml:143)
delete `mdl_competency_plan` from `mdl_competency_plan`
where `mdl_competency_plan`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 21);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 137, 'core_competency.plans', 'delete', 'mdl_competency_plan', row_count() from `probate_run` where `run` = @probate_run;

-- 138. core_competency.reviews: detach mdl_competency_usercomp (components/learning.yaml:165)
update `mdl_competency_usercomp` join (select 1) as `probate_one`
set `mdl_competency_usercomp`.`reviewerid` = null
where `mdl_competency_usercomp`.`reviewerid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 138, 'core_competency.reviews', 'detach', 'mdl_competency_usercomp', row_count() from `probate_run` where `run` = @probate_run;

-- 139. core_competency.ratings: delete mdl_competency_usercomp (components/learning.yaml:130)
delete `mdl_competency_usercomp` from `mdl_competency_usercomp`
where `mdl_competency_usercomp`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 22);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 139, 'core_competency.ratings', 'delete', 'mdl_competency_usercomp', row_count() from `probate_run` where `run` = @probate_run;

-- 140. core_competency.ratings: delete mdl_competency_usercompcourse (components/learning.yaml:135)
delete `mdl_competency_usercompcourse` from `mdl_competency_usercompcourse`
where `mdl_competency_usercompcourse`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 140, 'core_competency.ratings', 'delete', 'mdl_competency_usercompcourse', row_count() from `probate_run` where `run` = @probate_run;

-- 141. core_competency.ratings: delete mdl_competency_usercompplan (components/learning.yaml:136)
delete `mdl_competency_usercompplan` from `mdl_competency_usercompplan`
where `mdl_competency_usercompplan`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 141, 'core_competency.ratings', 'delete', 'mdl_competency_usercompplan', row_count() from `probate_run` where `run` = @probate_run;

-- 142. core_competency.evidence: delete mdl_competency_userevidence (components/learning.yaml:154)
delete `mdl_competency_userevidence` from `mdl_competency_userevidence`
where `mdl_competency_userevidence`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 18);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 142, 'core_competency.evidence', 'delete', 'mdl_competency_userevidence', row_count() from `probate_run` where `run` = @probate_run;

-- 143. core_log.administration: detach mdl_config_log (components/records.yaml:55)
update `mdl_config_log` join (select 1) as `probate_one`
set `mdl_config_log`.`userid` = 0
where `mdl_config_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 143, 'core_log.administration', 'detach', 'mdl_config_log', row_count() from `probate_run` where `run` = @probate_run;

-- 144. core_completion.courses: delete mdl_course_completion_crit_compl (components/learning.yaml:51)
delete `mdl_course_completion_crit_compl` from `mdl_course_completion_crit_compl`
where `mdl_course_completion_crit_compl`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 144, 'core_completion.courses', 'delete', 'mdl_course_completion_crit_compl', row_count() from `probate_run` where `run` = @probate_run;

-- 145. core_completion.courses: delete mdl_course_completions (components/learning.yaml:50)
delete `mdl_course_completions` from `mdl_course_completions`
where `mdl_course_completions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 145, 'core_completion.courses', 'delete', 'mdl_course_completions', row_count() from `probate_run` where `run` = @probate_run;

-- 146. core_completion.activities: detach mdl_course_modules_completion (components/learning.yaml:60)
update `mdl_course_modules_completion` join (select 1) as `probate_one`
set `mdl_course_modules_completion`.`overrideby` = null
where `mdl_course_modules_completion`.`overrideby` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 146, 'core_completion.activities', 'detach', 'mdl_course_modules_completion', row_count() from `probate_run` where `run` = @probate_run;

-- 147. core_completion.activities: delete mdl_course_modules_completion (components/learning.yaml:59)
delete `mdl_course_modules_completion` from `mdl_course_modules_completion`
where `mdl_course_modules_completion`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 147, 'core_completion.activities', 'delete', 'mdl_course_modules_completion', row_count() from `probate_run` where `run` = @probate_run;

-- 148. core_completion.views: delete mdl_course_modules_viewed (components/learning.yaml:66)
delete `mdl_course_modules_viewed` from `mdl_course_modules_viewed`
where `mdl_course_modules_viewed`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 148, 'core_completion.views', 'delete', 'mdl_course_modules_viewed', row_count() from `probate_run` where `run` = @probate_run;

-- 149. core_user.course_requests: delete mdl_course_request (components/account.yaml:131)
delete `mdl_course_request` from `mdl_course_request`
where `mdl_course_request`.`requester` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 149, 'core_user.course_requests', 'delete', 'mdl_course_request', row_count() from `probate_run` where `run` = @probate_run;

-- 150. mod_data.entries: delete mdl_data_records (components/activities.yaml:256)
delete `mdl_data_records` from `mdl_data_records`
where `mdl_data_records`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 70);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 150, 'mod_data.entries', 'delete', 'mdl_data_records', row_count() from `probate_run` where `run` = @probate_run;

-- 151. core_profile.autosaves: delete mdl_editor_atto_autosave (components/profile.yaml:62)
delete `mdl_editor_atto_autosave` from `mdl_editor_atto_autosave`
where `mdl_editor_atto_autosave`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 151, 'core_profile.autosaves', 'delete', 'mdl_editor_atto_autosave', row_count() from `probate_run` where `run` = @probate_run;

-- 152. core_enrol.waiting: delete mdl_enrol_flatfile (components/records.yaml:145)
delete `mdl_enrol_flatfile` from `mdl_enrol_flatfile`
where `mdl_enrol_flatfile`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 152, 'core_enrol.waiting', 'delete', 'mdl_enrol_flatfile', row_count() from `probate_run` where `run` = @probate_run;

-- 153. core_enrol.tool_users: delete mdl_enrol_lti_users (components/records.yaml:150)
delete `mdl_enrol_lti_users` from `mdl_enrol_lti_users`
where `mdl_enrol_lti_users`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 153, 'core_enrol.tool_users', 'delete', 'mdl_enrol_lti_users', row_count() from `probate_run` where `run` = @probate_run;

-- 154. core_calendar.subscriptions: detach mdl_event_subscriptions (components/community.yaml:36)
update `mdl_event_subscriptions` join (select 1) as `probate_one`
set `mdl_event_subscriptions`.`userid` = 0
where `mdl_event_subscriptions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_event_subscriptions`.`eventtype` <> 'user' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 154, 'core_calendar.subscriptions', 'detach', 'mdl_event_subscriptions', row_count() from `probate_run` where `run` = @probate_run;

-- 155. core_calendar.subscriptions: delete mdl_event_subscriptions (components/community.yaml:29)
delete `mdl_event_subscriptions` from `mdl_event_subscriptions`
where `mdl_event_subscriptions`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 13);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 155, 'core_calendar.subscriptions', 'delete', 'mdl_event_subscriptions', row_count() from `probate_run` where `run` = @probate_run;

-- 156. core_log.administration: detach mdl_events_queue (components/records.yaml:55)
update `mdl_events_queue` join (select 1) as `probate_one`
set `mdl_events_queue`.`userid` = null
where `mdl_events_queue`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 156, 'core_log.administration', 'detach', 'mdl_events_queue', row_count() from `probate_run` where `run` = @probate_run;

-- 157. core_keys.services: delete mdl_external_services_users (components/account.yaml:182)
delete `mdl_external_services_users` from `mdl_external_services_users`
where `mdl_external_services_users`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 157, 'core_keys.services', 'delete', 'mdl_external_services_users', row_count() from `probate_run` where `run` = @probate_run;

-- 158. core_keys.tokens: detach mdl_external_tokens (components/account.yaml:177)
update `mdl_external_tokens` join (select 1) as `probate_one`
set `mdl_external_tokens`.`creatorid` = 0
where `mdl_external_tokens`.`creatorid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 158, 'core_keys.tokens', 'detach', 'mdl_external_tokens', row_count() from `probate_run` where `run` = @probate_run;

-- 159. core_keys.tokens: delete mdl_external_tokens (components/account.yaml:176)
delete `mdl_external_tokens` from `mdl_external_tokens`
where `mdl_external_tokens`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 159, 'core_keys.tokens', 'delete', 'mdl_external_tokens', row_count() from `probate_run` where `run` = @probate_run;

-- 160. core_profile.favourites: delete mdl_favourite (components/profile.yaml:36)
delete `mdl_favourite` from `mdl_favourite`
where `mdl_favourite`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 160, 'core_profile.favourites', 'delete', 'mdl_favourite', row_count() from `probate_run` where `run` = @probate_run;

-- 161. mod_feedback.completed: delete mdl_feedback_completed (components/activities.yaml:62)
delete `mdl_feedback_completed` from `mdl_feedback_completed`
where `mdl_feedback_completed`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 74);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 161, 'mod_feedback.completed', 'delete', 'mdl_feedback_completed', row_count() from `probate_run` where `run` = @probate_run;

-- 162. mod_feedback.unfinished: delete mdl_feedback_completedtmp (components/activities.yaml:73)
delete `mdl_feedback_completedtmp` from `mdl_feedback_completedtmp`
where `mdl_feedback_completedtmp`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 75);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 162, 'mod_feedback.unfinished', 'delete', 'mdl_feedback_completedtmp', row_count() from `probate_run` where `run` = @probate_run;

-- 163. mod_forum.subscriptions: delete mdl_forum_digests (components/forum.yaml:36)
delete `mdl_forum_digests` from `mdl_forum_digests`
where `mdl_forum_digests`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 163, 'mod_forum.subscriptions', 'delete', 'mdl_forum_digests', row_count() from `probate_run` where `run` = @probate_run;

-- 164. mod_forum.subscriptions: delete mdl_forum_discussion_subs (components/forum.yaml:35)
delete `mdl_forum_discussion_subs` from `mdl_forum_discussion_subs`
where `mdl_forum_discussion_subs`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 164, 'mod_forum.subscriptions', 'delete', 'mdl_forum_discussion_subs', row_count() from `probate_run` where `run` = @probate_run;

-- 165. mod_forum.discussions: detach mdl_forum_discussions (components/forum.yaml:27)
update `mdl_forum_discussions` join (select 1) as `probate_one`
set `mdl_forum_discussions`.`usermodified` = 0
where `mdl_forum_discussions`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 165, 'mod_forum.discussions', 'detach', 'mdl_forum_discussions', row_count() from `probate_run` where `run` = @probate_run;

-- 166. mod_forum.discussions: overwrite mdl_forum_discussions (components/forum.yaml:26)
update `mdl_forum_discussions` join (select 1) as `probate_one`
set `mdl_forum_discussions`.`name` = ''
where `mdl_forum_discussions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 166, 'mod_forum.discussions', 'overwrite', 'mdl_forum_discussions', row_count() from `probate_run` where `run` = @probate_run;

-- 167. mod_forum.grades: delete mdl_forum_grades (components/forum.yaml:54)
delete `mdl_forum_grades` from `mdl_forum_grades`
where `mdl_forum_grades`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 167, 'mod_forum.grades', 'delete', 'mdl_forum_grades', row_count() from `probate_run` where `run` = @probate_run;

-- 168. mod_forum.posts: detach mdl_forum_posts (components/forum.yaml:19)
update `mdl_forum_posts` join (select 1) as `probate_one`
set `mdl_forum_posts`.`privatereplyto` = 0
where `mdl_forum_posts`.`privatereplyto` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 168, 'mod_forum.posts', 'detach', 'mdl_forum_posts', row_count() from `probate_run` where `run` = @probate_run;

-- 169. mod_forum.posts: overwrite mdl_forum_posts (components/forum.yaml:13)
update `mdl_forum_posts` join (select 1) as `probate_one`
set `mdl_forum_posts`.`subject` = '', `mdl_forum_posts`.`message` = '', `mdl_forum_posts`.`attachment` = '', `mdl_forum_posts`.`deleted` = 1, `mdl_forum_posts`.`wordcount` = null, `mdl_forum_posts`.`charcount` = null
where `mdl_forum_posts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 76);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 169, 'mod_forum.posts', 'overwrite', 'mdl_forum_posts', row_count() from `probate_run` where `run` = @probate_run;

-- 170. mod_forum.queue: delete mdl_forum_queue (components/forum.yaml:49)
delete `mdl_forum_queue` from `mdl_forum_queue`
where `mdl_forum_queue`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 170, 'mod_forum.queue', 'delete', 'mdl_forum_queue', row_count() from `probate_run` where `run` = @probate_run;

-- 171. mod_forum.tracking: delete mdl_forum_read (components/forum.yaml:43)
delete `mdl_forum_read` from `mdl_forum_read`
where `mdl_forum_read`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 171, 'mod_forum.tracking', 'delete', 'mdl_forum_read', row_count() from `probate_run` where `run` = @probate_run;

-- 172. mod_forum.subscriptions: delete mdl_forum_subscriptions (components/forum.yaml:34)
delete `mdl_forum_subscriptions` from `mdl_forum_subscriptions`
where `mdl_forum_subscriptions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 172, 'mod_forum.subscriptions', 'delete', 'mdl_forum_subscriptions', row_count() from `probate_run` where `run` = @probate_run;

-- 173. mod_forum.tracking: delete mdl_forum_track_prefs (components/forum.yaml:44)
delete `mdl_forum_track_prefs` from `mdl_forum_track_prefs`
where `mdl_forum_track_prefs`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 173, 'mod_forum.tracking', 'delete', 'mdl_forum_track_prefs', row_count() from `probate_run` where `run` = @probate_run;

-- 174. mod_glossary.entries: delete mdl_glossary_entries (components/activities.yaml:140)
delete `mdl_glossary_entries` from `mdl_glossary_entries`
where `mdl_glossary_entries`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 81);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 174, 'mod_glossary.entries', 'delete', 'mdl_glossary_entries', row_count() from `probate_run` where `run` = @probate_run;

-- 175. core_grades.setup_history: detach mdl_grade_categories_history (components/learning.yaml:36)
update `mdl_grade_categories_history` join (select 1) as `probate_one`
set `mdl_grade_categories_history`.`loggeduser` = null
where `mdl_grade_categories_history`.`loggeduser` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 175, 'core_grades.setup_history', 'detach', 'mdl_grade_categories_history', row_count() from `probate_run` where `run` = @probate_run;

-- 176. core_grades.grades: delete mdl_grade_grades (components/learning.yaml:13)
delete `mdl_grade_grades` from `mdl_grade_grades`
where `mdl_grade_grades`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 176, 'core_grades.grades', 'delete', 'mdl_grade_grades', row_count() from `probate_run` where `run` = @probate_run;

-- 177. core_grades.history: detach mdl_grade_grades_history (components/learning.yaml:24)
update `mdl_grade_grades_history` join (select 1) as `probate_one`
set `mdl_grade_grades_history`.`loggeduser` = null
where `mdl_grade_grades_history`.`loggeduser` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 177, 'core_grades.history', 'detach', 'mdl_grade_grades_history', row_count() from `probate_run` where `run` = @probate_run;

-- 178. core_grades.history: delete mdl_grade_grades_history (components/learning.yaml:23)
delete `mdl_grade_grades_history` from `mdl_grade_grades_history`
where `mdl_grade_grades_history`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 178, 'core_grades.history', 'delete', 'mdl_grade_grades_history', row_count() from `probate_run` where `run` = @probate_run;

-- 179. core_grades.imports: detach mdl_grade_import_values (components/learning.yaml:31)
update `mdl_grade_import_values` join (select 1) as `probate_one`
set `mdl_grade_import_values`.`importer` = null
where `mdl_grade_import_values`.`importer` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 179, 'core_grades.imports', 'detach', 'mdl_grade_import_values', row_count() from `probate_run` where `run` = @probate_run;

-- 180. core_grades.imports: delete mdl_grade_import_values (components/learning.yaml:30)
delete `mdl_grade_import_values` from `mdl_grade_import_values`
where `mdl_grade_import_values`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 180, 'core_grades.imports', 'delete', 'mdl_grade_import_values', row_count() from `probate_run` where `run` = @probate_run;

-- 181. core_grades.setup_history: detach mdl_grade_items_history (components/learning.yaml:36)
update `mdl_grade_items_history` join (select 1) as `probate_one`
set `mdl_grade_items_history`.`loggeduser` = null
where `mdl_grade_items_history`.`loggeduser` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 181, 'core_grades.setup_history', 'detach', 'mdl_grade_items_history', row_count() from `probate_run` where `run` = @probate_run;

-- 182. core_grades.setup_history: detach mdl_grade_outcomes_history (components/learning.yaml:36)
update `mdl_grade_outcomes_history` join (select 1) as `probate_one`
set `mdl_grade_outcomes_history`.`loggeduser` = null
where `mdl_grade_outcomes_history`.`loggeduser` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 182, 'core_grades.setup_history', 'detach', 'mdl_grade_outcomes_history', row_count() from `probate_run` where `run` = @probate_run;

-- 183. mod_assign.rubrics: delete mdl_grading_instances (components/assignment.yaml:86)
delete `mdl_grading_instances` from `mdl_grading_instances`
where `mdl_grading_instances`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 64);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 183, 'mod_assign.rubrics', 'delete', 'mdl_grading_instances', row_count() from `probate_run` where `run` = @probate_run;

-- 184. core_group.memberships: delete mdl_groups_members (components/records.yaml:186)
delete `mdl_groups_members` from `mdl_groups_members`
where `mdl_groups_members`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 184, 'core_group.memberships', 'delete', 'mdl_groups_members', row_count() from `probate_run` where `run` = @probate_run;

-- 185. mod_h5pactivity.attempts: delete mdl_h5pactivity_attempts (components/activities.yaml:281)
delete `mdl_h5pactivity_attempts` from `mdl_h5pactivity_attempts`
where `mdl_h5pactivity_attempts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 86);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 185, 'mod_h5pactivity.attempts', 'delete', 'mdl_h5pactivity_attempts', row_count() from `probate_run` where `run` = @probate_run;

-- 186. core_files.infected: delete mdl_infected_files (components/records.yaml:118)
delete `mdl_infected_files` from `mdl_infected_files`
where `mdl_infected_files`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 186, 'core_files.infected', 'delete', 'mdl_infected_files', row_count() from `probate_run` where `run` = @probate_run;

-- 187. mod_lesson.attempts: delete mdl_lesson_attempts (components/activities.yaml:12)
delete `mdl_lesson_attempts` from `mdl_lesson_attempts`
where `mdl_lesson_attempts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 87);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 187, 'mod_lesson.attempts', 'delete', 'mdl_lesson_attempts', row_count() from `probate_run` where `run` = @probate_run;

-- 188. mod_lesson.attempts: delete mdl_lesson_branch (components/activities.yaml:18)
delete `mdl_lesson_branch` from `mdl_lesson_branch`
where `mdl_lesson_branch`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 188, 'mod_lesson.attempts', 'delete', 'mdl_lesson_branch', row_count() from `probate_run` where `run` = @probate_run;

-- 189. mod_lesson.grades: delete mdl_lesson_grades (components/activities.yaml:25)
delete `mdl_lesson_grades` from `mdl_lesson_grades`
where `mdl_lesson_grades`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 189, 'mod_lesson.grades', 'delete', 'mdl_lesson_grades', row_count() from `probate_run` where `run` = @probate_run;

-- 190. mod_lesson.overrides: delete mdl_lesson_overrides (components/activities.yaml:31)
delete `mdl_lesson_overrides` from `mdl_lesson_overrides`
where `mdl_lesson_overrides`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 190, 'mod_lesson.overrides', 'delete', 'mdl_lesson_overrides', row_count() from `probate_run` where `run` = @probate_run;

-- 191. mod_lesson.attempts: delete mdl_lesson_timer (components/activities.yaml:19)
delete `mdl_lesson_timer` from `mdl_lesson_timer`
where `mdl_lesson_timer`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 191, 'mod_lesson.attempts', 'delete', 'mdl_lesson_timer', row_count() from `probate_run` where `run` = @probate_run;

-- 192. core_log.legacy: overwrite mdl_log (components/records.yaml:28)
update `mdl_log` join (select 1) as `probate_one`
set `mdl_log`.`url` = '', `mdl_log`.`info` = ''
where `mdl_log`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 26);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 192, 'core_log.legacy', 'overwrite', 'mdl_log', row_count() from `probate_run` where `run` = @probate_run;

-- 193. core_log.legacy: delete mdl_log (components/records.yaml:27)
delete `mdl_log` from `mdl_log`
where `mdl_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 193, 'core_log.legacy', 'delete', 'mdl_log', row_count() from `probate_run` where `run` = @probate_run;

-- 194. core_log.about: detach mdl_logstore_standard_log (components/records.yaml:21)
update `mdl_logstore_standard_log` join (select 1) as `probate_one`
set `mdl_logstore_standard_log`.`contextinstanceid` = 0
where `mdl_logstore_standard_log`.`contextinstanceid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_logstore_standard_log`.`contextlevel` = 30 and `mdl_logstore_standard_log`.`contextlevel` = 30;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 194, 'core_log.about', 'detach', 'mdl_logstore_standard_log', row_count() from `probate_run` where `run` = @probate_run;

-- 195. core_log.about: overwrite mdl_logstore_standard_log (components/records.yaml:18)
update `mdl_logstore_standard_log` join (select 1) as `probate_one`
set `mdl_logstore_standard_log`.`relateduserid` = null, `mdl_logstore_standard_log`.`other` = null
where `mdl_logstore_standard_log`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 25);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 195, 'core_log.about', 'overwrite', 'mdl_logstore_standard_log', row_count() from `probate_run` where `run` = @probate_run;

-- 196. core_log.about: detach mdl_logstore_standard_log (components/records.yaml:19)
update `mdl_logstore_standard_log` join (select 1) as `probate_one`
set `mdl_logstore_standard_log`.`realuserid` = null
where `mdl_logstore_standard_log`.`realuserid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 196, 'core_log.about', 'detach', 'mdl_logstore_standard_log', row_count() from `probate_run` where `run` = @probate_run;

-- 197. core_log.about: detach mdl_logstore_standard_log (components/records.yaml:20)
update `mdl_logstore_standard_log` join (select 1) as `probate_one`
set `mdl_logstore_standard_log`.`objectid` = null
where `mdl_logstore_standard_log`.`objectid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_logstore_standard_log`.`objecttable` = 'user' collate utf8mb4_nopad_bin and `mdl_logstore_standard_log`.`objecttable` = 'user' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 197, 'core_log.about', 'detach', 'mdl_logstore_standard_log', row_count() from `probate_run` where `run` = @probate_run;

-- 198. core_log.actions: delete mdl_logstore_standard_log (components/records.yaml:11)
delete `mdl_logstore_standard_log` from `mdl_logstore_standard_log`
where `mdl_logstore_standard_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 198, 'core_log.actions', 'delete', 'mdl_logstore_standard_log', row_count() from `probate_run` where `run` = @probate_run;

-- 199. mod_lti.results: delete mdl_lti_submission (components/activities.yaml:297)
delete `mdl_lti_submission` from `mdl_lti_submission`
where `mdl_lti_submission`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 199, 'mod_lti.results', 'delete', 'mdl_lti_submission', row_count() from `probate_run` where `run` = @probate_run;

-- 200. mod_lti.registrations: detach mdl_lti_types (components/activities.yaml:302)
update `mdl_lti_types` join (select 1) as `probate_one`
set `mdl_lti_types`.`createdby` = 0
where `mdl_lti_types`.`createdby` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 200, 'mod_lti.registrations', 'detach', 'mdl_lti_types', row_count() from `probate_run` where `run` = @probate_run;

-- 201. core_message.legacy: detach mdl_message (components/messaging.yaml:63)
update `mdl_message` join (select 1) as `probate_one`
set `mdl_message`.`useridto` = 0
where `mdl_message`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 201, 'core_message.legacy', 'detach', 'mdl_message', row_count() from `probate_run` where `run` = @probate_run;

-- 202. core_message.legacy: overwrite mdl_message (components/messaging.yaml:59)
update `mdl_message` join (select 1) as `probate_one`
set `mdl_message`.`useridfrom` = 0, `mdl_message`.`subject` = null, `mdl_message`.`fullmessage` = null, `mdl_message`.`fullmessagehtml` = null, `mdl_message`.`smallmessage` = null, `mdl_message`.`contexturl` = null, `mdl_message`.`contexturlname` = null
where `mdl_message`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 27);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 202, 'core_message.legacy', 'overwrite', 'mdl_message', row_count() from `probate_run` where `run` = @probate_run;

-- 203. core_message.contacts: delete mdl_message_contact_requests (components/messaging.yaml:45)
delete `mdl_message_contact_requests` from `mdl_message_contact_requests`
where `mdl_message_contact_requests`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 203, 'core_message.contacts', 'delete', 'mdl_message_contact_requests', row_count() from `probate_run` where `run` = @probate_run;

-- 204. core_message.contacts: delete mdl_message_contacts (components/messaging.yaml:43)
delete `mdl_message_contacts` from `mdl_message_contacts`
where `mdl_message_contacts`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 204, 'core_message.contacts', 'delete', 'mdl_message_contacts', row_count() from `probate_run` where `run` = @probate_run;

-- 205. core_message.conversations: delete mdl_message_conversation_actions (components/messaging.yaml:37)
delete `mdl_message_conversation_actions` from `mdl_message_conversation_actions`
where `mdl_message_conversation_actions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 205, 'core_message.conversations', 'delete', 'mdl_message_conversation_actions', row_count() from `probate_run` where `run` = @probate_run;

-- 206. core_message.conversations: delete mdl_message_conversation_members (components/messaging.yaml:36)
delete `mdl_message_conversation_members` from `mdl_message_conversation_members`
where `mdl_message_conversation_members`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 206, 'core_message.conversations', 'delete', 'mdl_message_conversation_members', row_count() from `probate_run` where `run` = @probate_run;

-- 207. core_message.legacy: overwrite mdl_message_read (components/messaging.yaml:59)
update `mdl_message_read` join (select 1) as `probate_one`
set `mdl_message_read`.`useridfrom` = 0, `mdl_message_read`.`subject` = null, `mdl_message_read`.`fullmessage` = null, `mdl_message_read`.`fullmessagehtml` = null, `mdl_message_read`.`smallmessage` = null, `mdl_message_read`.`contexturl` = null, `mdl_message_read`.`contexturlname` = null
where `mdl_message_read`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 28);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 207, 'core_message.legacy', 'overwrite', 'mdl_message_read', row_count() from `probate_run` where `run` = @probate_run;

-- 208. core_message.legacy: detach mdl_message_read (components/messaging.yaml:63)
update `mdl_message_read` join (select 1) as `probate_one`
set `mdl_message_read`.`useridto` = 0
where `mdl_message_read`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 208, 'core_message.legacy', 'detach', 'mdl_message_read', row_count() from `probate_run` where `run` = @probate_run;

-- 209. core_message.blocked: delete mdl_message_users_blocked (components/messaging.yaml:52)
delete `mdl_message_users_blocked` from `mdl_message_users_blocked`
where `mdl_message_users_blocked`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 209, 'core_message.blocked', 'delete', 'mdl_message_users_blocked', row_count() from `probate_run` where `run` = @probate_run;

-- 210. core_auth.mail_addresses: delete mdl_messageinbound_messagelist (components/account.yaml:164)
delete `mdl_messageinbound_messagelist` from `mdl_messageinbound_messagelist`
where `mdl_messageinbound_messagelist`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 210, 'core_auth.mail_addresses', 'delete', 'mdl_messageinbound_messagelist', row_count() from `probate_run` where `run` = @probate_run;

-- 211. core_message.sent: delete mdl_messages (components/messaging.yaml:11)
delete `mdl_messages` from `mdl_messages`
where `mdl_messages`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 29);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 211, 'core_message.sent', 'delete', 'mdl_messages', row_count() from `probate_run` where `run` = @probate_run;

-- 212. core_log.network: delete mdl_mnet_log (components/records.yaml:33)
delete `mdl_mnet_log` from `mdl_mnet_log`
where `mdl_mnet_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 212, 'core_log.network', 'delete', 'mdl_mnet_log', row_count() from `probate_run` where `run` = @probate_run;

-- 213. core_user.sessions: delete mdl_mnet_session (components/account.yaml:104)
delete `mdl_mnet_session` from `mdl_mnet_session`
where `mdl_mnet_session`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 213, 'core_user.sessions', 'delete', 'mdl_mnet_session', row_count() from `probate_run` where `run` = @probate_run;

-- 214. core_enrol.remote: delete mdl_mnetservice_enrol_enrolments (components/records.yaml:162)
delete `mdl_mnetservice_enrol_enrolments` from `mdl_mnetservice_enrol_enrolments`
where `mdl_mnetservice_enrol_enrolments`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 214, 'core_enrol.remote', 'delete', 'mdl_mnetservice_enrol_enrolments', row_count() from `probate_run` where `run` = @probate_run;

-- 215. core_profile.dashboard: delete mdl_my_pages (components/profile.yaml:26)
delete `mdl_my_pages` from `mdl_my_pages`
where `mdl_my_pages`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 215, 'core_profile.dashboard', 'delete', 'mdl_my_pages', row_count() from `probate_run` where `run` = @probate_run;

-- 216. core_notification.about: overwrite mdl_notifications (components/messaging.yaml:86)
update `mdl_notifications` join (select 1) as `probate_one`
set `mdl_notifications`.`useridfrom` = 0, `mdl_notifications`.`subject` = null, `mdl_notifications`.`fullmessage` = null, `mdl_notifications`.`fullmessagehtml` = null, `mdl_notifications`.`smallmessage` = null, `mdl_notifications`.`contexturlname` = null, `mdl_notifications`.`customdata` = null
where `mdl_notifications`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 34);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 216, 'core_notification.about', 'overwrite', 'mdl_notifications', row_count() from `probate_run` where `run` = @probate_run;

-- 217. core_notification.about: overwrite mdl_notifications (components/messaging.yaml:90)
update `mdl_notifications` join (select 1) as `probate_one`
set `mdl_notifications`.`contexturl` = null, `mdl_notifications`.`contexturlname` = null
where `mdl_notifications`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 35);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 217, 'core_notification.about', 'overwrite', 'mdl_notifications', row_count() from `probate_run` where `run` = @probate_run;

-- 218. core_notification.received: delete mdl_notifications (components/messaging.yaml:75)
delete `mdl_notifications` from `mdl_notifications`
where `mdl_notifications`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 36);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 218, 'core_notification.received', 'delete', 'mdl_notifications', row_count() from `probate_run` where `run` = @probate_run;

-- 219. core_keys.refresh_tokens: delete mdl_oauth2_refresh_token (components/account.yaml:192)
delete `mdl_oauth2_refresh_token` from `mdl_oauth2_refresh_token`
where `mdl_oauth2_refresh_token`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 219, 'core_keys.refresh_tokens', 'delete', 'mdl_oauth2_refresh_token', row_count() from `probate_run` where `run` = @probate_run;

-- 220. core_profile.portfolio: delete mdl_portfolio_instance_user (components/profile.yaml:68)
delete `mdl_portfolio_instance_user` from `mdl_portfolio_instance_user`
where `mdl_portfolio_instance_user`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 220, 'core_profile.portfolio', 'delete', 'mdl_portfolio_instance_user', row_count() from `probate_run` where `run` = @probate_run;

-- 221. core_profile.portfolio: delete mdl_portfolio_log (components/profile.yaml:69)
delete `mdl_portfolio_log` from `mdl_portfolio_log`
where `mdl_portfolio_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 221, 'core_profile.portfolio', 'delete', 'mdl_portfolio_log', row_count() from `probate_run` where `run` = @probate_run;

-- 222. core_profile.portfolio: delete mdl_portfolio_tempdata (components/profile.yaml:70)
delete `mdl_portfolio_tempdata` from `mdl_portfolio_tempdata`
where `mdl_portfolio_tempdata`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 222, 'core_profile.portfolio', 'delete', 'mdl_portfolio_tempdata', row_count() from `probate_run` where `run` = @probate_run;

-- 223. core_notes.written: detach mdl_post (components/community.yaml:69)
update `mdl_post` join (select 1) as `probate_one`
set `mdl_post`.`usermodified` = null
where `mdl_post`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_post`.`module` = 'notes' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 223, 'core_notes.written', 'detach', 'mdl_post', row_count() from `probate_run` where `run` = @probate_run;

-- 224. core_blog.entries: delete mdl_post (components/community.yaml:81)
delete `mdl_post` from `mdl_post`
where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 9);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 224, 'core_blog.entries', 'delete', 'mdl_post', row_count() from `probate_run` where `run` = @probate_run;

-- 225. core_notes.about: delete mdl_post (components/community.yaml:48)
delete `mdl_post` from `mdl_post`
where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 30);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 225, 'core_notes.about', 'delete', 'mdl_post', row_count() from `probate_run` where `run` = @probate_run;

-- 226. core_notes.about_personal: delete mdl_post (components/community.yaml:59)
delete `mdl_post` from `mdl_post`
where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 32);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 226, 'core_notes.about_personal', 'delete', 'mdl_post', row_count() from `probate_run` where `run` = @probate_run;

-- 227. core_user.idnumber: overwrite mdl_question (components/account.yaml:42)
update `mdl_question` join (select 1) as `probate_one`
set `mdl_question`.`modifieridnumber` = ''
where `mdl_question`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 45);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 227, 'core_user.idnumber', 'overwrite', 'mdl_question', row_count() from `probate_run` where `run` = @probate_run;

-- 228. core_user.idnumber: overwrite mdl_question (components/account.yaml:41)
update `mdl_question` join (select 1) as `probate_one`
set `mdl_question`.`creatoridnumber` = ''
where `mdl_question`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 46);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 228, 'core_user.idnumber', 'overwrite', 'mdl_question', row_count() from `probate_run` where `run` = @probate_run;

-- 229. mod_quiz.attempts: delete mdl_quiz_attempts (components/quiz.yaml:12)
delete `mdl_quiz_attempts` from `mdl_quiz_attempts`
where `mdl_quiz_attempts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 90);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 229, 'mod_quiz.attempts', 'delete', 'mdl_quiz_attempts', row_count() from `probate_run` where `run` = @probate_run;

-- 230. mod_quiz.grades: delete mdl_quiz_grades (components/quiz.yaml:38)
delete `mdl_quiz_grades` from `mdl_quiz_grades`
where `mdl_quiz_grades`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 230, 'mod_quiz.grades', 'delete', 'mdl_quiz_grades', row_count() from `probate_run` where `run` = @probate_run;

-- 231. mod_quiz.overrides: delete mdl_quiz_overrides (components/quiz.yaml:43)
delete `mdl_quiz_overrides` from `mdl_quiz_overrides`
where `mdl_quiz_overrides`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 231, 'mod_quiz.overrides', 'delete', 'mdl_quiz_overrides', row_count() from `probate_run` where `run` = @probate_run;

-- 232. core_rating.given: delete mdl_rating (components/community.yaml:119)
delete `mdl_rating` from `mdl_rating`
where `mdl_rating`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 232, 'core_rating.given', 'delete', 'mdl_rating', row_count() from `probate_run` where `run` = @probate_run;

-- 233. core_keys.repositories: delete mdl_repository_instances (components/account.yaml:198)
delete `mdl_repository_instances` from `mdl_repository_instances`
where `mdl_repository_instances`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 24);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 233, 'core_keys.repositories', 'delete', 'mdl_repository_instances', row_count() from `probate_run` where `run` = @probate_run;

-- 234. core_enrol.roles: detach mdl_role_assignments (components/records.yaml:157)
update `mdl_role_assignments` join (select 1) as `probate_one`
set `mdl_role_assignments`.`modifierid` = 0
where `mdl_role_assignments`.`modifierid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 234, 'core_enrol.roles', 'detach', 'mdl_role_assignments', row_count() from `probate_run` where `run` = @probate_run;

-- 235. core_enrol.roles: delete mdl_role_assignments (components/records.yaml:156)
delete `mdl_role_assignments` from `mdl_role_assignments`
where `mdl_role_assignments`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 235, 'core_enrol.roles', 'delete', 'mdl_role_assignments', row_count() from `probate_run` where `run` = @probate_run;

-- 236. core_grades.setup_history: detach mdl_scale_history (components/learning.yaml:36)
update `mdl_scale_history` join (select 1) as `probate_one`
set `mdl_scale_history`.`loggeduser` = null
where `mdl_scale_history`.`loggeduser` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 236, 'core_grades.setup_history', 'detach', 'mdl_scale_history', row_count() from `probate_run` where `run` = @probate_run;

-- 237. mod_scorm.aicc_sessions: delete mdl_scorm_aicc_session (components/activities.yaml:49)
delete `mdl_scorm_aicc_session` from `mdl_scorm_aicc_session`
where `mdl_scorm_aicc_session`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 237, 'mod_scorm.aicc_sessions', 'delete', 'mdl_scorm_aicc_session', row_count() from `probate_run` where `run` = @probate_run;

-- 238. mod_scorm.tracks: delete mdl_scorm_scoes_track (components/activities.yaml:43)
delete `mdl_scorm_scoes_track` from `mdl_scorm_scoes_track`
where `mdl_scorm_scoes_track`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 238, 'mod_scorm.tracks', 'delete', 'mdl_scorm_scoes_track', row_count() from `probate_run` where `run` = @probate_run;

-- 239. core_search.texts: detach mdl_search_simpledb_index (components/records.yaml:101)
update `mdl_search_simpledb_index` join (select 1) as `probate_one`
set `mdl_search_simpledb_index`.`userid` = null
where `mdl_search_simpledb_index`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 239, 'core_search.texts', 'detach', 'mdl_search_simpledb_index', row_count() from `probate_run` where `run` = @probate_run;

-- 240. core_search.texts: overwrite mdl_search_simpledb_index (components/records.yaml:97)
update `mdl_search_simpledb_index` join (select 1) as `probate_one`
set `mdl_search_simpledb_index`.`title` = null, `mdl_search_simpledb_index`.`content` = null, `mdl_search_simpledb_index`.`description1` = null, `mdl_search_simpledb_index`.`description2` = null
where `mdl_search_simpledb_index`.`owneruserid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 240, 'core_search.texts', 'overwrite', 'mdl_search_simpledb_index', row_count() from `probate_run` where `run` = @probate_run;

-- 241. core_search.profile: delete mdl_search_simpledb_index (components/records.yaml:91)
delete `mdl_search_simpledb_index` from `mdl_search_simpledb_index`
where `mdl_search_simpledb_index`.`docid` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = 'core_user-user-{key}' and `shared` = 0);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 241, 'core_search.profile', 'delete', 'mdl_search_simpledb_index', row_count() from `probate_run` where `run` = @probate_run;

-- 242. core_user.sessions: delete mdl_sessions (components/account.yaml:103)
delete `mdl_sessions` from `mdl_sessions`
where `mdl_sessions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 242, 'core_user.sessions', 'delete', 'mdl_sessions', row_count() from `probate_run` where `run` = @probate_run;

-- 243. core_log.statistics: delete mdl_stats_user_daily (components/records.yaml:46)
delete `mdl_stats_user_daily` from `mdl_stats_user_daily`
where `mdl_stats_user_daily`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 243, 'core_log.statistics', 'delete', 'mdl_stats_user_daily', row_count() from `probate_run` where `run` = @probate_run;

-- 244. core_log.statistics: delete mdl_stats_user_monthly (components/records.yaml:46)
delete `mdl_stats_user_monthly` from `mdl_stats_user_monthly`
where `mdl_stats_user_monthly`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 244, 'core_log.statistics', 'delete', 'mdl_stats_user_monthly', row_count() from `probate_run` where `run` = @probate_run;

-- 245. core_log.statistics: delete mdl_stats_user_weekly (components/records.yaml:46)
delete `mdl_stats_user_weekly` from `mdl_stats_user_weekly`
where `mdl_stats_user_weekly`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 245, 'core_log.statistics', 'delete', 'mdl_stats_user_weekly', row_count() from `probate_run` where `run` = @probate_run;

-- 246. mod_survey.analysis: delete mdl_survey_analysis (components/activities.yaml:96)
delete `mdl_survey_analysis` from `mdl_survey_analysis`
where `mdl_survey_analysis`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 246, 'mod_survey.analysis', 'delete', 'mdl_survey_analysis', row_count() from `probate_run` where `run` = @probate_run;

-- 247. mod_survey.answers: delete mdl_survey_answers (components/activities.yaml:90)
delete `mdl_survey_answers` from `mdl_survey_answers`
where `mdl_survey_answers`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 247, 'mod_survey.answers', 'delete', 'mdl_survey_answers', row_count() from `probate_run` where `run` = @probate_run;

-- 248. core_tag.created: detach mdl_tag (components/community.yaml:131)
update `mdl_tag` join (select 1) as `probate_one`
set `mdl_tag`.`userid` = 0
where `mdl_tag`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 248, 'core_tag.created', 'detach', 'mdl_tag', row_count() from `probate_run` where `run` = @probate_run;

-- 249. core_profile.interests: delete mdl_tag_instance (components/profile.yaml:20)
delete `mdl_tag_instance` from `mdl_tag_instance`
where `mdl_tag_instance`.`itemid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_tag_instance`.`component` = 'core' collate utf8mb4_nopad_bin and `mdl_tag_instance`.`itemtype` = 'user' collate utf8mb4_nopad_bin and `mdl_tag_instance`.`component` = 'core' collate utf8mb4_nopad_bin and `mdl_tag_instance`.`itemtype` = 'user' collate utf8mb4_nopad_bin;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 249, 'core_profile.interests', 'delete', 'mdl_tag_instance', row_count() from `probate_run` where `run` = @probate_run;

-- 250. core_log.administration: detach mdl_task_adhoc (components/records.yaml:55)
update `mdl_task_adhoc` join (select 1) as `probate_one`
set `mdl_task_adhoc`.`userid` = null
where `mdl_task_adhoc`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 250, 'core_log.administration', 'detach', 'mdl_task_adhoc', row_count() from `probate_run` where `run` = @probate_run;

-- 251. core_log.administration: detach mdl_task_log (components/records.yaml:55)
update `mdl_task_log` join (select 1) as `probate_one`
set `mdl_task_log`.`userid` = 0
where `mdl_task_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 251, 'core_log.administration', 'detach', 'mdl_task_log', row_count() from `probate_run` where `run` = @probate_run;

-- 252. core_profile.autosaves: delete mdl_tiny_autosave (components/profile.yaml:62)
delete `mdl_tiny_autosave` from `mdl_tiny_autosave`
where `mdl_tiny_autosave`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 252, 'core_profile.autosaves', 'delete', 'mdl_tiny_autosave', row_count() from `probate_run` where `run` = @probate_run;

-- 253. core_cohort.roles: detach mdl_tool_cohortroles (components/records.yaml:205)
update `mdl_tool_cohortroles` join (select 1) as `probate_one`
set `mdl_tool_cohortroles`.`usermodified` = null
where `mdl_tool_cohortroles`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 253, 'core_cohort.roles', 'detach', 'mdl_tool_cohortroles', row_count() from `probate_run` where `run` = @probate_run;

-- 254. core_cohort.roles: delete mdl_tool_cohortroles (components/records.yaml:204)
delete `mdl_tool_cohortroles` from `mdl_tool_cohortroles`
where `mdl_tool_cohortroles`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 254, 'core_cohort.roles', 'delete', 'mdl_tool_cohortroles', row_count() from `probate_run` where `run` = @probate_run;

-- 255. tool_policy.requests: detach mdl_tool_dataprivacy_request (components/records.yaml:232)
update `mdl_tool_dataprivacy_request` join (select 1) as `probate_one`
set `mdl_tool_dataprivacy_request`.`dpo` = null
where `mdl_tool_dataprivacy_request`.`dpo` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 255, 'tool_policy.requests', 'detach', 'mdl_tool_dataprivacy_request', row_count() from `probate_run` where `run` = @probate_run;

-- 256. tool_policy.requests: overwrite mdl_tool_dataprivacy_request (components/records.yaml:227)
update `mdl_tool_dataprivacy_request` join (select 1) as `probate_one`
set `mdl_tool_dataprivacy_request`.`comments` = null, `mdl_tool_dataprivacy_request`.`dpocomment` = null
where `mdl_tool_dataprivacy_request`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 256, 'tool_policy.requests', 'overwrite', 'mdl_tool_dataprivacy_request', row_count() from `probate_run` where `run` = @probate_run;

-- 257. tool_policy.requests: detach mdl_tool_dataprivacy_request (components/records.yaml:231)
update `mdl_tool_dataprivacy_request` join (select 1) as `probate_one`
set `mdl_tool_dataprivacy_request`.`requestedby` = 0
where `mdl_tool_dataprivacy_request`.`requestedby` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 257, 'tool_policy.requests', 'detach', 'mdl_tool_dataprivacy_request', row_count() from `probate_run` where `run` = @probate_run;

-- 258. tool_policy.requests: detach mdl_tool_dataprivacy_request (components/records.yaml:233)
update `mdl_tool_dataprivacy_request` join (select 1) as `probate_one`
set `mdl_tool_dataprivacy_request`.`usermodified` = 0
where `mdl_tool_dataprivacy_request`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 258, 'tool_policy.requests', 'detach', 'mdl_tool_dataprivacy_request', row_count() from `probate_run` where `run` = @probate_run;

-- 259. tool_monitor.subscriptions: delete mdl_tool_monitor_history (components/records.yaml:78)
delete `mdl_tool_monitor_history` from `mdl_tool_monitor_history`
where `mdl_tool_monitor_history`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 259, 'tool_monitor.subscriptions', 'delete', 'mdl_tool_monitor_history', row_count() from `probate_run` where `run` = @probate_run;

-- 260. tool_monitor.subscriptions: detach mdl_tool_monitor_rules (components/records.yaml:79)
update `mdl_tool_monitor_rules` join (select 1) as `probate_one`
set `mdl_tool_monitor_rules`.`userid` = 0
where `mdl_tool_monitor_rules`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 260, 'tool_monitor.subscriptions', 'detach', 'mdl_tool_monitor_rules', row_count() from `probate_run` where `run` = @probate_run;

-- 261. tool_monitor.subscriptions: delete mdl_tool_monitor_subscriptions (components/records.yaml:77)
delete `mdl_tool_monitor_subscriptions` from `mdl_tool_monitor_subscriptions`
where `mdl_tool_monitor_subscriptions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 261, 'tool_monitor.subscriptions', 'delete', 'mdl_tool_monitor_subscriptions', row_count() from `probate_run` where `run` = @probate_run;

-- 262. tool_policy.acceptances: detach mdl_tool_policy_acceptances (components/records.yaml:221)
update `mdl_tool_policy_acceptances` join (select 1) as `probate_one`
set `mdl_tool_policy_acceptances`.`usermodified` = 0
where `mdl_tool_policy_acceptances`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 262, 'tool_policy.acceptances', 'detach', 'mdl_tool_policy_acceptances', row_count() from `probate_run` where `run` = @probate_run;

-- 263. core_log.administration: detach mdl_upgrade_log (components/records.yaml:55)
update `mdl_upgrade_log` join (select 1) as `probate_one`
set `mdl_upgrade_log`.`userid` = 0
where `mdl_upgrade_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 263, 'core_log.administration', 'detach', 'mdl_upgrade_log', row_count() from `probate_run` where `run` = @probate_run;

-- 264. core_user.devices: delete mdl_user_devices (components/account.yaml:110)
delete `mdl_user_devices` from `mdl_user_devices`
where `mdl_user_devices`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 41);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 264, 'core_user.devices', 'delete', 'mdl_user_devices', row_count() from `probate_run` where `run` = @probate_run;

-- 265. core_enrol.waiting: delete mdl_user_enrol_waitlist (components/records.yaml:144)
delete `mdl_user_enrol_waitlist` from `mdl_user_enrol_waitlist`
where `mdl_user_enrol_waitlist`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 265, 'core_enrol.waiting', 'delete', 'mdl_user_enrol_waitlist', row_count() from `probate_run` where `run` = @probate_run;

-- 266. core_enrol.enrolments: detach mdl_user_enrolments (components/records.yaml:132)
update `mdl_user_enrolments` join (select 1) as `probate_one`
set `mdl_user_enrolments`.`modifierid` = 0
where `mdl_user_enrolments`.`modifierid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 266, 'core_enrol.enrolments', 'detach', 'mdl_user_enrolments', row_count() from `probate_run` where `run` = @probate_run;

-- 267. core_enrol.enrolments: delete mdl_user_enrolments (components/records.yaml:131)
delete `mdl_user_enrolments` from `mdl_user_enrolments`
where `mdl_user_enrolments`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 267, 'core_enrol.enrolments', 'delete', 'mdl_user_enrolments', row_count() from `probate_run` where `run` = @probate_run;

-- 268. core_profile.fields: delete mdl_user_info_data (components/profile.yaml:10)
delete `mdl_user_info_data` from `mdl_user_info_data`
where `mdl_user_info_data`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (select `probate_1`.`visible` from `mdl_user_info_field` as `probate_1` where `probate_1`.`id` = `mdl_user_info_data`.`fieldid`) <> 0;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 268, 'core_profile.fields', 'delete', 'mdl_user_info_data', row_count() from `probate_run` where `run` = @probate_run;

-- 269. core_profile.hidden_fields: delete mdl_user_info_data (components/profile.yaml:15)
delete `mdl_user_info_data` from `mdl_user_info_data`
where `mdl_user_info_data`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (select `probate_1`.`visible` from `mdl_user_info_field` as `probate_1` where `probate_1`.`id` = `mdl_user_info_data`.`fieldid`) = 0;
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 269, 'core_profile.hidden_fields', 'delete', 'mdl_user_info_data', row_count() from `probate_run` where `run` = @probate_run;

-- 270. core_enrol.course_access: delete mdl_user_lastaccess (components/records.yaml:138)
delete `mdl_user_lastaccess` from `mdl_user_lastaccess`
where `mdl_user_lastaccess`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 270, 'core_enrol.course_access', 'delete', 'mdl_user_lastaccess', row_count() from `probate_run` where `run` = @probate_run;

-- 271. core_user.password_history: delete mdl_user_password_history (components/account.yaml:91)
delete `mdl_user_password_history` from `mdl_user_password_history`
where `mdl_user_password_history`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 271, 'core_user.password_history', 'delete', 'mdl_user_password_history', row_count() from `probate_run` where `run` = @probate_run;

-- 272. core_user.password: delete mdl_user_password_resets (components/account.yaml:86)
delete `mdl_user_password_resets` from `mdl_user_password_resets`
where `mdl_user_password_resets`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 272, 'core_user.password', 'delete', 'mdl_user_password_resets', row_count() from `probate_run` where `run` = @probate_run;

-- 273. core_preferences.editor: delete mdl_user_preferences (components/profile.yaml:82)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('atto!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filemanager!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filepicker!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('htmleditor', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 273, 'core_preferences.editor', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 274. core_preferences.forum: delete mdl_user_preferences (components/profile.yaml:97)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('forum!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('markasreadonnotification', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 274, 'core_preferences.forum', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 275. core_preferences.login: delete mdl_user_preferences (components/profile.yaml:108)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'login_' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'auth_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'create_password' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'tool_mobile_' collate utf8mb4_nopad_bin);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 275, 'core_preferences.login', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 276. core_preferences.messaging: delete mdl_user_preferences (components/profile.yaml:87)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('core!_message!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('email!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('message!_', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 276, 'core_preferences.messaging', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 277. core_preferences.other: delete mdl_user_preferences (components/profile.yaml:128)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and not ((((((((((((((((((((((((((((((((((((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'htmleditor' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'atto_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'filepicker_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'filemanager_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'core_message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'email_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'user_home_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'drawer-' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'block' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'docked_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 9) = 'calendar_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'coursecat_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 25) = 'coursesectionspreferences' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'flextable_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'tool_usertours_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 20) = 'accessibilitystyles_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'forum_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 24) = 'markasreadonnotification' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'assign_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'assignment_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'workshop' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'quiz_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'lesson_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'scorm_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'grade_report_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradereport_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradingform_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'qtype_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'data_perpage_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'login_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'auth_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'create_password' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'tool_mobile_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 277, 'core_preferences.other', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 278. core_preferences.pages: delete mdl_user_preferences (components/profile.yaml:92)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('accessibilitystyles!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('block', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('calendar!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursecat!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursesectionspreferences', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('docked!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('drawer-', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('flextable!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('tool!_usertours!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('user!_home!_', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 278, 'core_preferences.pages', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 279. core_preferences.secrets: delete mdl_user_preferences (components/profile.yaml:118)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and ((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 279, 'core_preferences.secrets', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 280. core_preferences.teaching: delete mdl_user_preferences (components/profile.yaml:102)
delete `mdl_user_preferences` from `mdl_user_preferences`
where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assign!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assignment!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('data!_perpage!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('grade!_report!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradereport!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradingform!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('lesson!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('qtype!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('quiz!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('scorm!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('workshop', '%')) escape '!');
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 280, 'core_preferences.teaching', 'delete', 'mdl_user_preferences', row_count() from `probate_run` where `run` = @probate_run;

-- 281. core_keys.private_keys: delete mdl_user_private_key (components/account.yaml:187)
delete `mdl_user_private_key` from `mdl_user_private_key`
where `mdl_user_private_key`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 281, 'core_keys.private_keys', 'delete', 'mdl_user_private_key', row_count() from `probate_run` where `run` = @probate_run;

-- 282. mod_wiki.own: delete mdl_wiki_subwikis (components/activities.yaml:166)
delete `mdl_wiki_subwikis` from `mdl_wiki_subwikis`
where `mdl_wiki_subwikis`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 96);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 282, 'mod_wiki.own', 'delete', 'mdl_wiki_subwikis', row_count() from `probate_run` where `run` = @probate_run;

-- 283. mod_workshop.grades: delete mdl_workshop_aggregations (components/activities.yaml:236)
delete `mdl_workshop_aggregations` from `mdl_workshop_aggregations`
where `mdl_workshop_aggregations`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 283, 'mod_workshop.grades', 'delete', 'mdl_workshop_aggregations', row_count() from `probate_run` where `run` = @probate_run;

-- 284. mod_workshop.marking: detach mdl_workshop_submissions (components/activities.yaml:242)
update `mdl_workshop_submissions` join (select 1) as `probate_one`
set `mdl_workshop_submissions`.`gradeoverby` = null
where `mdl_workshop_submissions`.`gradeoverby` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 284, 'mod_workshop.marking', 'detach', 'mdl_workshop_submissions', row_count() from `probate_run` where `run` = @probate_run;

-- 285. mod_workshop.submissions: delete mdl_workshop_submissions (components/activities.yaml:204)
delete `mdl_workshop_submissions` from `mdl_workshop_submissions`
where `mdl_workshop_submissions`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 101);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 285, 'mod_workshop.submissions', 'delete', 'mdl_workshop_submissions', row_count() from `probate_run` where `run` = @probate_run;

-- 286. core_user.additional_names: empty mdl_user (components/account.yaml:26)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`lastnamephonetic` = null, `mdl_user`.`firstnamephonetic` = null, `mdl_user`.`middlename` = null, `mdl_user`.`alternatename` = null
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 286, 'core_user.additional_names', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 287. core_user.address: empty mdl_user (components/account.yaml:52)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`address` = '', `mdl_user`.`city` = '', `mdl_user`.`country` = ''
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 287, 'core_user.address', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 288. core_user.description: empty mdl_user (components/account.yaml:62)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`description` = null, `mdl_user`.`moodlenetprofile` = null
where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 38);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 288, 'core_user.description', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 289. core_user.email: empty mdl_user (components/account.yaml:32)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`email` = ''
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 289, 'core_user.email', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 290. core_user.idnumber: empty mdl_user (components/account.yaml:39)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`idnumber` = ''
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 290, 'core_user.idnumber', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 291. core_user.names: empty mdl_user (components/account.yaml:21)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`firstname` = '', `mdl_user`.`lastname` = ''
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 291, 'core_user.names', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 292. core_user.password: overwrite mdl_user (components/account.yaml:85)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`password` = '', `mdl_user`.`secret` = ''
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 292, 'core_user.password', 'overwrite', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 293. core_user.phones: empty mdl_user (components/account.yaml:47)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`phone1` = '', `mdl_user`.`phone2` = ''
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 293, 'core_user.phones', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 294. core_user.picture: empty mdl_user (components/account.yaml:68)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`picture` = 0, `mdl_user`.`imagealt` = null
where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 38);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 294, 'core_user.picture', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 295. core_user.settings: overwrite mdl_user (components/account.yaml:75)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`emailstop` = 0, `mdl_user`.`lang` = 'en', `mdl_user`.`calendartype` = 'gregorian', `mdl_user`.`theme` = '', `mdl_user`.`timezone` = '99', `mdl_user`.`mailformat` = 1, `mdl_user`.`maildigest` = 0, `mdl_user`.`maildisplay` = 2, `mdl_user`.`autosubscribe` = 1, `mdl_user`.`trackforums` = 0
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 295, 'core_user.settings', 'overwrite', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 296. core_user.system_access: empty mdl_user (components/account.yaml:97)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`firstaccess` = 0, `mdl_user`.`lastaccess` = 0, `mdl_user`.`lastlogin` = 0, `mdl_user`.`currentlogin` = 0, `mdl_user`.`lastip` = ''
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 296, 'core_user.system_access', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- 297. core_user.workplace: empty mdl_user (components/account.yaml:57)
update `mdl_user` join (select 1) as `probate_one`
set `mdl_user`.`institution` = null, `mdl_user`.`department` = null
where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run);
insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)
select `run`, 297, 'core_user.workplace', 'empty', 'mdl_user', row_count() from `probate_run` where `run` = @probate_run;

-- outbox: bytes that no file has any more
insert into `probate_outbox` (`run`, `kind`, `body`, `created`)
select distinct @probate_run, 'file', concat(substr(`probate_text_key`.`k`, 1, 2), '/', substr(`probate_text_key`.`k`, 3, 2), '/', convert(`probate_text_key`.`k` using utf8mb4) collate utf8mb4_nopad_bin), unix_timestamp()
from `probate_text_key`
where `run` = @probate_run and `capture` in (7, 12, 17, 20, 40, 43, 48, 50, 54, 56, 58, 61, 63, 67, 69, 73, 78, 80, 83, 85, 89, 95, 98, 103, 105, 108) and not (exists (select 1 from `mdl_files` where `mdl_files`.`contenthash` = `probate_text_key`.`k`));

-- residue: nothing that was decided may be left
insert into `probate_check` (`run`, `what`, `bad`)
select `probate_run`.`run`, `found`.`column1`, `found`.`column2`
from `probate_run`
join (
  select 'residue of step 1 (overwrite mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 23) and (not (`mdl_files`.`userid` <=> null) or not (`mdl_files`.`author` <=> null))) as `column2`
  union all select 'residue of step 1 (overwrite mdl_files, looked for again)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_files`.`userid` <=> null) or not (`mdl_files`.`author` <=> null))) as `column2`
  union all select 'residue of step 2 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 6)) as `column2`
  union all select 'residue of step 3 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 11)) as `column2`
  union all select 'residue of step 4 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 16)) as `column2`
  union all select 'residue of step 5 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 19)) as `column2`
  union all select 'residue of step 6 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 39)) as `column2`
  union all select 'residue of step 7 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 42)) as `column2`
  union all select 'residue of step 8 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 47)) as `column2`
  union all select 'residue of step 9 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 49)) as `column2`
  union all select 'residue of step 10 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 53)) as `column2`
  union all select 'residue of step 11 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 55)) as `column2`
  union all select 'residue of step 12 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 57)) as `column2`
  union all select 'residue of step 13 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 60)) as `column2`
  union all select 'residue of step 14 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 57)) as `column2`
  union all select 'residue of step 15 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 62)) as `column2`
  union all select 'residue of step 16 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 53)) as `column2`
  union all select 'residue of step 17 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 55)) as `column2`
  union all select 'residue of step 18 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 66)) as `column2`
  union all select 'residue of step 19 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 68)) as `column2`
  union all select 'residue of step 20 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 72)) as `column2`
  union all select 'residue of step 21 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 77)) as `column2`
  union all select 'residue of step 22 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 79)) as `column2`
  union all select 'residue of step 23 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 82)) as `column2`
  union all select 'residue of step 24 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 82)) as `column2`
  union all select 'residue of step 25 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 84)) as `column2`
  union all select 'residue of step 26 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 88)) as `column2`
  union all select 'residue of step 27 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 94)) as `column2`
  union all select 'residue of step 28 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 97)) as `column2`
  union all select 'residue of step 29 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 102)) as `column2`
  union all select 'residue of step 30 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 104)) as `column2`
  union all select 'residue of step 31 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 102)) as `column2`
  union all select 'residue of step 32 (delete mdl_files)' as `column1`, (select count(*) from `mdl_files` where `mdl_files`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 107)) as `column2`
  union all select 'residue of step 33 (delete mdl_question_attempt_step_data)' as `column1`, (select count(*) from `mdl_question_attempt_step_data` where `mdl_question_attempt_step_data`.`attemptstepid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 93)) as `column2`
  union all select 'residue of step 34 (detach mdl_question_attempt_steps)' as `column1`, (select count(*) from `mdl_question_attempt_steps` where `mdl_question_attempt_steps`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 35 (delete mdl_question_attempt_steps)' as `column1`, (select count(*) from `mdl_question_attempt_steps` where `mdl_question_attempt_steps`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 93)) as `column2`
  union all select 'residue of step 36 (delete mdl_question_attempts)' as `column1`, (select count(*) from `mdl_question_attempts` where `mdl_question_attempts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 92)) as `column2`
  union all select 'residue of step 37 (delete mdl_quiz_overview_regrades)' as `column1`, (select count(*) from `mdl_quiz_overview_regrades` where `mdl_quiz_overview_regrades`.`questionusageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 91)) as `column2`
  union all select 'residue of step 38 (delete mdl_wiki_locks)' as `column1`, (select count(*) from `mdl_wiki_locks` where `mdl_wiki_locks`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 39 (delete mdl_wiki_locks)' as `column1`, (select count(*) from `mdl_wiki_locks` where `mdl_wiki_locks`.`pageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 99)) as `column2`
  union all select 'residue of step 40 (delete mdl_wiki_synonyms)' as `column1`, (select count(*) from `mdl_wiki_synonyms` where `mdl_wiki_synonyms`.`pageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 99)) as `column2`
  union all select 'residue of step 41 (overwrite mdl_wiki_versions)' as `column1`, (select count(*) from `mdl_wiki_versions` where `mdl_wiki_versions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and not (`mdl_wiki_versions`.`content` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 42 (delete mdl_wiki_versions)' as `column1`, (select count(*) from `mdl_wiki_versions` where `mdl_wiki_versions`.`pageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 99)) as `column2`
  union all select 'residue of step 43 (overwrite mdl_workshop_grades)' as `column1`, (select count(*) from `mdl_workshop_grades` where `mdl_workshop_grades`.`assessmentid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 100) and not (`mdl_workshop_grades`.`peercomment` <=> null)) as `column2`
  union all select 'residue of step 44 (delete mdl_workshop_grades)' as `column1`, (select count(*) from `mdl_workshop_grades` where `mdl_workshop_grades`.`assessmentid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 106)) as `column2`
  union all select 'residue of step 45 (delete mdl_assignfeedback_comments)' as `column1`, (select count(*) from `mdl_assignfeedback_comments` where `mdl_assignfeedback_comments`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 59)) as `column2`
  union all select 'residue of step 46 (delete mdl_assignfeedback_editpdf_annot)' as `column1`, (select count(*) from `mdl_assignfeedback_editpdf_annot` where `mdl_assignfeedback_editpdf_annot`.`gradeid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52)) as `column2`
  union all select 'residue of step 47 (delete mdl_assignfeedback_editpdf_cmnt)' as `column1`, (select count(*) from `mdl_assignfeedback_editpdf_cmnt` where `mdl_assignfeedback_editpdf_cmnt`.`gradeid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52)) as `column2`
  union all select 'residue of step 48 (delete mdl_assignfeedback_editpdf_rot)' as `column1`, (select count(*) from `mdl_assignfeedback_editpdf_rot` where `mdl_assignfeedback_editpdf_rot`.`gradeid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52)) as `column2`
  union all select 'residue of step 49 (delete mdl_assignfeedback_file)' as `column1`, (select count(*) from `mdl_assignfeedback_file` where `mdl_assignfeedback_file`.`grade` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52)) as `column2`
) as `found` on 1 = 1
where `run` = @probate_run;
insert into `probate_check` (`run`, `what`, `bad`)
select `probate_run`.`run`, `found`.`column1`, `found`.`column2`
from `probate_run`
join (
  select 'residue of step 50 (overwrite mdl_assignfeedback_historic)' as `column1`, (select count(*) from `mdl_assignfeedback_historic` where `mdl_assignfeedback_historic`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 44) and not (`mdl_assignfeedback_historic`.`useridnumber` <=> null)) as `column2`
  union all select 'residue of step 50 (overwrite mdl_assignfeedback_historic, looked for again)' as `column1`, (select count(*) from `mdl_assignfeedback_historic` where `mdl_assignfeedback_historic`.`useridnumber` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = 'idnumber' and `shared` = 0) and not (`mdl_assignfeedback_historic`.`useridnumber` <=> null)) as `column2`
  union all select 'residue of step 51 (delete mdl_assignfeedback_historic)' as `column1`, (select count(*) from `mdl_assignfeedback_historic` where `mdl_assignfeedback_historic`.`grade` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52)) as `column2`
  union all select 'residue of step 52 (delete mdl_assignsubmission_file)' as `column1`, (select count(*) from `mdl_assignsubmission_file` where `mdl_assignsubmission_file`.`submission` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 51)) as `column2`
  union all select 'residue of step 53 (delete mdl_assignsubmission_onlinetext)' as `column1`, (select count(*) from `mdl_assignsubmission_onlinetext` where `mdl_assignsubmission_onlinetext`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 65)) as `column2`
  union all select 'residue of step 54 (delete mdl_badge_external)' as `column1`, (select count(*) from `mdl_badge_external` where `mdl_badge_external`.`backpackid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 2)) as `column2`
  union all select 'residue of step 55 (delete mdl_block_positions)' as `column1`, (select count(*) from `mdl_block_positions` where `mdl_block_positions`.`blockinstanceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 37)) as `column2`
  union all select 'residue of step 56 (delete mdl_blog_association)' as `column1`, (select count(*) from `mdl_blog_association` where `mdl_blog_association`.`blogid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 9)) as `column2`
  union all select 'residue of step 57 (delete mdl_blog_association)' as `column1`, (select count(*) from `mdl_blog_association` where `mdl_blog_association`.`blogid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 31)) as `column2`
  union all select 'residue of step 58 (delete mdl_blog_association)' as `column1`, (select count(*) from `mdl_blog_association` where `mdl_blog_association`.`blogid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 33)) as `column2`
  union all select 'residue of step 59 (detach mdl_competency_evidence)' as `column1`, (select count(*) from `mdl_competency_evidence` where `mdl_competency_evidence`.`actionuserid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 60 (delete mdl_competency_evidence)' as `column1`, (select count(*) from `mdl_competency_evidence` where `mdl_competency_evidence`.`usercompetencyid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 22)) as `column2`
  union all select 'residue of step 61 (delete mdl_competency_plancomp)' as `column1`, (select count(*) from `mdl_competency_plancomp` where `mdl_competency_plancomp`.`planid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 21)) as `column2`
  union all select 'residue of step 62 (delete mdl_competency_userevidencecomp)' as `column1`, (select count(*) from `mdl_competency_userevidencecomp` where `mdl_competency_userevidencecomp`.`userevidenceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 18)) as `column2`
  union all select 'residue of step 63 (delete mdl_data_content)' as `column1`, (select count(*) from `mdl_data_content` where `mdl_data_content`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 71)) as `column2`
  union all select 'residue of step 64 (detach mdl_event)' as `column1`, (select count(*) from `mdl_event` where `mdl_event`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and ((`mdl_event`.`courseid` <> 0 or `mdl_event`.`groupid` <> 0) or `mdl_event`.`categoryid` <> 0)) as `column2`
  union all select 'residue of step 65 (delete mdl_event)' as `column1`, (select count(*) from `mdl_event` where `mdl_event`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 10)) as `column2`
  union all select 'residue of step 66 (delete mdl_event)' as `column1`, (select count(*) from `mdl_event` where `mdl_event`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 14)) as `column2`
  union all select 'residue of step 67 (delete mdl_feedback_value)' as `column1`, (select count(*) from `mdl_feedback_value` where `mdl_feedback_value`.`completed` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 74)) as `column2`
  union all select 'residue of step 68 (delete mdl_feedback_valuetmp)' as `column1`, (select count(*) from `mdl_feedback_valuetmp` where `mdl_feedback_valuetmp`.`completed` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 75)) as `column2`
  union all select 'residue of step 69 (delete mdl_glossary_alias)' as `column1`, (select count(*) from `mdl_glossary_alias` where `mdl_glossary_alias`.`entryid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 81)) as `column2`
  union all select 'residue of step 70 (delete mdl_glossary_entries_categories)' as `column1`, (select count(*) from `mdl_glossary_entries_categories` where `mdl_glossary_entries_categories`.`entryid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 81)) as `column2`
  union all select 'residue of step 71 (delete mdl_gradingform_guide_fillings)' as `column1`, (select count(*) from `mdl_gradingform_guide_fillings` where `mdl_gradingform_guide_fillings`.`instanceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 64)) as `column2`
  union all select 'residue of step 72 (delete mdl_gradingform_rubric_fillings)' as `column1`, (select count(*) from `mdl_gradingform_rubric_fillings` where `mdl_gradingform_rubric_fillings`.`instanceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 64)) as `column2`
  union all select 'residue of step 73 (delete mdl_h5pactivity_attempts_results)' as `column1`, (select count(*) from `mdl_h5pactivity_attempts_results` where `mdl_h5pactivity_attempts_results`.`attemptid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 86)) as `column2`
  union all select 'residue of step 74 (delete mdl_message_airnotifier_devices)' as `column1`, (select count(*) from `mdl_message_airnotifier_devices` where `mdl_message_airnotifier_devices`.`userdeviceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 41)) as `column2`
  union all select 'residue of step 75 (delete mdl_message_email_messages)' as `column1`, (select count(*) from `mdl_message_email_messages` where `mdl_message_email_messages`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 76 (delete mdl_message_email_messages)' as `column1`, (select count(*) from `mdl_message_email_messages` where `mdl_message_email_messages`.`messageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 29)) as `column2`
  union all select 'residue of step 77 (delete mdl_message_popup_notifications)' as `column1`, (select count(*) from `mdl_message_popup_notifications` where `mdl_message_popup_notifications`.`notificationid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 36)) as `column2`
  union all select 'residue of step 78 (delete mdl_message_user_actions)' as `column1`, (select count(*) from `mdl_message_user_actions` where `mdl_message_user_actions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 79 (delete mdl_message_user_actions)' as `column1`, (select count(*) from `mdl_message_user_actions` where `mdl_message_user_actions`.`messageid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 29)) as `column2`
  union all select 'residue of step 80 (delete mdl_question_usages)' as `column1`, (select count(*) from `mdl_question_usages` where `mdl_question_usages`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 91)) as `column2`
  union all select 'residue of step 81 (delete mdl_repository_instance_config)' as `column1`, (select count(*) from `mdl_repository_instance_config` where `mdl_repository_instance_config`.`instanceid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 24)) as `column2`
  union all select 'residue of step 82 (delete mdl_wiki_links)' as `column1`, (select count(*) from `mdl_wiki_links` where `mdl_wiki_links`.`subwikiid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 96)) as `column2`
  union all select 'residue of step 83 (overwrite mdl_wiki_pages)' as `column1`, (select count(*) from `mdl_wiki_pages` where `mdl_wiki_pages`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and not (`mdl_wiki_pages`.`cachedcontent` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 84 (delete mdl_wiki_pages)' as `column1`, (select count(*) from `mdl_wiki_pages` where `mdl_wiki_pages`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 99)) as `column2`
  union all select 'residue of step 85 (overwrite mdl_workshop_assessments)' as `column1`, (select count(*) from `mdl_workshop_assessments` where `mdl_workshop_assessments`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 100) and (not (`mdl_workshop_assessments`.`reviewerid` <=> 0) or not (`mdl_workshop_assessments`.`feedbackauthor` <=> null) or not (`mdl_workshop_assessments`.`feedbackreviewer` <=> null))) as `column2`
  union all select 'residue of step 85 (overwrite mdl_workshop_assessments, looked for again)' as `column1`, (select count(*) from `mdl_workshop_assessments` where `mdl_workshop_assessments`.`reviewerid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_workshop_assessments`.`reviewerid` <=> 0) or not (`mdl_workshop_assessments`.`feedbackauthor` <=> null) or not (`mdl_workshop_assessments`.`feedbackreviewer` <=> null))) as `column2`
  union all select 'residue of step 86 (detach mdl_workshop_assessments)' as `column1`, (select count(*) from `mdl_workshop_assessments` where `mdl_workshop_assessments`.`gradinggradeoverby` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 87 (delete mdl_workshop_assessments)' as `column1`, (select count(*) from `mdl_workshop_assessments` where `mdl_workshop_assessments`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 106)) as `column2`
  union all select 'residue of step 88 (delete mdl_analytics_prediction_actions)' as `column1`, (select count(*) from `mdl_analytics_prediction_actions` where `mdl_analytics_prediction_actions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 89 (delete mdl_assign_grades)' as `column1`, (select count(*) from `mdl_assign_grades` where `mdl_assign_grades`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 52)) as `column2`
  union all select 'residue of step 89 (delete mdl_assign_grades, looked for again)' as `column1`, (select count(*) from `mdl_assign_grades` where `mdl_assign_grades`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 90 (delete mdl_assign_overrides)' as `column1`, (select count(*) from `mdl_assign_overrides` where `mdl_assign_overrides`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 91 (delete mdl_assign_submission)' as `column1`, (select count(*) from `mdl_assign_submission` where `mdl_assign_submission`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 51)) as `column2`
  union all select 'residue of step 91 (delete mdl_assign_submission, looked for again)' as `column1`, (select count(*) from `mdl_assign_submission` where `mdl_assign_submission`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 92 (delete mdl_assign_user_flags)' as `column1`, (select count(*) from `mdl_assign_user_flags` where `mdl_assign_user_flags`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 93 (delete mdl_assign_user_mapping)' as `column1`, (select count(*) from `mdl_assign_user_mapping` where `mdl_assign_user_mapping`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 94 (delete mdl_assignfeedback_editpdf_quick)' as `column1`, (select count(*) from `mdl_assignfeedback_editpdf_quick` where `mdl_assignfeedback_editpdf_quick`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 95 (delete mdl_assignfeedback_historic_data)' as `column1`, (select count(*) from `mdl_assignfeedback_historic_data` where `mdl_assignfeedback_historic_data`.`useridnumber` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = 'idnumber' and `shared` = 0)) as `column2`
) as `found` on 1 = 1
where `run` = @probate_run;
insert into `probate_check` (`run`, `what`, `bad`)
select `probate_run`.`run`, `found`.`column1`, `found`.`column2`
from `probate_run`
join (
  select 'residue of step 96 (detach mdl_assignment_submissions)' as `column1`, (select count(*) from `mdl_assignment_submissions` where `mdl_assignment_submissions`.`teacher` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 97 (delete mdl_assignment_submissions)' as `column1`, (select count(*) from `mdl_assignment_submissions` where `mdl_assignment_submissions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 98 (detach mdl_attendance_log)' as `column1`, (select count(*) from `mdl_attendance_log` where `mdl_attendance_log`.`takenby` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 99 (delete mdl_attendance_log)' as `column1`, (select count(*) from `mdl_attendance_log` where `mdl_attendance_log`.`studentid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 100 (detach mdl_attendance_sessions)' as `column1`, (select count(*) from `mdl_attendance_sessions` where `mdl_attendance_sessions`.`lasttakenby` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 101 (delete mdl_attendance_tempusers)' as `column1`, (select count(*) from `mdl_attendance_tempusers` where convert(cast(lower(convert(cast(convert(`mdl_attendance_tempusers`.`email` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin in (select `value` from `probate_identifier` where `run` = @probate_run and `name` = 'email' and `shared` = 0)) as `column2`
  union all select 'residue of step 102 (delete mdl_attendance_warning_done)' as `column1`, (select count(*) from `mdl_attendance_warning_done` where `mdl_attendance_warning_done`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 103 (delete mdl_auth_lti_linked_login)' as `column1`, (select count(*) from `mdl_auth_lti_linked_login` where `mdl_auth_lti_linked_login`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 104 (detach mdl_auth_oauth2_linked_login)' as `column1`, (select count(*) from `mdl_auth_oauth2_linked_login` where `mdl_auth_oauth2_linked_login`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 105 (delete mdl_auth_oauth2_linked_login)' as `column1`, (select count(*) from `mdl_auth_oauth2_linked_login` where `mdl_auth_oauth2_linked_login`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 106 (delete mdl_auth_oidc_prevlogin)' as `column1`, (select count(*) from `mdl_auth_oidc_prevlogin` where `mdl_auth_oidc_prevlogin`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 107 (overwrite mdl_auth_oidc_token)' as `column1`, (select count(*) from `mdl_auth_oidc_token` where `mdl_auth_oidc_token`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 1) and (not (`mdl_auth_oidc_token`.`oidcuniqid` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_auth_oidc_token`.`username` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_auth_oidc_token`.`oidcusername` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_auth_oidc_token`.`authcode` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_auth_oidc_token`.`token` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_auth_oidc_token`.`refreshtoken` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_auth_oidc_token`.`idtoken` <=> '' collate utf8mb4_nopad_bin))) as `column2`
  union all select 'residue of step 108 (delete mdl_auth_oidc_token)' as `column1`, (select count(*) from `mdl_auth_oidc_token` where `mdl_auth_oidc_token`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 109 (detach mdl_backup_controllers)' as `column1`, (select count(*) from `mdl_backup_controllers` where `mdl_backup_controllers`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 110 (overwrite mdl_badge)' as `column1`, (select count(*) from `mdl_badge` where `mdl_badge`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 3) and (not (`mdl_badge`.`imageauthorname` <=> null) or not (`mdl_badge`.`imageauthoremail` <=> null) or not (`mdl_badge`.`imageauthorurl` <=> null))) as `column2`
  union all select 'residue of step 110 (overwrite mdl_badge, looked for again)' as `column1`, (select count(*) from `mdl_badge` where convert(cast(lower(convert(cast(convert(`mdl_badge`.`imageauthoremail` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin in (select `value` from `probate_identifier` where `run` = @probate_run and `name` = 'email' and `shared` = 0) and (not (`mdl_badge`.`imageauthorname` <=> null) or not (`mdl_badge`.`imageauthoremail` <=> null) or not (`mdl_badge`.`imageauthorurl` <=> null))) as `column2`
  union all select 'residue of step 111 (delete mdl_badge_backpack)' as `column1`, (select count(*) from `mdl_badge_backpack` where `mdl_badge_backpack`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 2)) as `column2`
  union all select 'residue of step 111 (delete mdl_badge_backpack, looked for again)' as `column1`, (select count(*) from `mdl_badge_backpack` where `mdl_badge_backpack`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 112 (delete mdl_badge_backpack_oauth2)' as `column1`, (select count(*) from `mdl_badge_backpack_oauth2` where `mdl_badge_backpack_oauth2`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 113 (delete mdl_badge_criteria_met)' as `column1`, (select count(*) from `mdl_badge_criteria_met` where `mdl_badge_criteria_met`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 114 (overwrite mdl_badge_endorsement)' as `column1`, (select count(*) from `mdl_badge_endorsement` where `mdl_badge_endorsement`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 4) and (not (`mdl_badge_endorsement`.`issuername` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_badge_endorsement`.`issueremail` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_badge_endorsement`.`claimcomment` <=> null))) as `column2`
  union all select 'residue of step 114 (overwrite mdl_badge_endorsement, looked for again)' as `column1`, (select count(*) from `mdl_badge_endorsement` where convert(cast(lower(convert(cast(convert(`mdl_badge_endorsement`.`issueremail` using utf8mb4) as binary) using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin in (select `value` from `probate_identifier` where `run` = @probate_run and `name` = 'email' and `shared` = 0) and (not (`mdl_badge_endorsement`.`issuername` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_badge_endorsement`.`issueremail` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_badge_endorsement`.`claimcomment` <=> null))) as `column2`
  union all select 'residue of step 115 (delete mdl_badge_issued)' as `column1`, (select count(*) from `mdl_badge_issued` where `mdl_badge_issued`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 5)) as `column2`
  union all select 'residue of step 115 (delete mdl_badge_issued, looked for again)' as `column1`, (select count(*) from `mdl_badge_issued` where `mdl_badge_issued`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 116 (delete mdl_badge_manual_award)' as `column1`, (select count(*) from `mdl_badge_manual_award` where `mdl_badge_manual_award`.`recipientid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 117 (delete mdl_bigbluebuttonbn_logs)' as `column1`, (select count(*) from `mdl_bigbluebuttonbn_logs` where `mdl_bigbluebuttonbn_logs`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 118 (detach mdl_bigbluebuttonbn_recordings)' as `column1`, (select count(*) from `mdl_bigbluebuttonbn_recordings` where `mdl_bigbluebuttonbn_recordings`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 119 (delete mdl_block_instances)' as `column1`, (select count(*) from `mdl_block_instances` where `mdl_block_instances`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 37)) as `column2`
  union all select 'residue of step 120 (delete mdl_block_recent_activity)' as `column1`, (select count(*) from `mdl_block_recent_activity` where `mdl_block_recent_activity`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 121 (delete mdl_block_recentlyaccesseditems)' as `column1`, (select count(*) from `mdl_block_recentlyaccesseditems` where `mdl_block_recentlyaccesseditems`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 122 (delete mdl_block_rss_client)' as `column1`, (select count(*) from `mdl_block_rss_client` where `mdl_block_rss_client`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 123 (delete mdl_block_todo)' as `column1`, (select count(*) from `mdl_block_todo` where `mdl_block_todo`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 124 (delete mdl_blog_external)' as `column1`, (select count(*) from `mdl_blog_external` where `mdl_blog_external`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 125 (delete mdl_cache_flags)' as `column1`, (select count(*) from `mdl_cache_flags` where `mdl_cache_flags`.`name` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = '{key}' and `shared` = 0) and `mdl_cache_flags`.`flagtype` = 'accesslib/dirtyusers' collate utf8mb4_nopad_bin) as `column2`
  union all select 'residue of step 126 (delete mdl_chat_messages)' as `column1`, (select count(*) from `mdl_chat_messages` where `mdl_chat_messages`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 127 (delete mdl_chat_messages_current)' as `column1`, (select count(*) from `mdl_chat_messages_current` where `mdl_chat_messages_current`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 128 (delete mdl_chat_users)' as `column1`, (select count(*) from `mdl_chat_users` where `mdl_chat_users`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 129 (delete mdl_choice_answers)' as `column1`, (select count(*) from `mdl_choice_answers` where `mdl_choice_answers`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 130 (delete mdl_cohort_members)' as `column1`, (select count(*) from `mdl_cohort_members` where `mdl_cohort_members`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 131 (overwrite mdl_comments)' as `column1`, (select count(*) from `mdl_comments` where `mdl_comments`.`itemid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 8) and `mdl_comments`.`component` = 'blog' collate utf8mb4_nopad_bin and not (`mdl_comments`.`content` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 132 (overwrite mdl_comments)' as `column1`, (select count(*) from `mdl_comments` where `mdl_comments`.`itemid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 51) and `mdl_comments`.`component` = 'assignsubmission_comments' collate utf8mb4_nopad_bin and `mdl_comments`.`commentarea` = 'submission_comments' collate utf8mb4_nopad_bin and not (`mdl_comments`.`content` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 133 (overwrite mdl_comments)' as `column1`, (select count(*) from `mdl_comments` where `mdl_comments`.`itemid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 70) and `mdl_comments`.`component` = 'mod_data' collate utf8mb4_nopad_bin and `mdl_comments`.`commentarea` = 'database_entry' collate utf8mb4_nopad_bin and not (`mdl_comments`.`content` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 134 (overwrite mdl_comments)' as `column1`, (select count(*) from `mdl_comments` where `mdl_comments`.`itemid` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 81) and `mdl_comments`.`component` = 'mod_glossary' collate utf8mb4_nopad_bin and `mdl_comments`.`commentarea` = 'glossary_entry' collate utf8mb4_nopad_bin and not (`mdl_comments`.`content` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 135 (delete mdl_comments)' as `column1`, (select count(*) from `mdl_comments` where `mdl_comments`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 136 (detach mdl_competency_plan)' as `column1`, (select count(*) from `mdl_competency_plan` where `mdl_competency_plan`.`reviewerid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 137 (delete mdl_competency_plan)' as `column1`, (select count(*) from `mdl_competency_plan` where `mdl_competency_plan`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 21)) as `column2`
  union all select 'residue of step 137 (delete mdl_competency_plan, looked for again)' as `column1`, (select count(*) from `mdl_competency_plan` where `mdl_competency_plan`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 138 (detach mdl_competency_usercomp)' as `column1`, (select count(*) from `mdl_competency_usercomp` where `mdl_competency_usercomp`.`reviewerid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 139 (delete mdl_competency_usercomp)' as `column1`, (select count(*) from `mdl_competency_usercomp` where `mdl_competency_usercomp`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 22)) as `column2`
  union all select 'residue of step 139 (delete mdl_competency_usercomp, looked for again)' as `column1`, (select count(*) from `mdl_competency_usercomp` where `mdl_competency_usercomp`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
) as `found` on 1 = 1
where `run` = @probate_run;
insert into `probate_check` (`run`, `what`, `bad`)
select `probate_run`.`run`, `found`.`column1`, `found`.`column2`
from `probate_run`
join (
  select 'residue of step 140 (delete mdl_competency_usercompcourse)' as `column1`, (select count(*) from `mdl_competency_usercompcourse` where `mdl_competency_usercompcourse`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 141 (delete mdl_competency_usercompplan)' as `column1`, (select count(*) from `mdl_competency_usercompplan` where `mdl_competency_usercompplan`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 142 (delete mdl_competency_userevidence)' as `column1`, (select count(*) from `mdl_competency_userevidence` where `mdl_competency_userevidence`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 18)) as `column2`
  union all select 'residue of step 142 (delete mdl_competency_userevidence, looked for again)' as `column1`, (select count(*) from `mdl_competency_userevidence` where `mdl_competency_userevidence`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 143 (detach mdl_config_log)' as `column1`, (select count(*) from `mdl_config_log` where `mdl_config_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 144 (delete mdl_course_completion_crit_compl)' as `column1`, (select count(*) from `mdl_course_completion_crit_compl` where `mdl_course_completion_crit_compl`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 145 (delete mdl_course_completions)' as `column1`, (select count(*) from `mdl_course_completions` where `mdl_course_completions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 146 (detach mdl_course_modules_completion)' as `column1`, (select count(*) from `mdl_course_modules_completion` where `mdl_course_modules_completion`.`overrideby` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 147 (delete mdl_course_modules_completion)' as `column1`, (select count(*) from `mdl_course_modules_completion` where `mdl_course_modules_completion`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 148 (delete mdl_course_modules_viewed)' as `column1`, (select count(*) from `mdl_course_modules_viewed` where `mdl_course_modules_viewed`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 149 (delete mdl_course_request)' as `column1`, (select count(*) from `mdl_course_request` where `mdl_course_request`.`requester` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 150 (delete mdl_data_records)' as `column1`, (select count(*) from `mdl_data_records` where `mdl_data_records`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 70)) as `column2`
  union all select 'residue of step 150 (delete mdl_data_records, looked for again)' as `column1`, (select count(*) from `mdl_data_records` where `mdl_data_records`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 151 (delete mdl_editor_atto_autosave)' as `column1`, (select count(*) from `mdl_editor_atto_autosave` where `mdl_editor_atto_autosave`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 152 (delete mdl_enrol_flatfile)' as `column1`, (select count(*) from `mdl_enrol_flatfile` where `mdl_enrol_flatfile`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 153 (delete mdl_enrol_lti_users)' as `column1`, (select count(*) from `mdl_enrol_lti_users` where `mdl_enrol_lti_users`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 154 (detach mdl_event_subscriptions)' as `column1`, (select count(*) from `mdl_event_subscriptions` where `mdl_event_subscriptions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_event_subscriptions`.`eventtype` <> 'user' collate utf8mb4_nopad_bin) as `column2`
  union all select 'residue of step 155 (delete mdl_event_subscriptions)' as `column1`, (select count(*) from `mdl_event_subscriptions` where `mdl_event_subscriptions`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 13)) as `column2`
  union all select 'residue of step 156 (detach mdl_events_queue)' as `column1`, (select count(*) from `mdl_events_queue` where `mdl_events_queue`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 157 (delete mdl_external_services_users)' as `column1`, (select count(*) from `mdl_external_services_users` where `mdl_external_services_users`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 158 (detach mdl_external_tokens)' as `column1`, (select count(*) from `mdl_external_tokens` where `mdl_external_tokens`.`creatorid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 159 (delete mdl_external_tokens)' as `column1`, (select count(*) from `mdl_external_tokens` where `mdl_external_tokens`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 160 (delete mdl_favourite)' as `column1`, (select count(*) from `mdl_favourite` where `mdl_favourite`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 161 (delete mdl_feedback_completed)' as `column1`, (select count(*) from `mdl_feedback_completed` where `mdl_feedback_completed`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 74)) as `column2`
  union all select 'residue of step 161 (delete mdl_feedback_completed, looked for again)' as `column1`, (select count(*) from `mdl_feedback_completed` where `mdl_feedback_completed`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 162 (delete mdl_feedback_completedtmp)' as `column1`, (select count(*) from `mdl_feedback_completedtmp` where `mdl_feedback_completedtmp`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 75)) as `column2`
  union all select 'residue of step 162 (delete mdl_feedback_completedtmp, looked for again)' as `column1`, (select count(*) from `mdl_feedback_completedtmp` where `mdl_feedback_completedtmp`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 163 (delete mdl_forum_digests)' as `column1`, (select count(*) from `mdl_forum_digests` where `mdl_forum_digests`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 164 (delete mdl_forum_discussion_subs)' as `column1`, (select count(*) from `mdl_forum_discussion_subs` where `mdl_forum_discussion_subs`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 165 (detach mdl_forum_discussions)' as `column1`, (select count(*) from `mdl_forum_discussions` where `mdl_forum_discussions`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 166 (overwrite mdl_forum_discussions)' as `column1`, (select count(*) from `mdl_forum_discussions` where `mdl_forum_discussions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and not (`mdl_forum_discussions`.`name` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 167 (delete mdl_forum_grades)' as `column1`, (select count(*) from `mdl_forum_grades` where `mdl_forum_grades`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 168 (detach mdl_forum_posts)' as `column1`, (select count(*) from `mdl_forum_posts` where `mdl_forum_posts`.`privatereplyto` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 169 (overwrite mdl_forum_posts)' as `column1`, (select count(*) from `mdl_forum_posts` where `mdl_forum_posts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 76) and (not (`mdl_forum_posts`.`subject` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`message` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`attachment` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`deleted` <=> 1) or not (`mdl_forum_posts`.`wordcount` <=> null) or not (`mdl_forum_posts`.`charcount` <=> null))) as `column2`
  union all select 'residue of step 169 (overwrite mdl_forum_posts, looked for again)' as `column1`, (select count(*) from `mdl_forum_posts` where `mdl_forum_posts`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_forum_posts`.`subject` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`message` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`attachment` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_forum_posts`.`deleted` <=> 1) or not (`mdl_forum_posts`.`wordcount` <=> null) or not (`mdl_forum_posts`.`charcount` <=> null))) as `column2`
  union all select 'residue of step 170 (delete mdl_forum_queue)' as `column1`, (select count(*) from `mdl_forum_queue` where `mdl_forum_queue`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 171 (delete mdl_forum_read)' as `column1`, (select count(*) from `mdl_forum_read` where `mdl_forum_read`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 172 (delete mdl_forum_subscriptions)' as `column1`, (select count(*) from `mdl_forum_subscriptions` where `mdl_forum_subscriptions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 173 (delete mdl_forum_track_prefs)' as `column1`, (select count(*) from `mdl_forum_track_prefs` where `mdl_forum_track_prefs`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 174 (delete mdl_glossary_entries)' as `column1`, (select count(*) from `mdl_glossary_entries` where `mdl_glossary_entries`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 81)) as `column2`
  union all select 'residue of step 174 (delete mdl_glossary_entries, looked for again)' as `column1`, (select count(*) from `mdl_glossary_entries` where `mdl_glossary_entries`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 175 (detach mdl_grade_categories_history)' as `column1`, (select count(*) from `mdl_grade_categories_history` where `mdl_grade_categories_history`.`loggeduser` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 176 (delete mdl_grade_grades)' as `column1`, (select count(*) from `mdl_grade_grades` where `mdl_grade_grades`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 177 (detach mdl_grade_grades_history)' as `column1`, (select count(*) from `mdl_grade_grades_history` where `mdl_grade_grades_history`.`loggeduser` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 178 (delete mdl_grade_grades_history)' as `column1`, (select count(*) from `mdl_grade_grades_history` where `mdl_grade_grades_history`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 179 (detach mdl_grade_import_values)' as `column1`, (select count(*) from `mdl_grade_import_values` where `mdl_grade_import_values`.`importer` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 180 (delete mdl_grade_import_values)' as `column1`, (select count(*) from `mdl_grade_import_values` where `mdl_grade_import_values`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 181 (detach mdl_grade_items_history)' as `column1`, (select count(*) from `mdl_grade_items_history` where `mdl_grade_items_history`.`loggeduser` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 182 (detach mdl_grade_outcomes_history)' as `column1`, (select count(*) from `mdl_grade_outcomes_history` where `mdl_grade_outcomes_history`.`loggeduser` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 183 (delete mdl_grading_instances)' as `column1`, (select count(*) from `mdl_grading_instances` where `mdl_grading_instances`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 64)) as `column2`
) as `found` on 1 = 1
where `run` = @probate_run;
insert into `probate_check` (`run`, `what`, `bad`)
select `probate_run`.`run`, `found`.`column1`, `found`.`column2`
from `probate_run`
join (
  select 'residue of step 184 (delete mdl_groups_members)' as `column1`, (select count(*) from `mdl_groups_members` where `mdl_groups_members`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 185 (delete mdl_h5pactivity_attempts)' as `column1`, (select count(*) from `mdl_h5pactivity_attempts` where `mdl_h5pactivity_attempts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 86)) as `column2`
  union all select 'residue of step 185 (delete mdl_h5pactivity_attempts, looked for again)' as `column1`, (select count(*) from `mdl_h5pactivity_attempts` where `mdl_h5pactivity_attempts`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 186 (delete mdl_infected_files)' as `column1`, (select count(*) from `mdl_infected_files` where `mdl_infected_files`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 187 (delete mdl_lesson_attempts)' as `column1`, (select count(*) from `mdl_lesson_attempts` where `mdl_lesson_attempts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 87)) as `column2`
  union all select 'residue of step 187 (delete mdl_lesson_attempts, looked for again)' as `column1`, (select count(*) from `mdl_lesson_attempts` where `mdl_lesson_attempts`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 188 (delete mdl_lesson_branch)' as `column1`, (select count(*) from `mdl_lesson_branch` where `mdl_lesson_branch`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 189 (delete mdl_lesson_grades)' as `column1`, (select count(*) from `mdl_lesson_grades` where `mdl_lesson_grades`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 190 (delete mdl_lesson_overrides)' as `column1`, (select count(*) from `mdl_lesson_overrides` where `mdl_lesson_overrides`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 191 (delete mdl_lesson_timer)' as `column1`, (select count(*) from `mdl_lesson_timer` where `mdl_lesson_timer`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 192 (overwrite mdl_log)' as `column1`, (select count(*) from `mdl_log` where `mdl_log`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 26) and (not (`mdl_log`.`url` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_log`.`info` <=> '' collate utf8mb4_nopad_bin))) as `column2`
  union all select 'residue of step 193 (delete mdl_log)' as `column1`, (select count(*) from `mdl_log` where `mdl_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 194 (detach mdl_logstore_standard_log)' as `column1`, (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`contextinstanceid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_logstore_standard_log`.`contextlevel` = 30 and `mdl_logstore_standard_log`.`contextlevel` = 30) as `column2`
  union all select 'residue of step 195 (overwrite mdl_logstore_standard_log)' as `column1`, (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 25) and (not (`mdl_logstore_standard_log`.`relateduserid` <=> null) or not (`mdl_logstore_standard_log`.`other` <=> null))) as `column2`
  union all select 'residue of step 195 (overwrite mdl_logstore_standard_log, looked for again)' as `column1`, (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`relateduserid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_logstore_standard_log`.`relateduserid` <=> null) or not (`mdl_logstore_standard_log`.`other` <=> null))) as `column2`
  union all select 'residue of step 196 (detach mdl_logstore_standard_log)' as `column1`, (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`realuserid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 197 (detach mdl_logstore_standard_log)' as `column1`, (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`objectid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_logstore_standard_log`.`objecttable` = 'user' collate utf8mb4_nopad_bin and `mdl_logstore_standard_log`.`objecttable` = 'user' collate utf8mb4_nopad_bin) as `column2`
  union all select 'residue of step 198 (delete mdl_logstore_standard_log)' as `column1`, (select count(*) from `mdl_logstore_standard_log` where `mdl_logstore_standard_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 199 (delete mdl_lti_submission)' as `column1`, (select count(*) from `mdl_lti_submission` where `mdl_lti_submission`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 200 (detach mdl_lti_types)' as `column1`, (select count(*) from `mdl_lti_types` where `mdl_lti_types`.`createdby` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 201 (detach mdl_message)' as `column1`, (select count(*) from `mdl_message` where `mdl_message`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 202 (overwrite mdl_message)' as `column1`, (select count(*) from `mdl_message` where `mdl_message`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 27) and (not (`mdl_message`.`useridfrom` <=> 0) or not (`mdl_message`.`subject` <=> null) or not (`mdl_message`.`fullmessage` <=> null) or not (`mdl_message`.`fullmessagehtml` <=> null) or not (`mdl_message`.`smallmessage` <=> null) or not (`mdl_message`.`contexturl` <=> null) or not (`mdl_message`.`contexturlname` <=> null))) as `column2`
  union all select 'residue of step 202 (overwrite mdl_message, looked for again)' as `column1`, (select count(*) from `mdl_message` where `mdl_message`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_message`.`useridfrom` <=> 0) or not (`mdl_message`.`subject` <=> null) or not (`mdl_message`.`fullmessage` <=> null) or not (`mdl_message`.`fullmessagehtml` <=> null) or not (`mdl_message`.`smallmessage` <=> null) or not (`mdl_message`.`contexturl` <=> null) or not (`mdl_message`.`contexturlname` <=> null))) as `column2`
  union all select 'residue of step 203 (delete mdl_message_contact_requests)' as `column1`, (select count(*) from `mdl_message_contact_requests` where `mdl_message_contact_requests`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 204 (delete mdl_message_contacts)' as `column1`, (select count(*) from `mdl_message_contacts` where `mdl_message_contacts`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 205 (delete mdl_message_conversation_actions)' as `column1`, (select count(*) from `mdl_message_conversation_actions` where `mdl_message_conversation_actions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 206 (delete mdl_message_conversation_members)' as `column1`, (select count(*) from `mdl_message_conversation_members` where `mdl_message_conversation_members`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 207 (overwrite mdl_message_read)' as `column1`, (select count(*) from `mdl_message_read` where `mdl_message_read`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 28) and (not (`mdl_message_read`.`useridfrom` <=> 0) or not (`mdl_message_read`.`subject` <=> null) or not (`mdl_message_read`.`fullmessage` <=> null) or not (`mdl_message_read`.`fullmessagehtml` <=> null) or not (`mdl_message_read`.`smallmessage` <=> null) or not (`mdl_message_read`.`contexturl` <=> null) or not (`mdl_message_read`.`contexturlname` <=> null))) as `column2`
  union all select 'residue of step 207 (overwrite mdl_message_read, looked for again)' as `column1`, (select count(*) from `mdl_message_read` where `mdl_message_read`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_message_read`.`useridfrom` <=> 0) or not (`mdl_message_read`.`subject` <=> null) or not (`mdl_message_read`.`fullmessage` <=> null) or not (`mdl_message_read`.`fullmessagehtml` <=> null) or not (`mdl_message_read`.`smallmessage` <=> null) or not (`mdl_message_read`.`contexturl` <=> null) or not (`mdl_message_read`.`contexturlname` <=> null))) as `column2`
  union all select 'residue of step 208 (detach mdl_message_read)' as `column1`, (select count(*) from `mdl_message_read` where `mdl_message_read`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 209 (delete mdl_message_users_blocked)' as `column1`, (select count(*) from `mdl_message_users_blocked` where `mdl_message_users_blocked`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 210 (delete mdl_messageinbound_messagelist)' as `column1`, (select count(*) from `mdl_messageinbound_messagelist` where `mdl_messageinbound_messagelist`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 211 (delete mdl_messages)' as `column1`, (select count(*) from `mdl_messages` where `mdl_messages`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 29)) as `column2`
  union all select 'residue of step 211 (delete mdl_messages, looked for again)' as `column1`, (select count(*) from `mdl_messages` where `mdl_messages`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 212 (delete mdl_mnet_log)' as `column1`, (select count(*) from `mdl_mnet_log` where `mdl_mnet_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 213 (delete mdl_mnet_session)' as `column1`, (select count(*) from `mdl_mnet_session` where `mdl_mnet_session`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 214 (delete mdl_mnetservice_enrol_enrolments)' as `column1`, (select count(*) from `mdl_mnetservice_enrol_enrolments` where `mdl_mnetservice_enrol_enrolments`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 215 (delete mdl_my_pages)' as `column1`, (select count(*) from `mdl_my_pages` where `mdl_my_pages`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 216 (overwrite mdl_notifications)' as `column1`, (select count(*) from `mdl_notifications` where `mdl_notifications`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 34) and (not (`mdl_notifications`.`useridfrom` <=> 0) or not (`mdl_notifications`.`subject` <=> null) or not (`mdl_notifications`.`fullmessage` <=> null) or not (`mdl_notifications`.`fullmessagehtml` <=> null) or not (`mdl_notifications`.`smallmessage` <=> null) or not (`mdl_notifications`.`contexturlname` <=> null) or not (`mdl_notifications`.`customdata` <=> null))) as `column2`
  union all select 'residue of step 216 (overwrite mdl_notifications, looked for again)' as `column1`, (select count(*) from `mdl_notifications` where `mdl_notifications`.`useridfrom` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_notifications`.`useridfrom` <=> 0) or not (`mdl_notifications`.`subject` <=> null) or not (`mdl_notifications`.`fullmessage` <=> null) or not (`mdl_notifications`.`fullmessagehtml` <=> null) or not (`mdl_notifications`.`smallmessage` <=> null) or not (`mdl_notifications`.`contexturlname` <=> null) or not (`mdl_notifications`.`customdata` <=> null))) as `column2`
  union all select 'residue of step 217 (overwrite mdl_notifications)' as `column1`, (select count(*) from `mdl_notifications` where `mdl_notifications`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 35) and (not (`mdl_notifications`.`contexturl` <=> null) or not (`mdl_notifications`.`contexturlname` <=> null))) as `column2`
  union all select 'residue of step 217 (overwrite mdl_notifications, looked for again)' as `column1`, (select count(*) from `mdl_notifications` where exists (select 1 from (select `value` as `value` from `probate_identifier` where `run` = @probate_run and `name` = '*/user/profile.php?id={key}' and `shared` = 0) as `probate_value` where convert(`mdl_notifications`.`contexturl` using utf8mb4) collate utf8mb4_nopad_bin like `probate_value`.`value` escape '!') and (not (`mdl_notifications`.`contexturl` <=> null) or not (`mdl_notifications`.`contexturlname` <=> null))) as `column2`
  union all select 'residue of step 218 (delete mdl_notifications)' as `column1`, (select count(*) from `mdl_notifications` where `mdl_notifications`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 36)) as `column2`
  union all select 'residue of step 218 (delete mdl_notifications, looked for again)' as `column1`, (select count(*) from `mdl_notifications` where `mdl_notifications`.`useridto` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 219 (delete mdl_oauth2_refresh_token)' as `column1`, (select count(*) from `mdl_oauth2_refresh_token` where `mdl_oauth2_refresh_token`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 220 (delete mdl_portfolio_instance_user)' as `column1`, (select count(*) from `mdl_portfolio_instance_user` where `mdl_portfolio_instance_user`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 221 (delete mdl_portfolio_log)' as `column1`, (select count(*) from `mdl_portfolio_log` where `mdl_portfolio_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 222 (delete mdl_portfolio_tempdata)' as `column1`, (select count(*) from `mdl_portfolio_tempdata` where `mdl_portfolio_tempdata`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 223 (detach mdl_post)' as `column1`, (select count(*) from `mdl_post` where `mdl_post`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_post`.`module` = 'notes' collate utf8mb4_nopad_bin) as `column2`
  union all select 'residue of step 224 (delete mdl_post)' as `column1`, (select count(*) from `mdl_post` where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 9)) as `column2`
) as `found` on 1 = 1
where `run` = @probate_run;
insert into `probate_check` (`run`, `what`, `bad`)
select `probate_run`.`run`, `found`.`column1`, `found`.`column2`
from `probate_run`
join (
  select 'residue of step 225 (delete mdl_post)' as `column1`, (select count(*) from `mdl_post` where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 30)) as `column2`
  union all select 'residue of step 226 (delete mdl_post)' as `column1`, (select count(*) from `mdl_post` where `mdl_post`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 32)) as `column2`
  union all select 'residue of step 227 (overwrite mdl_question)' as `column1`, (select count(*) from `mdl_question` where `mdl_question`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 45) and not (`mdl_question`.`modifieridnumber` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 227 (overwrite mdl_question, looked for again)' as `column1`, (select count(*) from `mdl_question` where `mdl_question`.`modifieridnumber` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = 'idnumber' and `shared` = 0) and not (`mdl_question`.`modifieridnumber` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 228 (overwrite mdl_question)' as `column1`, (select count(*) from `mdl_question` where `mdl_question`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 46) and not (`mdl_question`.`creatoridnumber` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 228 (overwrite mdl_question, looked for again)' as `column1`, (select count(*) from `mdl_question` where `mdl_question`.`creatoridnumber` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = 'idnumber' and `shared` = 0) and not (`mdl_question`.`creatoridnumber` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 229 (delete mdl_quiz_attempts)' as `column1`, (select count(*) from `mdl_quiz_attempts` where `mdl_quiz_attempts`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 90)) as `column2`
  union all select 'residue of step 229 (delete mdl_quiz_attempts, looked for again)' as `column1`, (select count(*) from `mdl_quiz_attempts` where `mdl_quiz_attempts`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 230 (delete mdl_quiz_grades)' as `column1`, (select count(*) from `mdl_quiz_grades` where `mdl_quiz_grades`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 231 (delete mdl_quiz_overrides)' as `column1`, (select count(*) from `mdl_quiz_overrides` where `mdl_quiz_overrides`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 232 (delete mdl_rating)' as `column1`, (select count(*) from `mdl_rating` where `mdl_rating`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 233 (delete mdl_repository_instances)' as `column1`, (select count(*) from `mdl_repository_instances` where `mdl_repository_instances`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 24)) as `column2`
  union all select 'residue of step 233 (delete mdl_repository_instances, looked for again)' as `column1`, (select count(*) from `mdl_repository_instances` where `mdl_repository_instances`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 234 (detach mdl_role_assignments)' as `column1`, (select count(*) from `mdl_role_assignments` where `mdl_role_assignments`.`modifierid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 235 (delete mdl_role_assignments)' as `column1`, (select count(*) from `mdl_role_assignments` where `mdl_role_assignments`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 236 (detach mdl_scale_history)' as `column1`, (select count(*) from `mdl_scale_history` where `mdl_scale_history`.`loggeduser` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 237 (delete mdl_scorm_aicc_session)' as `column1`, (select count(*) from `mdl_scorm_aicc_session` where `mdl_scorm_aicc_session`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 238 (delete mdl_scorm_scoes_track)' as `column1`, (select count(*) from `mdl_scorm_scoes_track` where `mdl_scorm_scoes_track`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 239 (detach mdl_search_simpledb_index)' as `column1`, (select count(*) from `mdl_search_simpledb_index` where `mdl_search_simpledb_index`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 240 (overwrite mdl_search_simpledb_index)' as `column1`, (select count(*) from `mdl_search_simpledb_index` where `mdl_search_simpledb_index`.`owneruserid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_search_simpledb_index`.`title` <=> null) or not (`mdl_search_simpledb_index`.`content` <=> null) or not (`mdl_search_simpledb_index`.`description1` <=> null) or not (`mdl_search_simpledb_index`.`description2` <=> null))) as `column2`
  union all select 'residue of step 241 (delete mdl_search_simpledb_index)' as `column1`, (select count(*) from `mdl_search_simpledb_index` where `mdl_search_simpledb_index`.`docid` in (select `value` collate utf8mb4_nopad_bin from `probate_identifier` where `run` = @probate_run and `name` = 'core_user-user-{key}' and `shared` = 0)) as `column2`
  union all select 'residue of step 242 (delete mdl_sessions)' as `column1`, (select count(*) from `mdl_sessions` where `mdl_sessions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 243 (delete mdl_stats_user_daily)' as `column1`, (select count(*) from `mdl_stats_user_daily` where `mdl_stats_user_daily`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 244 (delete mdl_stats_user_monthly)' as `column1`, (select count(*) from `mdl_stats_user_monthly` where `mdl_stats_user_monthly`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 245 (delete mdl_stats_user_weekly)' as `column1`, (select count(*) from `mdl_stats_user_weekly` where `mdl_stats_user_weekly`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 246 (delete mdl_survey_analysis)' as `column1`, (select count(*) from `mdl_survey_analysis` where `mdl_survey_analysis`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 247 (delete mdl_survey_answers)' as `column1`, (select count(*) from `mdl_survey_answers` where `mdl_survey_answers`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 248 (detach mdl_tag)' as `column1`, (select count(*) from `mdl_tag` where `mdl_tag`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 249 (delete mdl_tag_instance)' as `column1`, (select count(*) from `mdl_tag_instance` where `mdl_tag_instance`.`itemid` in (select `subject` from `probate_batch` where `run` = @probate_run) and `mdl_tag_instance`.`component` = 'core' collate utf8mb4_nopad_bin and `mdl_tag_instance`.`itemtype` = 'user' collate utf8mb4_nopad_bin and `mdl_tag_instance`.`component` = 'core' collate utf8mb4_nopad_bin and `mdl_tag_instance`.`itemtype` = 'user' collate utf8mb4_nopad_bin) as `column2`
  union all select 'residue of step 250 (detach mdl_task_adhoc)' as `column1`, (select count(*) from `mdl_task_adhoc` where `mdl_task_adhoc`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 251 (detach mdl_task_log)' as `column1`, (select count(*) from `mdl_task_log` where `mdl_task_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 252 (delete mdl_tiny_autosave)' as `column1`, (select count(*) from `mdl_tiny_autosave` where `mdl_tiny_autosave`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 253 (detach mdl_tool_cohortroles)' as `column1`, (select count(*) from `mdl_tool_cohortroles` where `mdl_tool_cohortroles`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 254 (delete mdl_tool_cohortroles)' as `column1`, (select count(*) from `mdl_tool_cohortroles` where `mdl_tool_cohortroles`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 255 (detach mdl_tool_dataprivacy_request)' as `column1`, (select count(*) from `mdl_tool_dataprivacy_request` where `mdl_tool_dataprivacy_request`.`dpo` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 256 (overwrite mdl_tool_dataprivacy_request)' as `column1`, (select count(*) from `mdl_tool_dataprivacy_request` where `mdl_tool_dataprivacy_request`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_tool_dataprivacy_request`.`comments` <=> null) or not (`mdl_tool_dataprivacy_request`.`dpocomment` <=> null))) as `column2`
  union all select 'residue of step 257 (detach mdl_tool_dataprivacy_request)' as `column1`, (select count(*) from `mdl_tool_dataprivacy_request` where `mdl_tool_dataprivacy_request`.`requestedby` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 258 (detach mdl_tool_dataprivacy_request)' as `column1`, (select count(*) from `mdl_tool_dataprivacy_request` where `mdl_tool_dataprivacy_request`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 259 (delete mdl_tool_monitor_history)' as `column1`, (select count(*) from `mdl_tool_monitor_history` where `mdl_tool_monitor_history`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 260 (detach mdl_tool_monitor_rules)' as `column1`, (select count(*) from `mdl_tool_monitor_rules` where `mdl_tool_monitor_rules`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 261 (delete mdl_tool_monitor_subscriptions)' as `column1`, (select count(*) from `mdl_tool_monitor_subscriptions` where `mdl_tool_monitor_subscriptions`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 262 (detach mdl_tool_policy_acceptances)' as `column1`, (select count(*) from `mdl_tool_policy_acceptances` where `mdl_tool_policy_acceptances`.`usermodified` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 263 (detach mdl_upgrade_log)' as `column1`, (select count(*) from `mdl_upgrade_log` where `mdl_upgrade_log`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 264 (delete mdl_user_devices)' as `column1`, (select count(*) from `mdl_user_devices` where `mdl_user_devices`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 41)) as `column2`
  union all select 'residue of step 264 (delete mdl_user_devices, looked for again)' as `column1`, (select count(*) from `mdl_user_devices` where `mdl_user_devices`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 265 (delete mdl_user_enrol_waitlist)' as `column1`, (select count(*) from `mdl_user_enrol_waitlist` where `mdl_user_enrol_waitlist`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 266 (detach mdl_user_enrolments)' as `column1`, (select count(*) from `mdl_user_enrolments` where `mdl_user_enrolments`.`modifierid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 267 (delete mdl_user_enrolments)' as `column1`, (select count(*) from `mdl_user_enrolments` where `mdl_user_enrolments`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 268 (delete mdl_user_info_data)' as `column1`, (select count(*) from `mdl_user_info_data` where `mdl_user_info_data`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (select `probate_1`.`visible` from `mdl_user_info_field` as `probate_1` where `probate_1`.`id` = `mdl_user_info_data`.`fieldid`) <> 0) as `column2`
  union all select 'residue of step 269 (delete mdl_user_info_data)' as `column1`, (select count(*) from `mdl_user_info_data` where `mdl_user_info_data`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (select `probate_1`.`visible` from `mdl_user_info_field` as `probate_1` where `probate_1`.`id` = `mdl_user_info_data`.`fieldid`) = 0) as `column2`
) as `found` on 1 = 1
where `run` = @probate_run;
insert into `probate_check` (`run`, `what`, `bad`)
select `probate_run`.`run`, `found`.`column1`, `found`.`column2`
from `probate_run`
join (
  select 'residue of step 270 (delete mdl_user_lastaccess)' as `column1`, (select count(*) from `mdl_user_lastaccess` where `mdl_user_lastaccess`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 271 (delete mdl_user_password_history)' as `column1`, (select count(*) from `mdl_user_password_history` where `mdl_user_password_history`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 272 (delete mdl_user_password_resets)' as `column1`, (select count(*) from `mdl_user_password_resets` where `mdl_user_password_resets`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 273 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('atto!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filemanager!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('filepicker!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('htmleditor', '%')) escape '!')) as `column2`
  union all select 'residue of step 274 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('forum!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('markasreadonnotification', '%')) escape '!')) as `column2`
  union all select 'residue of step 275 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'login_' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'auth_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'create_password' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'tool_mobile_' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 276 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('core!_message!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('email!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('message!_', '%')) escape '!')) as `column2`
  union all select 'residue of step 277 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and not ((((((((((((((((((((((((((((((((((((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'htmleditor' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'atto_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'filepicker_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'filemanager_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'core_message_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'email_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'user_home_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'drawer-' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'block' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'docked_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 9) = 'calendar_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'coursecat_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 25) = 'coursesectionspreferences' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 10) = 'flextable_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'tool_usertours_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 20) = 'accessibilitystyles_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'forum_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 24) = 'markasreadonnotification' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'assign_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'assignment_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 8) = 'workshop' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'quiz_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'lesson_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'scorm_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'grade_report_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradereport_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'gradingform_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'qtype_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'data_perpage_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 6) = 'login_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 5) = 'auth_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 15) = 'create_password' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 12) = 'tool_mobile_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 278 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('accessibilitystyles!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('block', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('calendar!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursecat!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('coursesectionspreferences', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('docked!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('drawer-', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('flextable!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('tool!_usertours!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('user!_home!_', '%')) escape '!')) as `column2`
  union all select 'residue of step 279 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and ((left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 11) = 'repository_' collate utf8mb4_nopad_bin or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 7) = 'flickr_' collate utf8mb4_nopad_bin) or left(convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4), 13) = 'badges_email_' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 280 (delete mdl_user_preferences)' as `column1`, (select count(*) from `mdl_user_preferences` where `mdl_user_preferences`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run) and (convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assign!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('assignment!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('data!_perpage!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('grade!_report!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradereport!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('gradingform!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('lesson!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('qtype!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('quiz!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('scorm!_', '%')) escape '!' or convert((convert(`mdl_user_preferences`.`name` using utf8mb4) collate utf8mb4_nopad_bin) using utf8mb4) collate utf8mb4_nopad_bin like (concat('workshop', '%')) escape '!')) as `column2`
  union all select 'residue of step 281 (delete mdl_user_private_key)' as `column1`, (select count(*) from `mdl_user_private_key` where `mdl_user_private_key`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 282 (delete mdl_wiki_subwikis)' as `column1`, (select count(*) from `mdl_wiki_subwikis` where `mdl_wiki_subwikis`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 96)) as `column2`
  union all select 'residue of step 282 (delete mdl_wiki_subwikis, looked for again)' as `column1`, (select count(*) from `mdl_wiki_subwikis` where `mdl_wiki_subwikis`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 283 (delete mdl_workshop_aggregations)' as `column1`, (select count(*) from `mdl_workshop_aggregations` where `mdl_workshop_aggregations`.`userid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 284 (detach mdl_workshop_submissions)' as `column1`, (select count(*) from `mdl_workshop_submissions` where `mdl_workshop_submissions`.`gradeoverby` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 285 (delete mdl_workshop_submissions)' as `column1`, (select count(*) from `mdl_workshop_submissions` where `mdl_workshop_submissions`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 101)) as `column2`
  union all select 'residue of step 285 (delete mdl_workshop_submissions, looked for again)' as `column1`, (select count(*) from `mdl_workshop_submissions` where `mdl_workshop_submissions`.`authorid` in (select `subject` from `probate_batch` where `run` = @probate_run)) as `column2`
  union all select 'residue of step 286 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`lastnamephonetic` <=> null) or not (`mdl_user`.`firstnamephonetic` <=> null) or not (`mdl_user`.`middlename` <=> null) or not (`mdl_user`.`alternatename` <=> null))) as `column2`
  union all select 'residue of step 287 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`address` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`city` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`country` <=> '' collate utf8mb4_nopad_bin))) as `column2`
  union all select 'residue of step 288 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 38) and (not (`mdl_user`.`description` <=> null) or not (`mdl_user`.`moodlenetprofile` <=> null))) as `column2`
  union all select 'residue of step 288 (empty mdl_user, looked for again)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`description` <=> null) or not (`mdl_user`.`moodlenetprofile` <=> null))) as `column2`
  union all select 'residue of step 289 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and not (`mdl_user`.`email` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 290 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and not (`mdl_user`.`idnumber` <=> '' collate utf8mb4_nopad_bin)) as `column2`
  union all select 'residue of step 291 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`firstname` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`lastname` <=> '' collate utf8mb4_nopad_bin))) as `column2`
  union all select 'residue of step 292 (overwrite mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`password` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`secret` <=> '' collate utf8mb4_nopad_bin))) as `column2`
  union all select 'residue of step 293 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`phone1` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`phone2` <=> '' collate utf8mb4_nopad_bin))) as `column2`
  union all select 'residue of step 294 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `k` from `probate_key` where `run` = @probate_run and `capture` = 38) and (not (`mdl_user`.`picture` <=> 0) or not (`mdl_user`.`imagealt` <=> null))) as `column2`
  union all select 'residue of step 294 (empty mdl_user, looked for again)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`picture` <=> 0) or not (`mdl_user`.`imagealt` <=> null))) as `column2`
  union all select 'residue of step 295 (overwrite mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`emailstop` <=> 0) or not (`mdl_user`.`lang` <=> 'en' collate utf8mb4_nopad_bin) or not (`mdl_user`.`calendartype` <=> 'gregorian' collate utf8mb4_nopad_bin) or not (`mdl_user`.`theme` <=> '' collate utf8mb4_nopad_bin) or not (`mdl_user`.`timezone` <=> '99' collate utf8mb4_nopad_bin) or not (`mdl_user`.`mailformat` <=> 1) or not (`mdl_user`.`maildigest` <=> 0) or not (`mdl_user`.`maildisplay` <=> 2) or not (`mdl_user`.`autosubscribe` <=> 1) or not (`mdl_user`.`trackforums` <=> 0))) as `column2`
  union all select 'residue of step 296 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`firstaccess` <=> 0) or not (`mdl_user`.`lastaccess` <=> 0) or not (`mdl_user`.`lastlogin` <=> 0) or not (`mdl_user`.`currentlogin` <=> 0) or not (`mdl_user`.`lastip` <=> '' collate utf8mb4_nopad_bin))) as `column2`
  union all select 'residue of step 297 (empty mdl_user)' as `column1`, (select count(*) from `mdl_user` where `mdl_user`.`id` in (select `subject` from `probate_batch` where `run` = @probate_run) and (not (`mdl_user`.`institution` <=> null) or not (`mdl_user`.`department` <=> null))) as `column2`
  union all select 'captures in probate_key' as `column1`, 82 - (select count(*) from `probate_key` where `run` = @probate_run and `capture` < 0) as `column2`
  union all select 'captures in probate_text_key' as `column1`, 26 - (select count(*) from `probate_text_key` where `run` = @probate_run and `capture` < 0) as `column2`
  union all select 'identifiers email captured' as `column1`, (select count(*) from `probate_batch` where `run` = @probate_run) - (select count(*) from `probate_identifier` where `run` = @probate_run and `name` = 'looked for email') as `column2`
  union all select 'identifiers idnumber captured' as `column1`, (select count(*) from `probate_batch` where `run` = @probate_run) - (select count(*) from `probate_identifier` where `run` = @probate_run and `name` = 'looked for idnumber') as `column2`
  union all select 'identifiers username captured' as `column1`, (select count(*) from `probate_batch` where `run` = @probate_run) - (select count(*) from `probate_identifier` where `run` = @probate_run and `name` = 'looked for username') as `column2`
  union all select 'identifiers core_user-user-{key} captured' as `column1`, (select count(*) from `probate_batch` where `run` = @probate_run) - (select count(*) from `probate_identifier` where `run` = @probate_run and `name` = 'looked for core_user-user-{key}') as `column2`
  union all select 'identifiers view.php?id={key}&course=* captured' as `column1`, (select count(*) from `probate_batch` where `run` = @probate_run) - (select count(*) from `probate_identifier` where `run` = @probate_run and `name` = 'looked for view.php?id={key}&course=*') as `column2`
  union all select 'identifiers {key} captured' as `column1`, (select count(*) from `probate_batch` where `run` = @probate_run) - (select count(*) from `probate_identifier` where `run` = @probate_run and `name` = 'looked for {key}') as `column2`
  union all select 'identifiers */user/profile.php?id={key} captured' as `column1`, (select count(*) from `probate_batch` where `run` = @probate_run) - (select count(*) from `probate_identifier` where `run` = @probate_run and `name` = 'looked for */user/profile.php?id={key}') as `column2`
) as `found` on 1 = 1
where `run` = @probate_run;

-- the ledger, the requests, the run
insert into `probate_ledger` (`run`, `request`, `type`, `program`, `at`)
select `run`, `request`, 'leaver-full-unassigned', 'edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294', unix_timestamp()
from `probate_batch`
where `run` = @probate_run
order by `subject`;
update `probate_request` join (select 1) as `probate_one`
set `probate_request`.`state` = case when `id` in (select `request` from `probate_batch` where `run` = @probate_run and `subject` in (select `subject` from `probate_identifier` where `run` = @probate_run and `shared` = 1)) then 'held' else 'done' end, `probate_request`.`run` = @probate_run, `probate_request`.`finished` = unix_timestamp(), `probate_request`.`not_before` = case when `id` in (select `request` from `probate_batch` where `run` = @probate_run and `subject` in (select `subject` from `probate_identifier` where `run` = @probate_run and `shared` = 1)) then null else case when exists (select 1 from `mdl_user` where not (`mdl_user`.`id` is null) and not (`mdl_user`.`id` in (0)) and `mdl_user`.`deleted` = 1 and not (`mdl_user`.`username` in ('guest' collate utf8mb4_nopad_bin, 'admin' collate utf8mb4_nopad_bin)) and not ((`mdl_user`.`username` = 'former-user' collate utf8mb4_nopad_bin) is true) and `mdl_user`.`id` = `probate_request`.`subject`) then unix_timestamp() else null end end, `probate_request`.`reason` = case when `id` in (select `request` from `probate_batch` where `run` = @probate_run and `subject` in (select `subject` from `probate_identifier` where `run` = @probate_run and `shared` = 1)) then (select concat('shared-identifier ', min(`name` collate utf8mb4_nopad_bin)) from `probate_identifier` where `run` = @probate_run and `probate_identifier`.`subject` = `probate_request`.`subject` and `shared` = 1) else null end, `probate_request`.`token` = null
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
union all select `run`, 'checks made', coalesce(341 - (select count(*) from `probate_check` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'steps done', coalesce(297 - (select count(*) from `probate_result` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'ledger rows', coalesce((select `subjects` from `probate_run` where `run` = @probate_run) - (select count(*) from `probate_ledger` where `run` = @probate_run), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'requests done', coalesce((select `subjects` from `probate_run` where `run` = @probate_run) - (select count(*) from `probate_request` where `run` = @probate_run and `state` in ('done', 'held')), 1) from `probate_run` where `run` = @probate_run
union all select `run`, 'notices written', coalesce((select count(*) from `probate_request` where `run` = @probate_run and `state` = 'done') - (select count(*) from `probate_outbox` where `run` = @probate_run and `kind` = 'notice'), 1) from `probate_run` where `run` = @probate_run;
set @probate_end = if((select count(*) from `probate_assert` where `run` = @probate_run and `bad` = 0) = 6, 'commit', 'rollback');
execute immediate @probate_end;
