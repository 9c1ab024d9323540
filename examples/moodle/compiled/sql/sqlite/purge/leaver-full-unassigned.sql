-- Purge type `leaver-full-unassigned`, for subjects whose status is `deleted` (types.yaml:111).
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

-- sweep: whoever has left the status since their purge, or is not to be purged by itself, is not looked at any more
update "probate_request"
set "not_before" = null
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-full-unassigned' and "probate_request"."state" = 'done' and not ("probate_request"."not_before" is null) and (not (exists (select 1 from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and "mdl_user"."deleted" = 1 and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true) and "mdl_user"."id" = "probate_request"."subject")) or exists (select 1 from "probate_own_type" where "probate_own_type"."subject" = "probate_request"."subject" and "probate_own_type"."status" = 'deleted' and ("probate_own_type"."type" is null or "probate_request"."origin" = 'automatic' and "probate_own_type"."type" <> 'leaver-full-unassigned')));

-- sweep: whose purge is looked at now
update "probate_request"
set "token" = (select "token" from temp."probate_claim")
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-full-unassigned' and "probate_request"."state" = 'done' and "probate_request"."not_before" <= cast(strftime('%s', 'now') as integer);

-- sweep: of whom there are rows again
update "probate_request"
set "not_before" = -1
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-full-unassigned' and "probate_request"."state" = 'done' and "probate_request"."token" = (select "token" from temp."probate_claim") and ((select count(*) from "mdl_auth_lti_linked_login" where "mdl_auth_lti_linked_login"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_auth_oauth2_linked_login" where "mdl_auth_oauth2_linked_login"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_auth_oauth2_linked_login" where "mdl_auth_oauth2_linked_login"."usermodified" = "probate_request"."subject") > 0 or (select count(*) from "mdl_messageinbound_messagelist" where "mdl_messageinbound_messagelist"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_auth_oidc_prevlogin" where "mdl_auth_oidc_prevlogin"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_auth_oidc_token" where "mdl_auth_oidc_token"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_badge_backpack" where "mdl_badge_backpack"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_badge_backpack_oauth2" where "mdl_badge_backpack_oauth2"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_badge_criteria_met" where "mdl_badge_criteria_met"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_badge_issued" where "mdl_badge_issued"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_badge_manual_award" where "mdl_badge_manual_award"."recipientid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_post" where "mdl_post"."userid" = "probate_request"."subject" and ("mdl_post"."module" = 'blog' or "mdl_post"."module" = 'blog_external')) > 0 or (select count(*) from "mdl_blog_external" where "mdl_blog_external"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_event" where "mdl_event"."userid" = "probate_request"."subject" and "mdl_event"."courseid" = 0 and "mdl_event"."groupid" = 0 and "mdl_event"."categoryid" = 0) > 0 or (select count(*) from "mdl_event" where "mdl_event"."userid" = "probate_request"."subject" and (("mdl_event"."courseid" <> 0 or "mdl_event"."groupid" <> 0) or "mdl_event"."categoryid" <> 0)) > 0 or (select count(*) from "mdl_event_subscriptions" where "mdl_event_subscriptions"."userid" = "probate_request"."subject" and "mdl_event_subscriptions"."eventtype" = 'user') > 0 or (select count(*) from "mdl_event_subscriptions" where "mdl_event_subscriptions"."userid" = "probate_request"."subject" and "mdl_event_subscriptions"."eventtype" <> 'user') > 0 or (select count(*) from "mdl_cohort_members" where "mdl_cohort_members"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_tool_cohortroles" where "mdl_tool_cohortroles"."usermodified" = "probate_request"."subject") > 0 or (select count(*) from "mdl_tool_cohortroles" where "mdl_tool_cohortroles"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_comments" where "mdl_comments"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_competency_userevidence" where "mdl_competency_userevidence"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_competency_plan" where "mdl_competency_plan"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_competency_evidence" where "mdl_competency_evidence"."actionuserid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_competency_usercomp" where "mdl_competency_usercomp"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_competency_usercompcourse" where "mdl_competency_usercompcourse"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_competency_usercompplan" where "mdl_competency_usercompplan"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_competency_plan" where "mdl_competency_plan"."reviewerid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_competency_usercomp" where "mdl_competency_usercomp"."reviewerid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_course_modules_completion" where "mdl_course_modules_completion"."overrideby" = "probate_request"."subject") > 0 or (select count(*) from "mdl_course_modules_completion" where "mdl_course_modules_completion"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_course_completion_crit_compl" where "mdl_course_completion_crit_compl"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_course_completions" where "mdl_course_completions"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_course_modules_viewed" where "mdl_course_modules_viewed"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user_lastaccess" where "mdl_user_lastaccess"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user_enrolments" where "mdl_user_enrolments"."modifierid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user_enrolments" where "mdl_user_enrolments"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_mnetservice_enrol_enrolments" where "mdl_mnetservice_enrol_enrolments"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_role_assignments" where "mdl_role_assignments"."modifierid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_role_assignments" where "mdl_role_assignments"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_enrol_lti_users" where "mdl_enrol_lti_users"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_enrol_flatfile" where "mdl_enrol_flatfile"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user_enrol_waitlist" where "mdl_user_enrol_waitlist"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_infected_files" where "mdl_infected_files"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_files" where "mdl_files"."userid" = "probate_request"."subject" and ("mdl_files"."userid" is distinct from null or "mdl_files"."author" is distinct from null)) > 0 or (select count(*) from "mdl_grade_grades" where "mdl_grade_grades"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_grade_grades_history" where "mdl_grade_grades_history"."loggeduser" = "probate_request"."subject") > 0 or (select count(*) from "mdl_grade_grades_history" where "mdl_grade_grades_history"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_grade_import_values" where "mdl_grade_import_values"."importer" = "probate_request"."subject") > 0 or (select count(*) from "mdl_grade_import_values" where "mdl_grade_import_values"."userid" = "probate_request"."subject") > 0);
update "probate_request"
set "not_before" = -1
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-full-unassigned' and "probate_request"."state" = 'done' and "probate_request"."token" = (select "token" from temp."probate_claim") and ((select count(*) from "mdl_grade_categories_history" where "mdl_grade_categories_history"."loggeduser" = "probate_request"."subject") > 0 or (select count(*) from "mdl_grade_items_history" where "mdl_grade_items_history"."loggeduser" = "probate_request"."subject") > 0 or (select count(*) from "mdl_grade_outcomes_history" where "mdl_grade_outcomes_history"."loggeduser" = "probate_request"."subject") > 0 or (select count(*) from "mdl_scale_history" where "mdl_scale_history"."loggeduser" = "probate_request"."subject") > 0 or (select count(*) from "mdl_groups_members" where "mdl_groups_members"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user_private_key" where "mdl_user_private_key"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_oauth2_refresh_token" where "mdl_oauth2_refresh_token"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_repository_instances" where "mdl_repository_instances"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_external_services_users" where "mdl_external_services_users"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_external_tokens" where "mdl_external_tokens"."creatorid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_external_tokens" where "mdl_external_tokens"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."contextinstanceid" = "probate_request"."subject" and "mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextlevel" = 30) > 0 or (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."relateduserid" = "probate_request"."subject" and ("mdl_logstore_standard_log"."relateduserid" is distinct from null or "mdl_logstore_standard_log"."other" is distinct from null)) > 0 or (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."realuserid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."objectid" = "probate_request"."subject" and "mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objecttable" = 'user') > 0 or (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_block_recent_activity" where "mdl_block_recent_activity"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_backup_controllers" where "mdl_backup_controllers"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_config_log" where "mdl_config_log"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_events_queue" where "mdl_events_queue"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_task_adhoc" where "mdl_task_adhoc"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_task_log" where "mdl_task_log"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_upgrade_log" where "mdl_upgrade_log"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_log" where "mdl_log"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_mnet_log" where "mdl_mnet_log"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_analytics_prediction_actions" where "mdl_analytics_prediction_actions"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_stats_user_daily" where "mdl_stats_user_daily"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_stats_user_monthly" where "mdl_stats_user_monthly"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_stats_user_weekly" where "mdl_stats_user_weekly"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message_users_blocked" where "mdl_message_users_blocked"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message_contact_requests" where "mdl_message_contact_requests"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message_contacts" where "mdl_message_contacts"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message_conversation_actions" where "mdl_message_conversation_actions"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message_conversation_members" where "mdl_message_conversation_members"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message" where "mdl_message"."useridto" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message" where "mdl_message"."useridfrom" = "probate_request"."subject" and ("mdl_message"."useridfrom" is distinct from 0 or "mdl_message"."subject" is distinct from null or "mdl_message"."fullmessage" is distinct from null or "mdl_message"."fullmessagehtml" is distinct from null or "mdl_message"."smallmessage" is distinct from null or "mdl_message"."contexturl" is distinct from null or "mdl_message"."contexturlname" is distinct from null)) > 0 or (select count(*) from "mdl_message_read" where "mdl_message_read"."useridfrom" = "probate_request"."subject" and ("mdl_message_read"."useridfrom" is distinct from 0 or "mdl_message_read"."subject" is distinct from null or "mdl_message_read"."fullmessage" is distinct from null or "mdl_message_read"."fullmessagehtml" is distinct from null or "mdl_message_read"."smallmessage" is distinct from null or "mdl_message_read"."contexturl" is distinct from null or "mdl_message_read"."contexturlname" is distinct from null)) > 0 or (select count(*) from "mdl_message_read" where "mdl_message_read"."useridto" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message_email_messages" where "mdl_message_email_messages"."useridto" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message_user_actions" where "mdl_message_user_actions"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_messages" where "mdl_messages"."useridfrom" = "probate_request"."subject") > 0 or (select count(*) from "mdl_post" where "mdl_post"."userid" = "probate_request"."subject" and "mdl_post"."module" = 'notes' and "mdl_post"."publishstate" <> 'draft') > 0 or (select count(*) from "mdl_post" where "mdl_post"."userid" = "probate_request"."subject" and "mdl_post"."module" = 'notes' and "mdl_post"."publishstate" = 'draft') > 0 or (select count(*) from "mdl_post" where "mdl_post"."usermodified" = "probate_request"."subject" and "mdl_post"."module" = 'notes') > 0 or (select count(*) from "mdl_notifications" where "mdl_notifications"."useridfrom" = "probate_request"."subject" and ("mdl_notifications"."useridfrom" is distinct from 0 or "mdl_notifications"."subject" is distinct from null or "mdl_notifications"."fullmessage" is distinct from null or "mdl_notifications"."fullmessagehtml" is distinct from null or "mdl_notifications"."smallmessage" is distinct from null or "mdl_notifications"."contexturlname" is distinct from null or "mdl_notifications"."customdata" is distinct from null)) > 0 or (select count(*) from "mdl_notifications" where "mdl_notifications"."useridto" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and ("mdl_user_preferences"."name" glob ('atto_' || '*') or "mdl_user_preferences"."name" glob ('filemanager_' || '*') or "mdl_user_preferences"."name" glob ('filepicker_' || '*') or "mdl_user_preferences"."name" glob ('htmleditor' || '*'))) > 0 or (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and ("mdl_user_preferences"."name" glob ('forum_' || '*') or "mdl_user_preferences"."name" glob ('markasreadonnotification' || '*'))) > 0 or (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and (((substr("mdl_user_preferences"."name", 1, 6) = 'login_' or substr("mdl_user_preferences"."name", 1, 5) = 'auth_') or substr("mdl_user_preferences"."name", 1, 15) = 'create_password') or substr("mdl_user_preferences"."name", 1, 12) = 'tool_mobile_')) > 0 or (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and ("mdl_user_preferences"."name" glob ('core_message_' || '*') or "mdl_user_preferences"."name" glob ('email_' || '*') or "mdl_user_preferences"."name" glob ('message_' || '*'))) > 0);
update "probate_request"
set "not_before" = -1
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-full-unassigned' and "probate_request"."state" = 'done' and "probate_request"."token" = (select "token" from temp."probate_claim") and ((select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and not ((((((((((((((((((((((((((((((((((((substr("mdl_user_preferences"."name", 1, 10) = 'htmleditor' or substr("mdl_user_preferences"."name", 1, 5) = 'atto_') or substr("mdl_user_preferences"."name", 1, 11) = 'filepicker_') or substr("mdl_user_preferences"."name", 1, 12) = 'filemanager_') or substr("mdl_user_preferences"."name", 1, 8) = 'message_') or substr("mdl_user_preferences"."name", 1, 13) = 'core_message_') or substr("mdl_user_preferences"."name", 1, 6) = 'email_') or substr("mdl_user_preferences"."name", 1, 10) = 'user_home_') or substr("mdl_user_preferences"."name", 1, 7) = 'drawer-') or substr("mdl_user_preferences"."name", 1, 5) = 'block') or substr("mdl_user_preferences"."name", 1, 7) = 'docked_') or substr("mdl_user_preferences"."name", 1, 9) = 'calendar_') or substr("mdl_user_preferences"."name", 1, 10) = 'coursecat_') or substr("mdl_user_preferences"."name", 1, 25) = 'coursesectionspreferences') or substr("mdl_user_preferences"."name", 1, 10) = 'flextable_') or substr("mdl_user_preferences"."name", 1, 15) = 'tool_usertours_') or substr("mdl_user_preferences"."name", 1, 20) = 'accessibilitystyles_') or substr("mdl_user_preferences"."name", 1, 6) = 'forum_') or substr("mdl_user_preferences"."name", 1, 24) = 'markasreadonnotification') or substr("mdl_user_preferences"."name", 1, 7) = 'assign_') or substr("mdl_user_preferences"."name", 1, 11) = 'assignment_') or substr("mdl_user_preferences"."name", 1, 8) = 'workshop') or substr("mdl_user_preferences"."name", 1, 5) = 'quiz_') or substr("mdl_user_preferences"."name", 1, 7) = 'lesson_') or substr("mdl_user_preferences"."name", 1, 6) = 'scorm_') or substr("mdl_user_preferences"."name", 1, 13) = 'grade_report_') or substr("mdl_user_preferences"."name", 1, 12) = 'gradereport_') or substr("mdl_user_preferences"."name", 1, 12) = 'gradingform_') or substr("mdl_user_preferences"."name", 1, 6) = 'qtype_') or substr("mdl_user_preferences"."name", 1, 13) = 'data_perpage_') or substr("mdl_user_preferences"."name", 1, 6) = 'login_') or substr("mdl_user_preferences"."name", 1, 5) = 'auth_') or substr("mdl_user_preferences"."name", 1, 15) = 'create_password') or substr("mdl_user_preferences"."name", 1, 12) = 'tool_mobile_') or substr("mdl_user_preferences"."name", 1, 11) = 'repository_') or substr("mdl_user_preferences"."name", 1, 7) = 'flickr_') or substr("mdl_user_preferences"."name", 1, 13) = 'badges_email_')) > 0 or (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and ("mdl_user_preferences"."name" glob ('accessibilitystyles_' || '*') or "mdl_user_preferences"."name" glob ('block' || '*') or "mdl_user_preferences"."name" glob ('calendar_' || '*') or "mdl_user_preferences"."name" glob ('coursecat_' || '*') or "mdl_user_preferences"."name" glob ('coursesectionspreferences' || '*') or "mdl_user_preferences"."name" glob ('docked_' || '*') or "mdl_user_preferences"."name" glob ('drawer-' || '*') or "mdl_user_preferences"."name" glob ('flextable_' || '*') or "mdl_user_preferences"."name" glob ('tool_usertours_' || '*') or "mdl_user_preferences"."name" glob ('user_home_' || '*'))) > 0 or (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and ((substr("mdl_user_preferences"."name", 1, 11) = 'repository_' or substr("mdl_user_preferences"."name", 1, 7) = 'flickr_') or substr("mdl_user_preferences"."name", 1, 13) = 'badges_email_')) > 0 or (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and ("mdl_user_preferences"."name" glob ('assign_' || '*') or "mdl_user_preferences"."name" glob ('assignment_' || '*') or "mdl_user_preferences"."name" glob ('data_perpage_' || '*') or "mdl_user_preferences"."name" glob ('grade_report_' || '*') or "mdl_user_preferences"."name" glob ('gradereport_' || '*') or "mdl_user_preferences"."name" glob ('gradingform_' || '*') or "mdl_user_preferences"."name" glob ('lesson_' || '*') or "mdl_user_preferences"."name" glob ('qtype_' || '*') or "mdl_user_preferences"."name" glob ('quiz_' || '*') or "mdl_user_preferences"."name" glob ('scorm_' || '*') or "mdl_user_preferences"."name" glob ('workshop' || '*'))) > 0 or (select count(*) from "mdl_editor_atto_autosave" where "mdl_editor_atto_autosave"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_tiny_autosave" where "mdl_tiny_autosave"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_my_pages" where "mdl_my_pages"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_favourite" where "mdl_favourite"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_block_rss_client" where "mdl_block_rss_client"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user_info_data" where "mdl_user_info_data"."userid" = "probate_request"."subject" and (select "probate_1"."visible" from "mdl_user_info_field" as "probate_1" where "probate_1"."id" = "mdl_user_info_data"."fieldid") <> 0) > 0 or (select count(*) from "mdl_user_info_data" where "mdl_user_info_data"."userid" = "probate_request"."subject" and (select "probate_1"."visible" from "mdl_user_info_field" as "probate_1" where "probate_1"."id" = "mdl_user_info_data"."fieldid") = 0) > 0 or (select count(*) from "mdl_portfolio_instance_user" where "mdl_portfolio_instance_user"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_portfolio_log" where "mdl_portfolio_log"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_portfolio_tempdata" where "mdl_portfolio_tempdata"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_block_recentlyaccesseditems" where "mdl_block_recentlyaccesseditems"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_block_todo" where "mdl_block_todo"."usermodified" = "probate_request"."subject") > 0 or (select count(*) from "mdl_rating" where "mdl_rating"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_search_simpledb_index" where "mdl_search_simpledb_index"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_search_simpledb_index" where "mdl_search_simpledb_index"."owneruserid" = "probate_request"."subject" and ("mdl_search_simpledb_index"."title" is distinct from null or "mdl_search_simpledb_index"."content" is distinct from null or "mdl_search_simpledb_index"."description1" is distinct from null or "mdl_search_simpledb_index"."description2" is distinct from null)) > 0 or (select count(*) from "mdl_tag" where "mdl_tag"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."lastnamephonetic" is distinct from null or "mdl_user"."firstnamephonetic" is distinct from null or "mdl_user"."middlename" is distinct from null or "mdl_user"."alternatename" is distinct from null)) > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."address" is distinct from '' or "mdl_user"."city" is distinct from '' or "mdl_user"."country" is distinct from '')) > 0 or (select count(*) from "mdl_course_request" where "mdl_course_request"."requester" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."description" is distinct from null or "mdl_user"."moodlenetprofile" is distinct from null)) > 0 or (select count(*) from "mdl_user_devices" where "mdl_user_devices"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and "mdl_user"."email" is distinct from '') > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and "mdl_user"."idnumber" is distinct from '') > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."firstname" is distinct from '' or "mdl_user"."lastname" is distinct from '')) > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."password" is distinct from '' or "mdl_user"."secret" is distinct from '')) > 0 or (select count(*) from "mdl_user_password_resets" where "mdl_user_password_resets"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user_password_history" where "mdl_user_password_history"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."phone1" is distinct from '' or "mdl_user"."phone2" is distinct from '')) > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."picture" is distinct from 0 or "mdl_user"."imagealt" is distinct from null)) > 0 or (select count(*) from "mdl_mnet_session" where "mdl_mnet_session"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_sessions" where "mdl_sessions"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."emailstop" is distinct from 0 or "mdl_user"."lang" is distinct from 'en' or "mdl_user"."calendartype" is distinct from 'gregorian' or "mdl_user"."theme" is distinct from '' or "mdl_user"."timezone" is distinct from '99' or "mdl_user"."mailformat" is distinct from 1 or "mdl_user"."maildigest" is distinct from 0 or "mdl_user"."maildisplay" is distinct from 2 or "mdl_user"."autosubscribe" is distinct from 1 or "mdl_user"."trackforums" is distinct from 0)) > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."firstaccess" is distinct from 0 or "mdl_user"."lastaccess" is distinct from 0 or "mdl_user"."lastlogin" is distinct from 0 or "mdl_user"."currentlogin" is distinct from 0 or "mdl_user"."lastip" is distinct from '')) > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."institution" is distinct from null or "mdl_user"."department" is distinct from null)) > 0 or (select count(*) from "mdl_assign_user_flags" where "mdl_assign_user_flags"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_assign_user_mapping" where "mdl_assign_user_mapping"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_assign_grades" where "mdl_assign_grades"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_assign_overrides" where "mdl_assign_overrides"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_assignfeedback_editpdf_quick" where "mdl_assignfeedback_editpdf_quick"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_assign_submission" where "mdl_assign_submission"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_assignment_submissions" where "mdl_assignment_submissions"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_assignment_submissions" where "mdl_assignment_submissions"."teacher" = "probate_request"."subject") > 0 or (select count(*) from "mdl_attendance_log" where "mdl_attendance_log"."studentid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_attendance_log" where "mdl_attendance_log"."takenby" = "probate_request"."subject") > 0 or (select count(*) from "mdl_attendance_sessions" where "mdl_attendance_sessions"."lasttakenby" = "probate_request"."subject") > 0 or (select count(*) from "mdl_attendance_warning_done" where "mdl_attendance_warning_done"."userid" = "probate_request"."subject") > 0);
update "probate_request"
set "not_before" = -1
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-full-unassigned' and "probate_request"."state" = 'done' and "probate_request"."token" = (select "token" from temp."probate_claim") and ((select count(*) from "mdl_bigbluebuttonbn_logs" where "mdl_bigbluebuttonbn_logs"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_bigbluebuttonbn_recordings" where "mdl_bigbluebuttonbn_recordings"."usermodified" = "probate_request"."subject") > 0 or (select count(*) from "mdl_chat_messages" where "mdl_chat_messages"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_chat_messages_current" where "mdl_chat_messages_current"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_chat_users" where "mdl_chat_users"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_choice_answers" where "mdl_choice_answers"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_data_records" where "mdl_data_records"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_feedback_completed" where "mdl_feedback_completed"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_feedback_completedtmp" where "mdl_feedback_completedtmp"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_discussions" where "mdl_forum_discussions"."usermodified" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_discussions" where "mdl_forum_discussions"."userid" = "probate_request"."subject" and "mdl_forum_discussions"."name" is distinct from '') > 0 or (select count(*) from "mdl_forum_grades" where "mdl_forum_grades"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_posts" where "mdl_forum_posts"."privatereplyto" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_posts" where "mdl_forum_posts"."userid" = "probate_request"."subject" and ("mdl_forum_posts"."subject" is distinct from '' or "mdl_forum_posts"."message" is distinct from '' or "mdl_forum_posts"."attachment" is distinct from '' or "mdl_forum_posts"."deleted" is distinct from 1 or "mdl_forum_posts"."wordcount" is distinct from null or "mdl_forum_posts"."charcount" is distinct from null)) > 0 or (select count(*) from "mdl_forum_queue" where "mdl_forum_queue"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_digests" where "mdl_forum_digests"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_discussion_subs" where "mdl_forum_discussion_subs"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_subscriptions" where "mdl_forum_subscriptions"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_read" where "mdl_forum_read"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_track_prefs" where "mdl_forum_track_prefs"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_glossary_entries" where "mdl_glossary_entries"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_h5pactivity_attempts" where "mdl_h5pactivity_attempts"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_lesson_attempts" where "mdl_lesson_attempts"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_lesson_branch" where "mdl_lesson_branch"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_lesson_timer" where "mdl_lesson_timer"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_lesson_grades" where "mdl_lesson_grades"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_lesson_overrides" where "mdl_lesson_overrides"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_lti_types" where "mdl_lti_types"."createdby" = "probate_request"."subject") > 0 or (select count(*) from "mdl_lti_submission" where "mdl_lti_submission"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_quiz_attempts" where "mdl_quiz_attempts"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_quiz_grades" where "mdl_quiz_grades"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_question_attempt_steps" where "mdl_question_attempt_steps"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_quiz_overrides" where "mdl_quiz_overrides"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_scorm_aicc_session" where "mdl_scorm_aicc_session"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_scorm_scoes_track" where "mdl_scorm_scoes_track"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_survey_analysis" where "mdl_survey_analysis"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_survey_answers" where "mdl_survey_answers"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_wiki_locks" where "mdl_wiki_locks"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_wiki_subwikis" where "mdl_wiki_subwikis"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_wiki_pages" where "mdl_wiki_pages"."userid" = "probate_request"."subject" and "mdl_wiki_pages"."cachedcontent" is distinct from '') > 0 or (select count(*) from "mdl_wiki_versions" where "mdl_wiki_versions"."userid" = "probate_request"."subject" and "mdl_wiki_versions"."content" is distinct from '') > 0 or (select count(*) from "mdl_workshop_assessments" where "mdl_workshop_assessments"."reviewerid" = "probate_request"."subject" and ("mdl_workshop_assessments"."reviewerid" is distinct from 0 or "mdl_workshop_assessments"."feedbackauthor" is distinct from null or "mdl_workshop_assessments"."feedbackreviewer" is distinct from null)) > 0 or (select count(*) from "mdl_workshop_aggregations" where "mdl_workshop_aggregations"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_workshop_assessments" where "mdl_workshop_assessments"."gradinggradeoverby" = "probate_request"."subject") > 0 or (select count(*) from "mdl_workshop_submissions" where "mdl_workshop_submissions"."gradeoverby" = "probate_request"."subject") > 0 or (select count(*) from "mdl_workshop_submissions" where "mdl_workshop_submissions"."authorid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_tool_monitor_history" where "mdl_tool_monitor_history"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_tool_monitor_rules" where "mdl_tool_monitor_rules"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_tool_monitor_subscriptions" where "mdl_tool_monitor_subscriptions"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_tool_policy_acceptances" where "mdl_tool_policy_acceptances"."usermodified" = "probate_request"."subject") > 0);
update "probate_request"
set "not_before" = -1
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-full-unassigned' and "probate_request"."state" = 'done' and "probate_request"."token" = (select "token" from temp."probate_claim") and ((select count(*) from "mdl_tool_dataprivacy_request" where "mdl_tool_dataprivacy_request"."dpo" = "probate_request"."subject") > 0 or (select count(*) from "mdl_tool_dataprivacy_request" where "mdl_tool_dataprivacy_request"."userid" = "probate_request"."subject" and ("mdl_tool_dataprivacy_request"."comments" is distinct from null or "mdl_tool_dataprivacy_request"."dpocomment" is distinct from null)) > 0 or (select count(*) from "mdl_tool_dataprivacy_request" where "mdl_tool_dataprivacy_request"."requestedby" = "probate_request"."subject") > 0 or (select count(*) from "mdl_tool_dataprivacy_request" where "mdl_tool_dataprivacy_request"."usermodified" = "probate_request"."subject") > 0);

-- sweep: they are due again, once
insert or ignore into "probate_request" ("kind", "type", "subject", "place", "origin", "state", "asked", "asked_by", "reason")
select "probate_swept"."kind", "probate_swept"."type", "probate_swept"."subject", "probate_swept"."place", "probate_swept"."origin", 'approved', cast(strftime('%s', 'now') as integer), 'probate: sweep', 'swept'
from "probate_request" as "probate_swept"
where "probate_swept"."kind" = 'purge' and "probate_swept"."type" = 'leaver-full-unassigned' and "probate_swept"."state" = 'done' and "probate_swept"."token" = (select "token" from temp."probate_claim") and "probate_swept"."not_before" = -1 and "probate_swept"."asked_by" is distinct from 'probate: sweep'
order by "probate_swept"."id";

-- sweep: when they are looked at the next time, if ever
update "probate_request"
set "not_before" = case when "probate_request"."not_before" = -1 then null when cast(strftime('%s', 'now') as integer) - "probate_request"."finished" < 3600 then "probate_request"."finished" + 3600 when cast(strftime('%s', 'now') as integer) - "probate_request"."finished" < 86400 then "probate_request"."finished" + 86400 when cast(strftime('%s', 'now') as integer) - "probate_request"."finished" < 604800 then "probate_request"."finished" + 604800 else null end, "reason" = case when "probate_request"."not_before" = -1 and "probate_request"."asked_by" = 'probate: sweep' then 'comes-back' else "probate_request"."reason" end, "token" = null
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-full-unassigned' and "probate_request"."state" = 'done' and "probate_request"."token" = (select "token" from temp."probate_claim");
commit;
begin;

-- outbox: notices of requests that are new
update "probate_request"
set "asked" = coalesce("asked", cast(strftime('%s', 'now') as integer))
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-full-unassigned' and "probate_request"."state" in ('requested', 'awaiting_approval', 'approved') and "probate_request"."attempts" = 0 and not (exists (select 1 from "probate_told" where "probate_told"."request" = "probate_request"."id")) and not (exists (select 1 from "probate_outbox" where "probate_outbox"."run" = 0 - "probate_request"."id" and "probate_outbox"."kind" = 'notice' and substr("probate_outbox"."body", 1, 29) = '{"notice":"request-received",'));
insert into "probate_outbox" ("run", "kind", "body", "created")
select 0 - "probate_asked"."request", 'notice', '{"notice":"request-received","to":"controller","locale":"en","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"title":"Request ' || cast("probate_asked"."request" as text) || ': Deleted account, nothing handed over","body":"User ' || substr(json_quote(coalesce(cast("probate_asked"."subject" as text) collate binary, '')), 2, length(json_quote(coalesce(cast("probate_asked"."subject" as text) collate binary, ''))) - 2) || ' is concerned. Whether it needs an approval is shown by `probate request list`."}', cast(strftime('%s', 'now') as integer)
from (select "id" as "request", "subject" as "subject", "reason" as "reason", "expires" as "expires" from "probate_request" where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-full-unassigned' and "probate_request"."state" in ('requested', 'awaiting_approval', 'approved') and "probate_request"."attempts" = 0 and not (exists (select 1 from "probate_told" where "probate_told"."request" = "probate_request"."id")) and not (exists (select 1 from "probate_outbox" where "probate_outbox"."run" = 0 - "probate_request"."id" and "probate_outbox"."kind" = 'notice' and substr("probate_outbox"."body", 1, 29) = '{"notice":"request-received",')) and (not ("probate_request"."origin" in ('automatic', 'retention', 'legacy')) or "probate_request"."state" <> 'approved')) as "probate_asked";
insert or ignore into "probate_told" ("request", "at")
select "probate_request"."id", cast(strftime('%s', 'now') as integer)
from "probate_request"
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-full-unassigned' and "probate_request"."state" in ('requested', 'awaiting_approval', 'approved') and "probate_request"."attempts" = 0 and not (exists (select 1 from "probate_told" where "probate_told"."request" = "probate_request"."id")) and exists (select 1 from "probate_outbox" where "probate_outbox"."run" = 0 - "probate_request"."id" and "probate_outbox"."kind" = 'notice' and substr("probate_outbox"."body", 1, 29) = '{"notice":"request-received",');
commit;
begin;

-- claim: what a lost run left behind goes back, or has failed too often
update "probate_request"
set "state" = case when "attempts" >= 5 then 'failed' else 'approved' end, "reason" = case when "attempts" >= 5 then coalesce("reason", 'attempts') else "reason" end, "finished" = case when "attempts" >= 5 then cast(strftime('%s', 'now') as integer) else "finished" end, "not_before" = cast(strftime('%s', 'now') as integer) + case when "attempts" >= 4 then 3600 when "attempts" >= 3 then 600 when "attempts" >= 2 then 60 else 0 end, "token" = null
where "kind" = 'purge' and "type" = 'leaver-full-unassigned' and "state" = 'running';

-- claim: what names a place that cannot be has failed
update "probate_request"
set "state" = 'failed', "reason" = 'unknown-place', "finished" = cast(strftime('%s', 'now') as integer)
where "kind" = 'purge' and "type" = 'leaver-full-unassigned' and "state" = 'approved' and "place" is distinct from '';

-- claim: fresh requests, at most 50
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = (select "token" from temp."probate_claim")
where "state" in ('approved', 'held') and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'purge' and "type" = 'leaver-full-unassigned' and ("state" = 'approved' and ("not_before" is null or "not_before" <= cast(strftime('%s', 'now') as integer)) or "state" = 'held' and "not_before" <= cast(strftime('%s', 'now') as integer)) and "subject" in (select "mdl_user"."id" from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and "mdl_user"."deleted" = 1 and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true)) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) and "attempts" = 0 order by "id" limit 50) as "chosen");

-- claim: or else the one retry with the fewest attempts
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = (select "token" from temp."probate_claim")
where "state" in ('approved', 'held') and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'purge' and "type" = 'leaver-full-unassigned' and ("state" = 'approved' and ("not_before" is null or "not_before" <= cast(strftime('%s', 'now') as integer)) or "state" = 'held' and "not_before" <= cast(strftime('%s', 'now') as integer)) and "subject" in (select "mdl_user"."id" from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and "mdl_user"."deleted" = 1 and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true)) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) order by "attempts", "id" limit 1) as "chosen") and not (exists (select 1 from "probate_request" where "token" = (select "token" from temp."probate_claim") and "state" = 'running'));
commit;

-- the run begins; without a claim everything that follows selects nothing
begin;
pragma defer_foreign_keys = 1;
delete from "probate_current";
insert into "probate_current" ("one", "run")
select 1, 1 + coalesce((select max("run") from "probate_run"), 0)
where exists (select 1 from "probate_request" where "token" = (select "token" from temp."probate_claim") and "state" = 'running');
insert into "probate_run" ("run", "type", "program", "started")
select "run", 'leaver-full-unassigned', 'edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294', cast(strftime('%s', 'now') as integer) from "probate_current";

-- decide: the subjects, with their status checked again
insert into "probate_batch" ("run", "subject", "request", "place")
select (select "run" from "probate_current"), "claimed"."subject", "claimed"."id", "claimed"."place"
from (select "id", "subject", "place" from "probate_request" where "token" = (select "token" from temp."probate_claim") and "state" = 'running' and "type" = 'leaver-full-unassigned' and not ((select "run" from "probate_current") is null)) as "claimed"
join "mdl_user" on "claimed"."subject" = "mdl_user"."id"
where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and "mdl_user"."deleted" = 1 and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true)
order by "claimed"."subject";

-- decide: who left the status since the claim is left alone
update "probate_request"
set "state" = 'approved', "attempts" = "attempts" - 1, "token" = null
where "token" = (select "token" from temp."probate_claim") and "state" = 'running' and not ("id" in (select "request" from "probate_batch" where "run" = (select "run" from "probate_current"))) and not ((select "run" from "probate_current") is null);

-- decide: the subjects' identifiers `email`, and whether others bear them
insert into "probate_identifier" ("run", "name", "subject", "value", "shared")
select distinct (select "run" from "probate_current"), 'email', "mdl_user"."id", lower("mdl_user"."email"), case when exists (select 1 from "mdl_user" as "probate_other" where not (lower("probate_other"."email") is null) and lower("probate_other"."email") <> '' and not (lower("probate_other"."email") in ('0')) and lower("probate_other"."email") collate binary = lower("mdl_user"."email") and not ("probate_other"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))) then 1 else 0 end
from "mdl_user"
where not (lower("mdl_user"."email") is null) and lower("mdl_user"."email") <> '' and not (lower("mdl_user"."email") in ('0')) and "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and not ("mdl_user"."id" in (0))
union all select "run", 'looked for email', "subject", '', 0 from "probate_batch" where "run" = (select "run" from "probate_current");

-- decide: the subjects' identifiers `idnumber`, and whether others bear them
insert into "probate_identifier" ("run", "name", "subject", "value", "shared")
select distinct (select "run" from "probate_current"), 'idnumber', "mdl_user"."id", "mdl_user"."idnumber", case when exists (select 1 from "mdl_user" as "probate_other" where not ("probate_other"."idnumber" is null) and "probate_other"."idnumber" <> '' and not ("probate_other"."idnumber" in ('0')) and "probate_other"."idnumber" collate binary = "mdl_user"."idnumber" and not ("probate_other"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))) then 1 else 0 end
from "mdl_user"
where not ("mdl_user"."idnumber" is null) and "mdl_user"."idnumber" <> '' and not ("mdl_user"."idnumber" in ('0')) and "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and not ("mdl_user"."id" in (0))
union all select "run", 'looked for idnumber', "subject", '', 0 from "probate_batch" where "run" = (select "run" from "probate_current");

-- decide: the subjects' identifiers `username`, and whether others bear them
insert into "probate_identifier" ("run", "name", "subject", "value", "shared")
select distinct (select "run" from "probate_current"), 'username', "mdl_user"."id", "mdl_user"."username", case when exists (select 1 from "mdl_user" as "probate_other" where not ("probate_other"."username" is null) and "probate_other"."username" <> '' and not ("probate_other"."username" in ('0')) and "probate_other"."username" collate binary = "mdl_user"."username" and not ("probate_other"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))) then 1 else 0 end
from "mdl_user"
where not ("mdl_user"."username" is null) and "mdl_user"."username" <> '' and not ("mdl_user"."username" in ('0')) and "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and not ("mdl_user"."id" in (0))
union all select "run", 'looked for username', "subject", '', 0 from "probate_batch" where "run" = (select "run" from "probate_current");

-- decide: the subjects' identifiers `core_user-user-{key}`, and whether others bear them
insert into "probate_identifier" ("run", "name", "subject", "value", "shared")
select distinct (select "run" from "probate_current"), 'core_user-user-{key}', "mdl_user"."id", 'core_user-user-' || cast("mdl_user"."id" as text), case when exists (select 1 from "mdl_user" as "probate_other" where not ('core_user-user-' || cast("probate_other"."id" as text) is null) and 'core_user-user-' || cast("probate_other"."id" as text) <> '' and not ('core_user-user-' || cast("probate_other"."id" as text) in ('0')) and ('core_user-user-' || cast("probate_other"."id" as text)) collate binary = 'core_user-user-' || cast("mdl_user"."id" as text) and not ("probate_other"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))) then 1 else 0 end
from "mdl_user"
where not ('core_user-user-' || cast("mdl_user"."id" as text) is null) and 'core_user-user-' || cast("mdl_user"."id" as text) <> '' and not ('core_user-user-' || cast("mdl_user"."id" as text) in ('0')) and "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and not ("mdl_user"."id" in (0))
union all select "run", 'looked for core_user-user-{key}', "subject", '', 0 from "probate_batch" where "run" = (select "run" from "probate_current");

-- decide: the subjects' identifiers `view.php?id={key}&course=*`, and whether others bear them
insert into "probate_identifier" ("run", "name", "subject", "value", "shared")
select distinct (select "run" from "probate_current"), 'view.php?id={key}&course=*', "mdl_user"."id", 'view.php[?]id=' || replace(replace(replace(cast("mdl_user"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') || '&course=' || '*', case when exists (select 1 from "mdl_user" as "probate_other" where not ('view.php[?]id=' || replace(replace(replace(cast("probate_other"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') || '&course=' || '*' is null) and 'view.php[?]id=' || replace(replace(replace(cast("probate_other"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') || '&course=' || '*' <> '' and not ('view.php[?]id=' || replace(replace(replace(cast("probate_other"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') || '&course=' || '*' in ('0')) and ('view.php[?]id=' || replace(replace(replace(cast("probate_other"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') || '&course=' || '*') collate binary = 'view.php[?]id=' || replace(replace(replace(cast("mdl_user"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') || '&course=' || '*' and not ("probate_other"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))) then 1 else 0 end
from "mdl_user"
where not ('view.php[?]id=' || replace(replace(replace(cast("mdl_user"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') || '&course=' || '*' is null) and 'view.php[?]id=' || replace(replace(replace(cast("mdl_user"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') || '&course=' || '*' <> '' and not ('view.php[?]id=' || replace(replace(replace(cast("mdl_user"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') || '&course=' || '*' in ('0')) and "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and not ("mdl_user"."id" in (0))
union all select "run", 'looked for view.php?id={key}&course=*', "subject", '', 0 from "probate_batch" where "run" = (select "run" from "probate_current");

-- decide: the subjects' identifiers `{key}`, and whether others bear them
insert into "probate_identifier" ("run", "name", "subject", "value", "shared")
select distinct (select "run" from "probate_current"), '{key}', "mdl_user"."id", cast("mdl_user"."id" as text), case when exists (select 1 from "mdl_user" as "probate_other" where not (cast("probate_other"."id" as text) is null) and cast("probate_other"."id" as text) <> '' and not (cast("probate_other"."id" as text) in ('0')) and (cast("probate_other"."id" as text)) collate binary = cast("mdl_user"."id" as text) and not ("probate_other"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))) then 1 else 0 end
from "mdl_user"
where not (cast("mdl_user"."id" as text) is null) and cast("mdl_user"."id" as text) <> '' and not (cast("mdl_user"."id" as text) in ('0')) and "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and not ("mdl_user"."id" in (0))
union all select "run", 'looked for {key}', "subject", '', 0 from "probate_batch" where "run" = (select "run" from "probate_current");

-- decide: the subjects' identifiers `*/user/profile.php?id={key}`, and whether others bear them
insert into "probate_identifier" ("run", "name", "subject", "value", "shared")
select distinct (select "run" from "probate_current"), '*/user/profile.php?id={key}', "mdl_user"."id", '*' || '/user/profile.php[?]id=' || replace(replace(replace(cast("mdl_user"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]'), case when exists (select 1 from "mdl_user" as "probate_other" where not ('*' || '/user/profile.php[?]id=' || replace(replace(replace(cast("probate_other"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') is null) and '*' || '/user/profile.php[?]id=' || replace(replace(replace(cast("probate_other"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') <> '' and not ('*' || '/user/profile.php[?]id=' || replace(replace(replace(cast("probate_other"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') in ('0')) and ('*' || '/user/profile.php[?]id=' || replace(replace(replace(cast("probate_other"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]')) collate binary = '*' || '/user/profile.php[?]id=' || replace(replace(replace(cast("mdl_user"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') and not ("probate_other"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))) then 1 else 0 end
from "mdl_user"
where not ('*' || '/user/profile.php[?]id=' || replace(replace(replace(cast("mdl_user"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') is null) and '*' || '/user/profile.php[?]id=' || replace(replace(replace(cast("mdl_user"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') <> '' and not ('*' || '/user/profile.php[?]id=' || replace(replace(replace(cast("mdl_user"."id" as text), '[', '[[]'), '*', '[*]'), '?', '[?]') in ('0')) and "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and not ("mdl_user"."id" in (0))
union all select "run", 'looked for */user/profile.php?id={key}', "subject", '', 0 from "probate_batch" where "run" = (select "run" from "probate_current");

-- decide: core_auth.openid: which rows of mdl_auth_oidc_token (components/account.yaml:153)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 1, "mdl_auth_oidc_token"."id"
from "mdl_auth_oidc_token"
where "mdl_auth_oidc_token"."username" in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'username' and "shared" = 0) and "mdl_auth_oidc_token"."userid" = 0
union all select "run", -1, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_badges.backpacks: which rows of mdl_badge_backpack (components/learning.yaml:97)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 2, "mdl_badge_backpack"."id"
from "mdl_badge_backpack"
where "mdl_badge_backpack"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -2, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_badges.endorsements: which rows of mdl_badge (components/learning.yaml:114)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 3, "mdl_badge"."id"
from "mdl_badge"
where lower("mdl_badge"."imageauthoremail") in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'email' and "shared" = 0)
union all select "run", -3, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_badges.endorsements: which rows of mdl_badge_endorsement (components/learning.yaml:109)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 4, "mdl_badge_endorsement"."id"
from "mdl_badge_endorsement"
where lower("mdl_badge_endorsement"."issueremail") in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'email' and "shared" = 0)
union all select "run", -4, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_badges.issued: which rows of mdl_badge_issued (components/learning.yaml:79)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 5, "mdl_badge_issued"."id"
from "mdl_badge_issued"
where "mdl_badge_issued"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -5, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_badges.issued: which rows of mdl_files (components/learning.yaml:85)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 6, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_badge_issued"."badgeid", "probate_l1_2"."id" from "mdl_badge_issued" join "mdl_user" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_badge_issued"."userid" join "mdl_context" as "probate_l1_2" on "probate_l1_2"."instanceid" = "probate_l1_1"."id" and "probate_l1_2"."contextlevel" = 30 where "mdl_badge_issued"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 5)) and "mdl_files"."component" = 'badges' and "mdl_files"."filearea" = 'userbadge' and "mdl_files"."filename" <> '.'
union all select "run", -6, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_badges.issued: whose bytes may go (components/learning.yaml:85)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 7, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 6) and not ("mdl_files"."contenthash" is null)
union all select "run", -7, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_blog.comments_received: by what mdl_comments.itemid is found (components/community.yaml:97)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 8, "mdl_post"."id"
from "mdl_post"
where "mdl_post"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -8, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_blog.entries: which rows of mdl_post (components/community.yaml:81)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 9, "mdl_post"."id"
from "mdl_post"
where "mdl_post"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_post"."module" = 'blog' or "mdl_post"."module" = 'blog_external')
union all select "run", -9, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_calendar.events: which rows of mdl_event (components/community.yaml:12)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 10, "mdl_event"."id"
from "mdl_event"
where "mdl_event"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_event"."courseid" = 0 and "mdl_event"."groupid" = 0 and "mdl_event"."categoryid" = 0
union all select "run", -10, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_calendar.events: which rows of mdl_files (components/community.yaml:18)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 11, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_event"."id", "probate_l1_2"."id" from "mdl_event" join "mdl_user" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_event"."userid" join "mdl_context" as "probate_l1_2" on "probate_l1_2"."instanceid" = "probate_l1_1"."id" and "probate_l1_2"."contextlevel" = 30 where "mdl_event"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 10)) and "mdl_files"."component" = 'calendar' and "mdl_files"."filearea" = 'event_description' and "mdl_files"."filename" <> '.'
union all select "run", -11, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_calendar.events: whose bytes may go (components/community.yaml:18)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 12, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 11) and not ("mdl_files"."contenthash" is null)
union all select "run", -12, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_calendar.subscriptions: which rows of mdl_event_subscriptions (components/community.yaml:29)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 13, "mdl_event_subscriptions"."id"
from "mdl_event_subscriptions"
where "mdl_event_subscriptions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_event_subscriptions"."eventtype" = 'user'
union all select "run", -13, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_calendar.subscriptions: which rows of mdl_event (components/community.yaml:35)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 14, "mdl_event"."id"
from "mdl_event"
where "mdl_event"."subscriptionid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 13)
union all select "run", -14, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_calendar.subscriptions: those of mdl_event that have such parts (components/community.yaml:35)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 15, "mdl_event"."id"
from "mdl_event"
where "mdl_event"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 14) and "mdl_event"."courseid" = 0 and "mdl_event"."groupid" = 0 and "mdl_event"."categoryid" = 0
union all select "run", -15, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_calendar.subscriptions: which rows of mdl_files (components/community.yaml:18)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 16, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_event"."id", "probate_l1_2"."id" from "mdl_event" join "mdl_user" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_event"."userid" join "mdl_context" as "probate_l1_2" on "probate_l1_2"."instanceid" = "probate_l1_1"."id" and "probate_l1_2"."contextlevel" = 30 where "mdl_event"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 15)) and "mdl_files"."component" = 'calendar' and "mdl_files"."filearea" = 'event_description' and "mdl_files"."filename" <> '.'
union all select "run", -16, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_calendar.subscriptions: whose bytes may go (components/community.yaml:18)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 17, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 16) and not ("mdl_files"."contenthash" is null)
union all select "run", -17, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_competency.evidence: which rows of mdl_competency_userevidence (components/learning.yaml:154)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 18, "mdl_competency_userevidence"."id"
from "mdl_competency_userevidence"
where "mdl_competency_userevidence"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -18, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_competency.evidence: which rows of mdl_files (components/learning.yaml:159)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 19, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_competency_userevidence"."id", "probate_l1_2"."id" from "mdl_competency_userevidence" join "mdl_user" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_competency_userevidence"."userid" join "mdl_context" as "probate_l1_2" on "probate_l1_2"."instanceid" = "probate_l1_1"."id" and "probate_l1_2"."contextlevel" = 30 where "mdl_competency_userevidence"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 18)) and "mdl_files"."component" = 'core_competency' and "mdl_files"."filearea" = 'userevidence' and "mdl_files"."filename" <> '.'
union all select "run", -19, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_competency.evidence: whose bytes may go (components/learning.yaml:159)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 20, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 19) and not ("mdl_files"."contenthash" is null)
union all select "run", -20, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_competency.plans: which rows of mdl_competency_plan (components/learning.yaml:143)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 21, "mdl_competency_plan"."id"
from "mdl_competency_plan"
where "mdl_competency_plan"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -21, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_competency.ratings: which rows of mdl_competency_usercomp (components/learning.yaml:130)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 22, "mdl_competency_usercomp"."id"
from "mdl_competency_usercomp"
where "mdl_competency_usercomp"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -22, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_files.names: which rows of mdl_files (components/records.yaml:113)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 23, "mdl_files"."id"
from "mdl_files"
where "mdl_files"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -23, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_keys.repositories: which rows of mdl_repository_instances (components/account.yaml:198)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 24, "mdl_repository_instances"."id"
from "mdl_repository_instances"
where "mdl_repository_instances"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -24, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_log.about: which rows of mdl_logstore_standard_log (components/records.yaml:18)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 25, "mdl_logstore_standard_log"."id"
from "mdl_logstore_standard_log"
where "mdl_logstore_standard_log"."relateduserid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -25, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_log.legacy: which rows of mdl_log (components/records.yaml:28)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 26, "mdl_log"."id"
from "mdl_log"
where exists (select 1 from (select "value" as "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'view.php?id={key}&course=*' and "shared" = 0) as "probate_value" where "mdl_log"."url" glob "probate_value"."value") and "mdl_log"."module" = 'user'
union all select "run", -26, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_message.legacy: which rows of mdl_message (components/messaging.yaml:59)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 27, "mdl_message"."id"
from "mdl_message"
where "mdl_message"."useridfrom" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -27, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_message.legacy: which rows of mdl_message_read (components/messaging.yaml:59)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 28, "mdl_message_read"."id"
from "mdl_message_read"
where "mdl_message_read"."useridfrom" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -28, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_message.sent: which rows of mdl_messages (components/messaging.yaml:11)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 29, "mdl_messages"."id"
from "mdl_messages"
where "mdl_messages"."useridfrom" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -29, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_notes.about: which rows of mdl_post (components/community.yaml:48)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 30, "mdl_post"."id"
from "mdl_post"
where "mdl_post"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_post"."module" = 'notes' and "mdl_post"."publishstate" <> 'draft'
union all select "run", -30, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_notes.about: those of mdl_post that have such parts (components/community.yaml:48)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 31, "mdl_post"."id"
from "mdl_post"
where "mdl_post"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 30) and ("mdl_post"."module" = 'blog' or "mdl_post"."module" = 'blog_external')
union all select "run", -31, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_notes.about_personal: which rows of mdl_post (components/community.yaml:59)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 32, "mdl_post"."id"
from "mdl_post"
where "mdl_post"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_post"."module" = 'notes' and "mdl_post"."publishstate" = 'draft'
union all select "run", -32, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_notes.about_personal: those of mdl_post that have such parts (components/community.yaml:59)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 33, "mdl_post"."id"
from "mdl_post"
where "mdl_post"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 32) and ("mdl_post"."module" = 'blog' or "mdl_post"."module" = 'blog_external')
union all select "run", -33, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_notification.about: which rows of mdl_notifications (components/messaging.yaml:86)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 34, "mdl_notifications"."id"
from "mdl_notifications"
where "mdl_notifications"."useridfrom" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -34, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_notification.about: which rows of mdl_notifications (components/messaging.yaml:90)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 35, "mdl_notifications"."id"
from "mdl_notifications"
where exists (select 1 from (select "value" as "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = '*/user/profile.php?id={key}' and "shared" = 0) as "probate_value" where "mdl_notifications"."contexturl" glob "probate_value"."value")
union all select "run", -35, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_notification.received: which rows of mdl_notifications (components/messaging.yaml:75)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 36, "mdl_notifications"."id"
from "mdl_notifications"
where "mdl_notifications"."useridto" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -36, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_profile.dashboard: which rows of mdl_block_instances (components/profile.yaml:27)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 37, "mdl_block_instances"."id"
from "mdl_block_instances"
where "mdl_block_instances"."parentcontextid" in (select "mdl_context"."id" from "mdl_context" where "mdl_context"."contextlevel" = 30 and "mdl_context"."contextlevel" = 30 and "mdl_context"."instanceid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))
union all select "run", -37, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.description: which rows of mdl_user (components/account.yaml:62, components/account.yaml:125, components/account.yaml:68, components/account.yaml:119)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 38, "mdl_user"."id"
from "mdl_user"
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -38, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.description: which rows of mdl_files (components/account.yaml:63)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 39, "mdl_files"."id"
from "mdl_files"
where "mdl_files"."contextid" in (select "probate_l0_1"."id" from "mdl_user" join "mdl_context" as "probate_l0_1" on "probate_l0_1"."instanceid" = "mdl_user"."id" and "probate_l0_1"."contextlevel" = 30 where "mdl_user"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 38)) and "mdl_files"."component" = 'user' and "mdl_files"."filearea" = 'profile' and "mdl_files"."filename" <> '.'
union all select "run", -39, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.description: whose bytes may go (components/account.yaml:63)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 40, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 39) and not ("mdl_files"."contenthash" is null)
union all select "run", -40, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.devices: which rows of mdl_user_devices (components/account.yaml:110)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 41, "mdl_user_devices"."id"
from "mdl_user_devices"
where "mdl_user_devices"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -41, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.draft_files: which rows of mdl_files (components/account.yaml:126)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 42, "mdl_files"."id"
from "mdl_files"
where "mdl_files"."contextid" in (select "probate_l0_1"."id" from "mdl_user" join "mdl_context" as "probate_l0_1" on "probate_l0_1"."instanceid" = "mdl_user"."id" and "probate_l0_1"."contextlevel" = 30 where "mdl_user"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 38)) and "mdl_files"."component" = 'user' and "mdl_files"."filearea" = 'draft' and "mdl_files"."filename" <> '.'
union all select "run", -42, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.draft_files: whose bytes may go (components/account.yaml:126)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 43, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 42) and not ("mdl_files"."contenthash" is null)
union all select "run", -43, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.idnumber: which rows of mdl_assignfeedback_historic (components/account.yaml:40)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 44, "mdl_assignfeedback_historic"."id"
from "mdl_assignfeedback_historic"
where "mdl_assignfeedback_historic"."useridnumber" in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'idnumber' and "shared" = 0)
union all select "run", -44, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.idnumber: which rows of mdl_question (components/account.yaml:42)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 45, "mdl_question"."id"
from "mdl_question"
where "mdl_question"."modifieridnumber" in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'idnumber' and "shared" = 0)
union all select "run", -45, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.idnumber: which rows of mdl_question (components/account.yaml:41)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 46, "mdl_question"."id"
from "mdl_question"
where "mdl_question"."creatoridnumber" in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'idnumber' and "shared" = 0)
union all select "run", -46, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.picture: which rows of mdl_files (components/account.yaml:69)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 47, "mdl_files"."id"
from "mdl_files"
where "mdl_files"."contextid" in (select "probate_l0_1"."id" from "mdl_user" join "mdl_context" as "probate_l0_1" on "probate_l0_1"."instanceid" = "mdl_user"."id" and "probate_l0_1"."contextlevel" = 30 where "mdl_user"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 38)) and "mdl_files"."component" = 'user' and "mdl_files"."filearea" = 'icon' and "mdl_files"."filename" <> '.'
union all select "run", -47, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.picture: whose bytes may go (components/account.yaml:69)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 48, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 47) and not ("mdl_files"."contenthash" is null)
union all select "run", -48, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.private_files: which rows of mdl_files (components/account.yaml:120)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 49, "mdl_files"."id"
from "mdl_files"
where "mdl_files"."contextid" in (select "probate_l0_1"."id" from "mdl_user" join "mdl_context" as "probate_l0_1" on "probate_l0_1"."instanceid" = "mdl_user"."id" and "probate_l0_1"."contextlevel" = 30 where "mdl_user"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 38)) and "mdl_files"."component" = 'user' and "mdl_files"."filearea" = 'private' and "mdl_files"."filename" <> '.'
union all select "run", -49, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: core_user.private_files: whose bytes may go (components/account.yaml:120)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 50, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 49) and not ("mdl_files"."contenthash" is null)
union all select "run", -50, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.comments_received: by what mdl_comments.itemid is found (components/assignment.yaml:35, components/assignment.yaml:12)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 51, "mdl_assign_submission"."id"
from "mdl_assign_submission"
where "mdl_assign_submission"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -51, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.grades: which rows of mdl_assign_grades (components/assignment.yaml:55, components/assignment.yaml:57, components/assignment.yaml:56, components/assignment.yaml:42)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 52, "mdl_assign_grades"."id"
from "mdl_assign_grades"
where "mdl_assign_grades"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -52, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.grades: which rows of mdl_files (components/assignment.yaml:55)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 53, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_assign_grades"."id", "probate_l1_3"."id" from "mdl_assign_grades" join "mdl_assign" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_assign_grades"."assignment" join "mdl_course_modules" as "probate_l1_2" on "probate_l1_2"."instance" = "probate_l1_1"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_2"."module") = 'assign' join "mdl_context" as "probate_l1_3" on "probate_l1_3"."instanceid" = "probate_l1_2"."id" and "probate_l1_3"."contextlevel" = 70 where "mdl_assign_grades"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52)) and "mdl_files"."component" = 'assignfeedback_editpdf' and "mdl_files"."filearea" = 'download' and "mdl_files"."filename" <> '.'
union all select "run", -53, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.grades: whose bytes may go (components/assignment.yaml:55)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 54, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 53) and not ("mdl_files"."contenthash" is null)
union all select "run", -54, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.grades: which rows of mdl_files (components/assignment.yaml:57)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 55, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_assign_grades"."id", "probate_l1_3"."id" from "mdl_assign_grades" join "mdl_assign" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_assign_grades"."assignment" join "mdl_course_modules" as "probate_l1_2" on "probate_l1_2"."instance" = "probate_l1_1"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_2"."module") = 'assign' join "mdl_context" as "probate_l1_3" on "probate_l1_3"."instanceid" = "probate_l1_2"."id" and "probate_l1_3"."contextlevel" = 70 where "mdl_assign_grades"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52)) and "mdl_files"."component" = 'assignfeedback_editpdf' and "mdl_files"."filearea" = 'pages' and "mdl_files"."filename" <> '.'
union all select "run", -55, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.grades: whose bytes may go (components/assignment.yaml:57)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 56, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 55) and not ("mdl_files"."contenthash" is null)
union all select "run", -56, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.grades: which rows of mdl_files (components/assignment.yaml:56)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 57, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_assign_grades"."id", "probate_l1_3"."id" from "mdl_assign_grades" join "mdl_assign" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_assign_grades"."assignment" join "mdl_course_modules" as "probate_l1_2" on "probate_l1_2"."instance" = "probate_l1_1"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_2"."module") = 'assign' join "mdl_context" as "probate_l1_3" on "probate_l1_3"."instanceid" = "probate_l1_2"."id" and "probate_l1_3"."contextlevel" = 70 where "mdl_assign_grades"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52)) and "mdl_files"."component" = 'assignfeedback_editpdf' and "mdl_files"."filearea" = 'combined' and "mdl_files"."filename" <> '.'
union all select "run", -57, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.grades: whose bytes may go (components/assignment.yaml:56)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 58, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 57) and not ("mdl_files"."contenthash" is null)
union all select "run", -58, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.grades: which rows of mdl_assignfeedback_comments (components/assignment.yaml:48)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 59, "mdl_assignfeedback_comments"."id"
from "mdl_assignfeedback_comments"
where "mdl_assignfeedback_comments"."grade" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52)
union all select "run", -59, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.grades: which rows of mdl_files (components/assignment.yaml:48)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 60, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_assignfeedback_comments"."grade", "probate_l1_4"."id" from "mdl_assignfeedback_comments" join "mdl_assign_grades" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_assignfeedback_comments"."grade" join "mdl_assign" as "probate_l1_2" on "probate_l1_2"."id" = "probate_l1_1"."assignment" join "mdl_course_modules" as "probate_l1_3" on "probate_l1_3"."instance" = "probate_l1_2"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_3"."module") = 'assign' join "mdl_context" as "probate_l1_4" on "probate_l1_4"."instanceid" = "probate_l1_3"."id" and "probate_l1_4"."contextlevel" = 70 where "mdl_assignfeedback_comments"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 59)) and "mdl_files"."component" = 'assignfeedback_comments' and "mdl_files"."filearea" = 'feedback' and "mdl_files"."filename" <> '.'
union all select "run", -60, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.grades: whose bytes may go (components/assignment.yaml:48)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 61, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 60) and not ("mdl_files"."contenthash" is null)
union all select "run", -61, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.grades: which rows of mdl_files (components/assignment.yaml:46)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 62, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_assign_grades"."id", "probate_l1_3"."id" from "mdl_assign_grades" join "mdl_assign" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_assign_grades"."assignment" join "mdl_course_modules" as "probate_l1_2" on "probate_l1_2"."instance" = "probate_l1_1"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_2"."module") = 'assign' join "mdl_context" as "probate_l1_3" on "probate_l1_3"."instanceid" = "probate_l1_2"."id" and "probate_l1_3"."contextlevel" = 70 where "mdl_assign_grades"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52)) and "mdl_files"."component" = 'assignfeedback_file' and "mdl_files"."filearea" = 'feedback_files' and "mdl_files"."filename" <> '.'
union all select "run", -62, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.grades: whose bytes may go (components/assignment.yaml:46)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 63, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 62) and not ("mdl_files"."contenthash" is null)
union all select "run", -63, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.rubrics: which rows of mdl_grading_instances (components/assignment.yaml:86)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 64, "mdl_grading_instances"."id"
from "mdl_grading_instances"
where (select (select "probate_2"."component" from "mdl_grading_areas" as "probate_2" where "probate_2"."id" = "probate_1"."areaid") from "mdl_grading_definitions" as "probate_1" where "probate_1"."id" = "mdl_grading_instances"."definitionid") = 'mod_assign' and "mdl_grading_instances"."itemid" in (select "mdl_assign_grades"."id" from "mdl_assign_grades" where "mdl_assign_grades"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))
union all select "run", -64, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.submissions: which rows of mdl_assignsubmission_onlinetext (components/assignment.yaml:18)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 65, "mdl_assignsubmission_onlinetext"."id"
from "mdl_assignsubmission_onlinetext"
where "mdl_assignsubmission_onlinetext"."submission" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 51)
union all select "run", -65, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.submissions: which rows of mdl_files (components/assignment.yaml:20)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 66, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_assignsubmission_onlinetext"."submission", "probate_l1_4"."id" from "mdl_assignsubmission_onlinetext" join "mdl_assign_submission" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_assignsubmission_onlinetext"."submission" join "mdl_assign" as "probate_l1_2" on "probate_l1_2"."id" = "probate_l1_1"."assignment" join "mdl_course_modules" as "probate_l1_3" on "probate_l1_3"."instance" = "probate_l1_2"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_3"."module") = 'assign' join "mdl_context" as "probate_l1_4" on "probate_l1_4"."instanceid" = "probate_l1_3"."id" and "probate_l1_4"."contextlevel" = 70 where "mdl_assignsubmission_onlinetext"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 65)) and "mdl_files"."component" = 'assignsubmission_onlinetext' and "mdl_files"."filearea" = 'submissions_onlinetext' and "mdl_files"."filename" <> '.'
union all select "run", -66, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.submissions: whose bytes may go (components/assignment.yaml:20)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 67, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 66) and not ("mdl_files"."contenthash" is null)
union all select "run", -67, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.submissions: which rows of mdl_files (components/assignment.yaml:16)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 68, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_assign_submission"."id", "probate_l1_3"."id" from "mdl_assign_submission" join "mdl_assign" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_assign_submission"."assignment" join "mdl_course_modules" as "probate_l1_2" on "probate_l1_2"."instance" = "probate_l1_1"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_2"."module") = 'assign' join "mdl_context" as "probate_l1_3" on "probate_l1_3"."instanceid" = "probate_l1_2"."id" and "probate_l1_3"."contextlevel" = 70 where "mdl_assign_submission"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 51)) and "mdl_files"."component" = 'assignsubmission_file' and "mdl_files"."filearea" = 'submission_files' and "mdl_files"."filename" <> '.'
union all select "run", -68, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_assign.submissions: whose bytes may go (components/assignment.yaml:16)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 69, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 68) and not ("mdl_files"."contenthash" is null)
union all select "run", -69, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_data.comments_received: by what mdl_comments.itemid is found (components/activities.yaml:268, components/activities.yaml:256)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 70, "mdl_data_records"."id"
from "mdl_data_records"
where "mdl_data_records"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -70, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_data.entries: which rows of mdl_data_content (components/activities.yaml:261)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 71, "mdl_data_content"."id"
from "mdl_data_content"
where "mdl_data_content"."recordid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 70)
union all select "run", -71, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_data.entries: which rows of mdl_files (components/activities.yaml:263)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 72, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_data_content"."id", "probate_l1_4"."id" from "mdl_data_content" join "mdl_data_records" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_data_content"."recordid" join "mdl_data" as "probate_l1_2" on "probate_l1_2"."id" = "probate_l1_1"."dataid" join "mdl_course_modules" as "probate_l1_3" on "probate_l1_3"."instance" = "probate_l1_2"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_3"."module") = 'data' join "mdl_context" as "probate_l1_4" on "probate_l1_4"."instanceid" = "probate_l1_3"."id" and "probate_l1_4"."contextlevel" = 70 where "mdl_data_content"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 71)) and "mdl_files"."component" = 'mod_data' and "mdl_files"."filearea" = 'content' and "mdl_files"."filename" <> '.'
union all select "run", -72, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_data.entries: whose bytes may go (components/activities.yaml:263)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 73, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 72) and not ("mdl_files"."contenthash" is null)
union all select "run", -73, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_feedback.completed: which rows of mdl_feedback_completed (components/activities.yaml:62)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 74, "mdl_feedback_completed"."id"
from "mdl_feedback_completed"
where "mdl_feedback_completed"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -74, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_feedback.unfinished: which rows of mdl_feedback_completedtmp (components/activities.yaml:73)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 75, "mdl_feedback_completedtmp"."id"
from "mdl_feedback_completedtmp"
where "mdl_feedback_completedtmp"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -75, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_forum.posts: which rows of mdl_forum_posts (components/forum.yaml:18, components/forum.yaml:13)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 76, "mdl_forum_posts"."id"
from "mdl_forum_posts"
where "mdl_forum_posts"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -76, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_forum.posts: which rows of mdl_files (components/forum.yaml:18)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 77, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_forum_posts"."id", "probate_l1_4"."id" from "mdl_forum_posts" join "mdl_forum_discussions" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_forum_posts"."discussion" join "mdl_forum" as "probate_l1_2" on "probate_l1_2"."id" = "probate_l1_1"."forum" join "mdl_course_modules" as "probate_l1_3" on "probate_l1_3"."instance" = "probate_l1_2"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_3"."module") = 'forum' join "mdl_context" as "probate_l1_4" on "probate_l1_4"."instanceid" = "probate_l1_3"."id" and "probate_l1_4"."contextlevel" = 70 where "mdl_forum_posts"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 76)) and "mdl_files"."component" = 'mod_forum' and "mdl_files"."filearea" = 'post' and "mdl_files"."filename" <> '.'
union all select "run", -77, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_forum.posts: whose bytes may go (components/forum.yaml:18)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 78, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 77) and not ("mdl_files"."contenthash" is null)
union all select "run", -78, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_forum.posts: which rows of mdl_files (components/forum.yaml:17)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 79, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_forum_posts"."id", "probate_l1_4"."id" from "mdl_forum_posts" join "mdl_forum_discussions" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_forum_posts"."discussion" join "mdl_forum" as "probate_l1_2" on "probate_l1_2"."id" = "probate_l1_1"."forum" join "mdl_course_modules" as "probate_l1_3" on "probate_l1_3"."instance" = "probate_l1_2"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_3"."module") = 'forum' join "mdl_context" as "probate_l1_4" on "probate_l1_4"."instanceid" = "probate_l1_3"."id" and "probate_l1_4"."contextlevel" = 70 where "mdl_forum_posts"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 76)) and "mdl_files"."component" = 'mod_forum' and "mdl_files"."filearea" = 'attachment' and "mdl_files"."filename" <> '.'
union all select "run", -79, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_forum.posts: whose bytes may go (components/forum.yaml:17)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 80, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 79) and not ("mdl_files"."contenthash" is null)
union all select "run", -80, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_glossary.comments_received: by what mdl_comments.itemid is found (components/activities.yaml:153, components/activities.yaml:148, components/activities.yaml:140)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 81, "mdl_glossary_entries"."id"
from "mdl_glossary_entries"
where "mdl_glossary_entries"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -81, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_glossary.entries: which rows of mdl_files (components/activities.yaml:148)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 82, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_glossary_entries"."id", "probate_l1_3"."id" from "mdl_glossary_entries" join "mdl_glossary" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_glossary_entries"."glossaryid" join "mdl_course_modules" as "probate_l1_2" on "probate_l1_2"."instance" = "probate_l1_1"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_2"."module") = 'glossary' join "mdl_context" as "probate_l1_3" on "probate_l1_3"."instanceid" = "probate_l1_2"."id" and "probate_l1_3"."contextlevel" = 70 where "mdl_glossary_entries"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 81)) and "mdl_files"."component" = 'mod_glossary' and "mdl_files"."filearea" = 'entry' and "mdl_files"."filename" <> '.'
union all select "run", -82, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_glossary.entries: whose bytes may go (components/activities.yaml:148)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 83, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 82) and not ("mdl_files"."contenthash" is null)
union all select "run", -83, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_glossary.entries: which rows of mdl_files (components/activities.yaml:144)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 84, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_glossary_entries"."id", "probate_l1_3"."id" from "mdl_glossary_entries" join "mdl_glossary" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_glossary_entries"."glossaryid" join "mdl_course_modules" as "probate_l1_2" on "probate_l1_2"."instance" = "probate_l1_1"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_2"."module") = 'glossary' join "mdl_context" as "probate_l1_3" on "probate_l1_3"."instanceid" = "probate_l1_2"."id" and "probate_l1_3"."contextlevel" = 70 where "mdl_glossary_entries"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 81)) and "mdl_files"."component" = 'mod_glossary' and "mdl_files"."filearea" = 'attachment' and "mdl_files"."filename" <> '.'
union all select "run", -84, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_glossary.entries: whose bytes may go (components/activities.yaml:144)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 85, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 84) and not ("mdl_files"."contenthash" is null)
union all select "run", -85, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_h5pactivity.attempts: which rows of mdl_h5pactivity_attempts (components/activities.yaml:281)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 86, "mdl_h5pactivity_attempts"."id"
from "mdl_h5pactivity_attempts"
where "mdl_h5pactivity_attempts"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -86, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_lesson.attempts: which rows of mdl_lesson_attempts (components/activities.yaml:12)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 87, "mdl_lesson_attempts"."id"
from "mdl_lesson_attempts"
where "mdl_lesson_attempts"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -87, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_lesson.attempts: which rows of mdl_files (components/activities.yaml:17)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 88, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_lesson_attempts"."id", "probate_l1_3"."id" from "mdl_lesson_attempts" join "mdl_lesson" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_lesson_attempts"."lessonid" join "mdl_course_modules" as "probate_l1_2" on "probate_l1_2"."instance" = "probate_l1_1"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_2"."module") = 'lesson' join "mdl_context" as "probate_l1_3" on "probate_l1_3"."instanceid" = "probate_l1_2"."id" and "probate_l1_3"."contextlevel" = 70 where "mdl_lesson_attempts"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 87)) and "mdl_files"."component" = 'mod_lesson' and "mdl_files"."filearea" = 'essay_responses' and "mdl_files"."filename" <> '.'
union all select "run", -88, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_lesson.attempts: whose bytes may go (components/activities.yaml:17)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 89, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 88) and not ("mdl_files"."contenthash" is null)
union all select "run", -89, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_quiz.attempts: which rows of mdl_quiz_attempts (components/quiz.yaml:12)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 90, "mdl_quiz_attempts"."id"
from "mdl_quiz_attempts"
where "mdl_quiz_attempts"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -90, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_quiz.attempts: which rows of mdl_question_usages (components/quiz.yaml:18)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 91, "mdl_question_usages"."id"
from "mdl_question_usages"
where "mdl_question_usages"."id" in (select "mdl_quiz_attempts"."uniqueid" from "mdl_quiz_attempts" where "mdl_quiz_attempts"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 90))
union all select "run", -91, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_quiz.attempts: which rows of mdl_question_attempts (components/quiz.yaml:21)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 92, "mdl_question_attempts"."id"
from "mdl_question_attempts"
where "mdl_question_attempts"."questionusageid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 91)
union all select "run", -92, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_quiz.attempts: which rows of mdl_question_attempt_steps (components/quiz.yaml:24)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 93, "mdl_question_attempt_steps"."id"
from "mdl_question_attempt_steps"
where "mdl_question_attempt_steps"."questionattemptid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 92)
union all select "run", -93, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_quiz.attempts: which rows of mdl_files (components/quiz.yaml:26)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 94, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_question_attempt_steps"."id", "probate_l1_6"."id" from "mdl_question_attempt_steps" join "mdl_question_attempts" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_question_attempt_steps"."questionattemptid" join "mdl_question_usages" as "probate_l1_2" on "probate_l1_2"."id" = "probate_l1_1"."questionusageid" join "mdl_quiz_attempts" as "probate_l1_3" on "probate_l1_3"."uniqueid" = "probate_l1_2"."id" join "mdl_quiz" as "probate_l1_4" on "probate_l1_4"."id" = "probate_l1_3"."quiz" join "mdl_course_modules" as "probate_l1_5" on "probate_l1_5"."instance" = "probate_l1_4"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_5"."module") = 'quiz' join "mdl_context" as "probate_l1_6" on "probate_l1_6"."instanceid" = "probate_l1_5"."id" and "probate_l1_6"."contextlevel" = 70 where "mdl_question_attempt_steps"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 93)) and "mdl_files"."component" = 'question' and "mdl_files"."filearea" = 'response_attachments' and "mdl_files"."filename" <> '.'
union all select "run", -94, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_quiz.attempts: whose bytes may go (components/quiz.yaml:26)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 95, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 94) and not ("mdl_files"."contenthash" is null)
union all select "run", -95, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_wiki.own: which rows of mdl_wiki_subwikis (components/activities.yaml:166)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 96, "mdl_wiki_subwikis"."id"
from "mdl_wiki_subwikis"
where "mdl_wiki_subwikis"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -96, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_wiki.own: which rows of mdl_files (components/activities.yaml:170)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 97, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_wiki_subwikis"."id", "probate_l1_3"."id" from "mdl_wiki_subwikis" join "mdl_wiki" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_wiki_subwikis"."wikiid" join "mdl_course_modules" as "probate_l1_2" on "probate_l1_2"."instance" = "probate_l1_1"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_2"."module") = 'wiki' join "mdl_context" as "probate_l1_3" on "probate_l1_3"."instanceid" = "probate_l1_2"."id" and "probate_l1_3"."contextlevel" = 70 where "mdl_wiki_subwikis"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 96)) and "mdl_files"."component" = 'mod_wiki' and "mdl_files"."filearea" = 'attachments' and "mdl_files"."filename" <> '.'
union all select "run", -97, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_wiki.own: whose bytes may go (components/activities.yaml:170)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 98, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 97) and not ("mdl_files"."contenthash" is null)
union all select "run", -98, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_wiki.own: which rows of mdl_wiki_pages (components/activities.yaml:172)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 99, "mdl_wiki_pages"."id"
from "mdl_wiki_pages"
where "mdl_wiki_pages"."subwikiid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 96)
union all select "run", -99, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_workshop.assessments: which rows of mdl_workshop_assessments (components/activities.yaml:226, components/activities.yaml:221)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 100, "mdl_workshop_assessments"."id"
from "mdl_workshop_assessments"
where "mdl_workshop_assessments"."reviewerid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -100, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_workshop.submissions: which rows of mdl_workshop_submissions (components/activities.yaml:214, components/activities.yaml:204)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 101, "mdl_workshop_submissions"."id"
from "mdl_workshop_submissions"
where "mdl_workshop_submissions"."authorid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))
union all select "run", -101, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_workshop.submissions: which rows of mdl_files (components/activities.yaml:214)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 102, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_workshop_submissions"."id", "probate_l1_3"."id" from "mdl_workshop_submissions" join "mdl_workshop" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_workshop_submissions"."workshopid" join "mdl_course_modules" as "probate_l1_2" on "probate_l1_2"."instance" = "probate_l1_1"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_2"."module") = 'workshop' join "mdl_context" as "probate_l1_3" on "probate_l1_3"."instanceid" = "probate_l1_2"."id" and "probate_l1_3"."contextlevel" = 70 where "mdl_workshop_submissions"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 101)) and "mdl_files"."component" = 'mod_workshop' and "mdl_files"."filearea" = 'submission_content' and "mdl_files"."filename" <> '.'
union all select "run", -102, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_workshop.submissions: whose bytes may go (components/activities.yaml:214)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 103, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 102) and not ("mdl_files"."contenthash" is null)
union all select "run", -103, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_workshop.submissions: which rows of mdl_files (components/activities.yaml:208)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 104, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_workshop_submissions"."id", "probate_l1_3"."id" from "mdl_workshop_submissions" join "mdl_workshop" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_workshop_submissions"."workshopid" join "mdl_course_modules" as "probate_l1_2" on "probate_l1_2"."instance" = "probate_l1_1"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_2"."module") = 'workshop' join "mdl_context" as "probate_l1_3" on "probate_l1_3"."instanceid" = "probate_l1_2"."id" and "probate_l1_3"."contextlevel" = 70 where "mdl_workshop_submissions"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 101)) and "mdl_files"."component" = 'mod_workshop' and "mdl_files"."filearea" = 'submission_attachment' and "mdl_files"."filename" <> '.'
union all select "run", -104, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_workshop.submissions: whose bytes may go (components/activities.yaml:208)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 105, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 104) and not ("mdl_files"."contenthash" is null)
union all select "run", -105, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_workshop.submissions: which rows of mdl_workshop_assessments (components/activities.yaml:210)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 106, "mdl_workshop_assessments"."id"
from "mdl_workshop_assessments"
where "mdl_workshop_assessments"."submissionid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 101)
union all select "run", -106, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_workshop.submissions: which rows of mdl_files (components/activities.yaml:212)
insert into "probate_key" ("run", "capture", "k")
select (select "run" from "probate_current"), 107, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_workshop_assessments"."id", "probate_l1_4"."id" from "mdl_workshop_assessments" join "mdl_workshop_submissions" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_workshop_assessments"."submissionid" join "mdl_workshop" as "probate_l1_2" on "probate_l1_2"."id" = "probate_l1_1"."workshopid" join "mdl_course_modules" as "probate_l1_3" on "probate_l1_3"."instance" = "probate_l1_2"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_3"."module") = 'workshop' join "mdl_context" as "probate_l1_4" on "probate_l1_4"."instanceid" = "probate_l1_3"."id" and "probate_l1_4"."contextlevel" = 70 where "mdl_workshop_assessments"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 106)) and "mdl_files"."component" = 'mod_workshop' and "mdl_files"."filearea" = 'overallfeedback_attachment' and "mdl_files"."filename" <> '.'
union all select "run", -107, 0 from "probate_run" where "run" = (select "run" from "probate_current");

-- decide: mod_workshop.submissions: whose bytes may go (components/activities.yaml:212)
insert into "probate_text_key" ("run", "capture", "k")
select distinct (select "run" from "probate_current"), 108, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 107) and not ("mdl_files"."contenthash" is null)
union all select "run", -108, 'captured' from "probate_run" where "run" = (select "run" from "probate_current");

-- outbox: notices `purge-done`, before what they name is gone
insert into "probate_outbox" ("run", "kind", "body", "created")
select (select "run" from "probate_current"), 'notice', case when replace(lower("mdl_user"."lang"), '_', '-') = 'ar' or substr(replace(lower("mdl_user"."lang"), '_', '-'), 1, 3) = 'ar-' then '{"notice":"purge-done","to":"subject","locale":"ar","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"named":{"email":' || json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, '')) || '},"title":"حُذفت بياناتك","body":"نفّذنا «حساب محذوف دون نقل إلى حساب آخر»: حُذفت بيانات عنك في الحرم الجامعي.\n\nتُرسل هذه الرسالة إلى ' || substr(json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, '')), 2, length(json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, ''))) - 2) || '، العنوان الذي كان لدينا. للأسئلة: privacy@example.edu.\n\nExample University\n"}' when replace(lower("mdl_user"."lang"), '_', '-') = 'de' or substr(replace(lower("mdl_user"."lang"), '_', '-'), 1, 3) = 'de-' then '{"notice":"purge-done","to":"subject","locale":"de","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"named":{"email":' || json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, '')) || '},"title":"Ihre Daten sind gelöscht","body":"Wir haben „Gelöschtes Konto, ohne Übergabe“ ausgeführt: Daten über Sie in Campus sind gelöscht.\n\nDiese Nachricht geht an ' || substr(json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, '')), 2, length(json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, ''))) - 2) || ', die Adresse, die wir hatten. Fragen: privacy@example.edu.\n\nExample University\n"}' else '{"notice":"purge-done","to":"subject","locale":"en","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"named":{"email":' || json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, '')) || '},"title":"Your data is deleted","body":"We have carried out “Deleted account, nothing handed over”: data about you in Campus is deleted.\n\nThis message goes to ' || substr(json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, '')), 2, length(json_quote(coalesce(cast("mdl_user"."email" as text) collate binary, ''))) - 2) || ', the address that we had. Questions: privacy@example.edu.\n\nExample University\n"}' end, cast(strftime('%s', 'now') as integer)
from (select "request", "subject" from "probate_batch" where "run" = (select "run" from "probate_current") and not ("request" in (select "request" from "probate_batch" where "run" = (select "run" from "probate_current") and "subject" in (select "subject" from "probate_identifier" where "run" = (select "run" from "probate_current") and "shared" = 1)))) as "probate_asked"
join "mdl_user" as "mdl_user" on "probate_asked"."subject" = "mdl_user"."id";

-- 1. core_files.names: overwrite mdl_files (components/records.yaml:113)
update "mdl_files"
set "userid" = null, "author" = null
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 23);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 1, 'core_files.names', 'overwrite', 'mdl_files', changes() from "probate_current";

-- 2. core_badges.issued: delete mdl_files (components/learning.yaml:85)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 6);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 2, 'core_badges.issued', 'delete', 'mdl_files', changes() from "probate_current";

-- 3. core_calendar.events: delete mdl_files (components/community.yaml:18)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 11);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 3, 'core_calendar.events', 'delete', 'mdl_files', changes() from "probate_current";

-- 4. core_calendar.subscriptions: delete mdl_files (components/community.yaml:18)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 16);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 4, 'core_calendar.subscriptions', 'delete', 'mdl_files', changes() from "probate_current";

-- 5. core_competency.evidence: delete mdl_files (components/learning.yaml:159)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 19);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 5, 'core_competency.evidence', 'delete', 'mdl_files', changes() from "probate_current";

-- 6. core_user.description: delete mdl_files (components/account.yaml:63)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 39);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 6, 'core_user.description', 'delete', 'mdl_files', changes() from "probate_current";

-- 7. core_user.draft_files: delete mdl_files (components/account.yaml:126)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 42);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 7, 'core_user.draft_files', 'delete', 'mdl_files', changes() from "probate_current";

-- 8. core_user.picture: delete mdl_files (components/account.yaml:69)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 47);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 8, 'core_user.picture', 'delete', 'mdl_files', changes() from "probate_current";

-- 9. core_user.private_files: delete mdl_files (components/account.yaml:120)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 49);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 9, 'core_user.private_files', 'delete', 'mdl_files', changes() from "probate_current";

-- 10. mod_assign.grades: delete mdl_files (components/assignment.yaml:55)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 53);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 10, 'mod_assign.grades', 'delete', 'mdl_files', changes() from "probate_current";

-- 11. mod_assign.grades: delete mdl_files (components/assignment.yaml:57)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 55);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 11, 'mod_assign.grades', 'delete', 'mdl_files', changes() from "probate_current";

-- 12. mod_assign.grades: delete mdl_files (components/assignment.yaml:56)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 57);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 12, 'mod_assign.grades', 'delete', 'mdl_files', changes() from "probate_current";

-- 13. mod_assign.grades: delete mdl_files (components/assignment.yaml:48)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 60);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 13, 'mod_assign.grades', 'delete', 'mdl_files', changes() from "probate_current";

-- 14. mod_assign.grades: delete mdl_files (components/assignment.yaml:56)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 57);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 14, 'mod_assign.grades', 'delete', 'mdl_files', changes() from "probate_current";

-- 15. mod_assign.grades: delete mdl_files (components/assignment.yaml:46)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 62);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 15, 'mod_assign.grades', 'delete', 'mdl_files', changes() from "probate_current";

-- 16. mod_assign.grades: delete mdl_files (components/assignment.yaml:55)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 53);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 16, 'mod_assign.grades', 'delete', 'mdl_files', changes() from "probate_current";

-- 17. mod_assign.grades: delete mdl_files (components/assignment.yaml:57)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 55);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 17, 'mod_assign.grades', 'delete', 'mdl_files', changes() from "probate_current";

-- 18. mod_assign.submissions: delete mdl_files (components/assignment.yaml:20)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 66);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 18, 'mod_assign.submissions', 'delete', 'mdl_files', changes() from "probate_current";

-- 19. mod_assign.submissions: delete mdl_files (components/assignment.yaml:16)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 68);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 19, 'mod_assign.submissions', 'delete', 'mdl_files', changes() from "probate_current";

-- 20. mod_data.entries: delete mdl_files (components/activities.yaml:263)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 72);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 20, 'mod_data.entries', 'delete', 'mdl_files', changes() from "probate_current";

-- 21. mod_forum.posts: delete mdl_files (components/forum.yaml:18)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 77);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 21, 'mod_forum.posts', 'delete', 'mdl_files', changes() from "probate_current";

-- 22. mod_forum.posts: delete mdl_files (components/forum.yaml:17)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 79);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 22, 'mod_forum.posts', 'delete', 'mdl_files', changes() from "probate_current";

-- 23. mod_glossary.entries: delete mdl_files (components/activities.yaml:148)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 82);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 23, 'mod_glossary.entries', 'delete', 'mdl_files', changes() from "probate_current";

-- 24. mod_glossary.entries: delete mdl_files (components/activities.yaml:148)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 82);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 24, 'mod_glossary.entries', 'delete', 'mdl_files', changes() from "probate_current";

-- 25. mod_glossary.entries: delete mdl_files (components/activities.yaml:144)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 84);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 25, 'mod_glossary.entries', 'delete', 'mdl_files', changes() from "probate_current";

-- 26. mod_lesson.attempts: delete mdl_files (components/activities.yaml:17)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 88);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 26, 'mod_lesson.attempts', 'delete', 'mdl_files', changes() from "probate_current";

-- 27. mod_quiz.attempts: delete mdl_files (components/quiz.yaml:26)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 94);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 27, 'mod_quiz.attempts', 'delete', 'mdl_files', changes() from "probate_current";

-- 28. mod_wiki.own: delete mdl_files (components/activities.yaml:170)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 97);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 28, 'mod_wiki.own', 'delete', 'mdl_files', changes() from "probate_current";

-- 29. mod_workshop.submissions: delete mdl_files (components/activities.yaml:214)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 102);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 29, 'mod_workshop.submissions', 'delete', 'mdl_files', changes() from "probate_current";

-- 30. mod_workshop.submissions: delete mdl_files (components/activities.yaml:208)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 104);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 30, 'mod_workshop.submissions', 'delete', 'mdl_files', changes() from "probate_current";

-- 31. mod_workshop.submissions: delete mdl_files (components/activities.yaml:214)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 102);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 31, 'mod_workshop.submissions', 'delete', 'mdl_files', changes() from "probate_current";

-- 32. mod_workshop.submissions: delete mdl_files (components/activities.yaml:212)
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 107);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 32, 'mod_workshop.submissions', 'delete', 'mdl_files', changes() from "probate_current";

-- 33. mod_quiz.attempts: delete mdl_question_attempt_step_data (components/quiz.yaml:27)
delete from "mdl_question_attempt_step_data"
where "mdl_question_attempt_step_data"."attemptstepid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 93);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 33, 'mod_quiz.attempts', 'delete', 'mdl_question_attempt_step_data', changes() from "probate_current";

-- 34. mod_quiz.marking: detach mdl_question_attempt_steps (components/quiz.yaml:33)
update "mdl_question_attempt_steps"
set "userid" = null
where "mdl_question_attempt_steps"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 34, 'mod_quiz.marking', 'detach', 'mdl_question_attempt_steps', changes() from "probate_current";

-- 35. mod_quiz.attempts: delete mdl_question_attempt_steps (components/quiz.yaml:24)
delete from "mdl_question_attempt_steps"
where "mdl_question_attempt_steps"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 93);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 35, 'mod_quiz.attempts', 'delete', 'mdl_question_attempt_steps', changes() from "probate_current";

-- 36. mod_quiz.attempts: delete mdl_question_attempts (components/quiz.yaml:21)
delete from "mdl_question_attempts"
where "mdl_question_attempts"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 92);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 36, 'mod_quiz.attempts', 'delete', 'mdl_question_attempts', changes() from "probate_current";

-- 37. mod_quiz.attempts: delete mdl_quiz_overview_regrades (components/quiz.yaml:28)
delete from "mdl_quiz_overview_regrades"
where "mdl_quiz_overview_regrades"."questionusageid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 91);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 37, 'mod_quiz.attempts', 'delete', 'mdl_quiz_overview_regrades', changes() from "probate_current";

-- 38. mod_wiki.locks: delete mdl_wiki_locks (components/activities.yaml:191)
delete from "mdl_wiki_locks"
where "mdl_wiki_locks"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 38, 'mod_wiki.locks', 'delete', 'mdl_wiki_locks', changes() from "probate_current";

-- 39. mod_wiki.own: delete mdl_wiki_locks (components/activities.yaml:176)
delete from "mdl_wiki_locks"
where "mdl_wiki_locks"."pageid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 99);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 39, 'mod_wiki.own', 'delete', 'mdl_wiki_locks', changes() from "probate_current";

-- 40. mod_wiki.own: delete mdl_wiki_synonyms (components/activities.yaml:177)
delete from "mdl_wiki_synonyms"
where "mdl_wiki_synonyms"."pageid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 99);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 40, 'mod_wiki.own', 'delete', 'mdl_wiki_synonyms', changes() from "probate_current";

-- 41. mod_wiki.shared: overwrite mdl_wiki_versions (components/activities.yaml:185)
update "mdl_wiki_versions"
set "content" = ''
where "mdl_wiki_versions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 41, 'mod_wiki.shared', 'overwrite', 'mdl_wiki_versions', changes() from "probate_current";

-- 42. mod_wiki.own: delete mdl_wiki_versions (components/activities.yaml:175)
delete from "mdl_wiki_versions"
where "mdl_wiki_versions"."pageid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 99);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 42, 'mod_wiki.own', 'delete', 'mdl_wiki_versions', changes() from "probate_current";

-- 43. mod_workshop.assessments: overwrite mdl_workshop_grades (components/activities.yaml:221)
update "mdl_workshop_grades"
set "peercomment" = null
where "mdl_workshop_grades"."assessmentid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 100);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 43, 'mod_workshop.assessments', 'overwrite', 'mdl_workshop_grades', changes() from "probate_current";

-- 44. mod_workshop.submissions: delete mdl_workshop_grades (components/activities.yaml:213)
delete from "mdl_workshop_grades"
where "mdl_workshop_grades"."assessmentid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 106);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 44, 'mod_workshop.submissions', 'delete', 'mdl_workshop_grades', changes() from "probate_current";

-- 45. mod_assign.grades: delete mdl_assignfeedback_comments (components/assignment.yaml:48)
delete from "mdl_assignfeedback_comments"
where "mdl_assignfeedback_comments"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 59);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 45, 'mod_assign.grades', 'delete', 'mdl_assignfeedback_comments', changes() from "probate_current";

-- 46. mod_assign.grades: delete mdl_assignfeedback_editpdf_annot (components/assignment.yaml:51)
delete from "mdl_assignfeedback_editpdf_annot"
where "mdl_assignfeedback_editpdf_annot"."gradeid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 46, 'mod_assign.grades', 'delete', 'mdl_assignfeedback_editpdf_annot', changes() from "probate_current";

-- 47. mod_assign.grades: delete mdl_assignfeedback_editpdf_cmnt (components/assignment.yaml:50)
delete from "mdl_assignfeedback_editpdf_cmnt"
where "mdl_assignfeedback_editpdf_cmnt"."gradeid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 47, 'mod_assign.grades', 'delete', 'mdl_assignfeedback_editpdf_cmnt', changes() from "probate_current";

-- 48. mod_assign.grades: delete mdl_assignfeedback_editpdf_rot (components/assignment.yaml:52)
delete from "mdl_assignfeedback_editpdf_rot"
where "mdl_assignfeedback_editpdf_rot"."gradeid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 48, 'mod_assign.grades', 'delete', 'mdl_assignfeedback_editpdf_rot', changes() from "probate_current";

-- 49. mod_assign.grades: delete mdl_assignfeedback_file (components/assignment.yaml:49)
delete from "mdl_assignfeedback_file"
where "mdl_assignfeedback_file"."grade" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 49, 'mod_assign.grades', 'delete', 'mdl_assignfeedback_file', changes() from "probate_current";

-- 50. core_user.idnumber: overwrite mdl_assignfeedback_historic (components/account.yaml:40)
update "mdl_assignfeedback_historic"
set "useridnumber" = null
where "mdl_assignfeedback_historic"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 44);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 50, 'core_user.idnumber', 'overwrite', 'mdl_assignfeedback_historic', changes() from "probate_current";

-- 51. mod_assign.grades: delete mdl_assignfeedback_historic (components/assignment.yaml:53)
delete from "mdl_assignfeedback_historic"
where "mdl_assignfeedback_historic"."grade" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 51, 'mod_assign.grades', 'delete', 'mdl_assignfeedback_historic', changes() from "probate_current";

-- 52. mod_assign.submissions: delete mdl_assignsubmission_file (components/assignment.yaml:21)
delete from "mdl_assignsubmission_file"
where "mdl_assignsubmission_file"."submission" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 51);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 52, 'mod_assign.submissions', 'delete', 'mdl_assignsubmission_file', changes() from "probate_current";

-- 53. mod_assign.submissions: delete mdl_assignsubmission_onlinetext (components/assignment.yaml:18)
delete from "mdl_assignsubmission_onlinetext"
where "mdl_assignsubmission_onlinetext"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 65);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 53, 'mod_assign.submissions', 'delete', 'mdl_assignsubmission_onlinetext', changes() from "probate_current";

-- 54. core_badges.backpacks: delete mdl_badge_external (components/learning.yaml:101)
delete from "mdl_badge_external"
where "mdl_badge_external"."backpackid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 2);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 54, 'core_badges.backpacks', 'delete', 'mdl_badge_external', changes() from "probate_current";

-- 55. core_profile.dashboard: delete mdl_block_positions (components/profile.yaml:31)
delete from "mdl_block_positions"
where "mdl_block_positions"."blockinstanceid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 37);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 55, 'core_profile.dashboard', 'delete', 'mdl_block_positions', changes() from "probate_current";

-- 56. core_blog.entries: delete mdl_blog_association (components/community.yaml:87)
delete from "mdl_blog_association"
where "mdl_blog_association"."blogid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 9);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 56, 'core_blog.entries', 'delete', 'mdl_blog_association', changes() from "probate_current";

-- 57. core_notes.about: delete mdl_blog_association (components/community.yaml:87)
delete from "mdl_blog_association"
where "mdl_blog_association"."blogid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 31);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 57, 'core_notes.about', 'delete', 'mdl_blog_association', changes() from "probate_current";

-- 58. core_notes.about_personal: delete mdl_blog_association (components/community.yaml:87)
delete from "mdl_blog_association"
where "mdl_blog_association"."blogid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 33);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 58, 'core_notes.about_personal', 'delete', 'mdl_blog_association', changes() from "probate_current";

-- 59. core_competency.ratings: detach mdl_competency_evidence (components/learning.yaml:137)
update "mdl_competency_evidence"
set "actionuserid" = null
where "mdl_competency_evidence"."actionuserid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 59, 'core_competency.ratings', 'detach', 'mdl_competency_evidence', changes() from "probate_current";

-- 60. core_competency.ratings: delete mdl_competency_evidence (components/learning.yaml:134)
delete from "mdl_competency_evidence"
where "mdl_competency_evidence"."usercompetencyid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 22);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 60, 'core_competency.ratings', 'delete', 'mdl_competency_evidence', changes() from "probate_current";

-- 61. core_competency.plans: delete mdl_competency_plancomp (components/learning.yaml:148)
delete from "mdl_competency_plancomp"
where "mdl_competency_plancomp"."planid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 21);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 61, 'core_competency.plans', 'delete', 'mdl_competency_plancomp', changes() from "probate_current";

-- 62. core_competency.evidence: delete mdl_competency_userevidencecomp (components/learning.yaml:160)
delete from "mdl_competency_userevidencecomp"
where "mdl_competency_userevidencecomp"."userevidenceid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 18);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 62, 'core_competency.evidence', 'delete', 'mdl_competency_userevidencecomp', changes() from "probate_current";

-- 63. mod_data.entries: delete mdl_data_content (components/activities.yaml:261)
delete from "mdl_data_content"
where "mdl_data_content"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 71);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 63, 'mod_data.entries', 'delete', 'mdl_data_content', changes() from "probate_current";

-- 64. core_calendar.shared_events: detach mdl_event (components/community.yaml:23)
update "mdl_event"
set "userid" = 0
where "mdl_event"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and (("mdl_event"."courseid" <> 0 or "mdl_event"."groupid" <> 0) or "mdl_event"."categoryid" <> 0);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 64, 'core_calendar.shared_events', 'detach', 'mdl_event', changes() from "probate_current";

-- 65. core_calendar.events: delete mdl_event (components/community.yaml:12)
delete from "mdl_event"
where "mdl_event"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 10);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 65, 'core_calendar.events', 'delete', 'mdl_event', changes() from "probate_current";

-- 66. core_calendar.subscriptions: delete mdl_event (components/community.yaml:35)
delete from "mdl_event"
where "mdl_event"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 14);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 66, 'core_calendar.subscriptions', 'delete', 'mdl_event', changes() from "probate_current";

-- 67. mod_feedback.completed: delete mdl_feedback_value (components/activities.yaml:66)
delete from "mdl_feedback_value"
where "mdl_feedback_value"."completed" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 74);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 67, 'mod_feedback.completed', 'delete', 'mdl_feedback_value', changes() from "probate_current";

-- 68. mod_feedback.unfinished: delete mdl_feedback_valuetmp (components/activities.yaml:77)
delete from "mdl_feedback_valuetmp"
where "mdl_feedback_valuetmp"."completed" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 75);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 68, 'mod_feedback.unfinished', 'delete', 'mdl_feedback_valuetmp', changes() from "probate_current";

-- 69. mod_glossary.entries: delete mdl_glossary_alias (components/activities.yaml:146)
delete from "mdl_glossary_alias"
where "mdl_glossary_alias"."entryid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 81);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 69, 'mod_glossary.entries', 'delete', 'mdl_glossary_alias', changes() from "probate_current";

-- 70. mod_glossary.entries: delete mdl_glossary_entries_categories (components/activities.yaml:147)
delete from "mdl_glossary_entries_categories"
where "mdl_glossary_entries_categories"."entryid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 81);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 70, 'mod_glossary.entries', 'delete', 'mdl_glossary_entries_categories', changes() from "probate_current";

-- 71. mod_assign.rubrics: delete mdl_gradingform_guide_fillings (components/assignment.yaml:92)
delete from "mdl_gradingform_guide_fillings"
where "mdl_gradingform_guide_fillings"."instanceid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 64);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 71, 'mod_assign.rubrics', 'delete', 'mdl_gradingform_guide_fillings', changes() from "probate_current";

-- 72. mod_assign.rubrics: delete mdl_gradingform_rubric_fillings (components/assignment.yaml:91)
delete from "mdl_gradingform_rubric_fillings"
where "mdl_gradingform_rubric_fillings"."instanceid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 64);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 72, 'mod_assign.rubrics', 'delete', 'mdl_gradingform_rubric_fillings', changes() from "probate_current";

-- 73. mod_h5pactivity.attempts: delete mdl_h5pactivity_attempts_results (components/activities.yaml:285)
delete from "mdl_h5pactivity_attempts_results"
where "mdl_h5pactivity_attempts_results"."attemptid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 86);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 73, 'mod_h5pactivity.attempts', 'delete', 'mdl_h5pactivity_attempts_results', changes() from "probate_current";

-- 74. core_user.devices: delete mdl_message_airnotifier_devices (components/account.yaml:114)
delete from "mdl_message_airnotifier_devices"
where "mdl_message_airnotifier_devices"."userdeviceid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 41);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 74, 'core_user.devices', 'delete', 'mdl_message_airnotifier_devices', changes() from "probate_current";

-- 75. core_message.reading: delete mdl_message_email_messages (components/messaging.yaml:30)
delete from "mdl_message_email_messages"
where "mdl_message_email_messages"."useridto" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 75, 'core_message.reading', 'delete', 'mdl_message_email_messages', changes() from "probate_current";

-- 76. core_message.sent: delete mdl_message_email_messages (components/messaging.yaml:15)
delete from "mdl_message_email_messages"
where "mdl_message_email_messages"."messageid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 29);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 76, 'core_message.sent', 'delete', 'mdl_message_email_messages', changes() from "probate_current";

-- 77. core_notification.received: delete mdl_message_popup_notifications (components/messaging.yaml:80)
delete from "mdl_message_popup_notifications"
where "mdl_message_popup_notifications"."notificationid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 36);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 77, 'core_notification.received', 'delete', 'mdl_message_popup_notifications', changes() from "probate_current";

-- 78. core_message.reading: delete mdl_message_user_actions (components/messaging.yaml:29)
delete from "mdl_message_user_actions"
where "mdl_message_user_actions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 78, 'core_message.reading', 'delete', 'mdl_message_user_actions', changes() from "probate_current";

-- 79. core_message.sent: delete mdl_message_user_actions (components/messaging.yaml:15)
delete from "mdl_message_user_actions"
where "mdl_message_user_actions"."messageid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 29);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 79, 'core_message.sent', 'delete', 'mdl_message_user_actions', changes() from "probate_current";

-- 80. mod_quiz.attempts: delete mdl_question_usages (components/quiz.yaml:18)
delete from "mdl_question_usages"
where "mdl_question_usages"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 91);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 80, 'mod_quiz.attempts', 'delete', 'mdl_question_usages', changes() from "probate_current";

-- 81. core_keys.repositories: delete mdl_repository_instance_config (components/account.yaml:202)
delete from "mdl_repository_instance_config"
where "mdl_repository_instance_config"."instanceid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 24);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 81, 'core_keys.repositories', 'delete', 'mdl_repository_instance_config', changes() from "probate_current";

-- 82. mod_wiki.own: delete mdl_wiki_links (components/activities.yaml:178)
delete from "mdl_wiki_links"
where "mdl_wiki_links"."subwikiid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 96);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 82, 'mod_wiki.own', 'delete', 'mdl_wiki_links', changes() from "probate_current";

-- 83. mod_wiki.shared: overwrite mdl_wiki_pages (components/activities.yaml:186)
update "mdl_wiki_pages"
set "cachedcontent" = ''
where "mdl_wiki_pages"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 83, 'mod_wiki.shared', 'overwrite', 'mdl_wiki_pages', changes() from "probate_current";

-- 84. mod_wiki.own: delete mdl_wiki_pages (components/activities.yaml:172)
delete from "mdl_wiki_pages"
where "mdl_wiki_pages"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 99);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 84, 'mod_wiki.own', 'delete', 'mdl_wiki_pages', changes() from "probate_current";

-- 85. mod_workshop.assessments: overwrite mdl_workshop_assessments (components/activities.yaml:226)
update "mdl_workshop_assessments"
set "reviewerid" = 0, "feedbackauthor" = null, "feedbackreviewer" = null
where "mdl_workshop_assessments"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 100);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 85, 'mod_workshop.assessments', 'overwrite', 'mdl_workshop_assessments', changes() from "probate_current";

-- 86. mod_workshop.marking: detach mdl_workshop_assessments (components/activities.yaml:243)
update "mdl_workshop_assessments"
set "gradinggradeoverby" = null
where "mdl_workshop_assessments"."gradinggradeoverby" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 86, 'mod_workshop.marking', 'detach', 'mdl_workshop_assessments', changes() from "probate_current";

-- 87. mod_workshop.submissions: delete mdl_workshop_assessments (components/activities.yaml:210)
delete from "mdl_workshop_assessments"
where "mdl_workshop_assessments"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 106);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 87, 'mod_workshop.submissions', 'delete', 'mdl_workshop_assessments', changes() from "probate_current";

-- 88. core_log.predictions: delete mdl_analytics_prediction_actions (components/records.yaml:65)
delete from "mdl_analytics_prediction_actions"
where "mdl_analytics_prediction_actions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 88, 'core_log.predictions', 'delete', 'mdl_analytics_prediction_actions', changes() from "probate_current";

-- 89. mod_assign.grades: delete mdl_assign_grades (components/assignment.yaml:42)
delete from "mdl_assign_grades"
where "mdl_assign_grades"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 89, 'mod_assign.grades', 'delete', 'mdl_assign_grades', changes() from "probate_current";

-- 90. mod_assign.overrides: delete mdl_assign_overrides (components/assignment.yaml:75)
delete from "mdl_assign_overrides"
where "mdl_assign_overrides"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 90, 'mod_assign.overrides', 'delete', 'mdl_assign_overrides', changes() from "probate_current";

-- 91. mod_assign.submissions: delete mdl_assign_submission (components/assignment.yaml:12)
delete from "mdl_assign_submission"
where "mdl_assign_submission"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 51);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 91, 'mod_assign.submissions', 'delete', 'mdl_assign_submission', changes() from "probate_current";

-- 92. mod_assign.flags: delete mdl_assign_user_flags (components/assignment.yaml:69)
delete from "mdl_assign_user_flags"
where "mdl_assign_user_flags"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 92, 'mod_assign.flags', 'delete', 'mdl_assign_user_flags', changes() from "probate_current";

-- 93. mod_assign.flags: delete mdl_assign_user_mapping (components/assignment.yaml:70)
delete from "mdl_assign_user_mapping"
where "mdl_assign_user_mapping"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 93, 'mod_assign.flags', 'delete', 'mdl_assign_user_mapping', changes() from "probate_current";

-- 94. mod_assign.quick_comments: delete mdl_assignfeedback_editpdf_quick (components/assignment.yaml:80)
delete from "mdl_assignfeedback_editpdf_quick"
where "mdl_assignfeedback_editpdf_quick"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 94, 'mod_assign.quick_comments', 'delete', 'mdl_assignfeedback_editpdf_quick', changes() from "probate_current";

-- 95. mod_assign.historic: delete mdl_assignfeedback_historic_data (components/assignment.yaml:62)
delete from "mdl_assignfeedback_historic_data"
where "mdl_assignfeedback_historic_data"."useridnumber" in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'idnumber' and "shared" = 0);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 95, 'mod_assign.historic', 'delete', 'mdl_assignfeedback_historic_data', changes() from "probate_current";

-- 96. mod_assignment.submissions: detach mdl_assignment_submissions (components/assignment.yaml:105)
update "mdl_assignment_submissions"
set "teacher" = 0
where "mdl_assignment_submissions"."teacher" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 96, 'mod_assignment.submissions', 'detach', 'mdl_assignment_submissions', changes() from "probate_current";

-- 97. mod_assignment.submissions: delete mdl_assignment_submissions (components/assignment.yaml:104)
delete from "mdl_assignment_submissions"
where "mdl_assignment_submissions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 97, 'mod_assignment.submissions', 'delete', 'mdl_assignment_submissions', changes() from "probate_current";

-- 98. mod_attendance.log: detach mdl_attendance_log (components/activities.yaml:320)
update "mdl_attendance_log"
set "takenby" = 0
where "mdl_attendance_log"."takenby" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 98, 'mod_attendance.log', 'detach', 'mdl_attendance_log', changes() from "probate_current";

-- 99. mod_attendance.log: delete mdl_attendance_log (components/activities.yaml:315)
delete from "mdl_attendance_log"
where "mdl_attendance_log"."studentid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 99, 'mod_attendance.log', 'delete', 'mdl_attendance_log', changes() from "probate_current";

-- 100. mod_attendance.sessions: detach mdl_attendance_sessions (components/activities.yaml:326)
update "mdl_attendance_sessions"
set "lasttakenby" = 0
where "mdl_attendance_sessions"."lasttakenby" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 100, 'mod_attendance.sessions', 'detach', 'mdl_attendance_sessions', changes() from "probate_current";

-- 101. mod_attendance.guests: delete mdl_attendance_tempusers (components/activities.yaml:331)
delete from "mdl_attendance_tempusers"
where lower("mdl_attendance_tempusers"."email") in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'email' and "shared" = 0);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 101, 'mod_attendance.guests', 'delete', 'mdl_attendance_tempusers', changes() from "probate_current";

-- 102. mod_attendance.warnings: delete mdl_attendance_warning_done (components/activities.yaml:336)
delete from "mdl_attendance_warning_done"
where "mdl_attendance_warning_done"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 102, 'mod_attendance.warnings', 'delete', 'mdl_attendance_warning_done', changes() from "probate_current";

-- 103. core_auth.linked_logins: delete mdl_auth_lti_linked_login (components/account.yaml:145)
delete from "mdl_auth_lti_linked_login"
where "mdl_auth_lti_linked_login"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 103, 'core_auth.linked_logins', 'delete', 'mdl_auth_lti_linked_login', changes() from "probate_current";

-- 104. core_auth.linked_logins: detach mdl_auth_oauth2_linked_login (components/account.yaml:144)
update "mdl_auth_oauth2_linked_login"
set "usermodified" = 0
where "mdl_auth_oauth2_linked_login"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 104, 'core_auth.linked_logins', 'detach', 'mdl_auth_oauth2_linked_login', changes() from "probate_current";

-- 105. core_auth.linked_logins: delete mdl_auth_oauth2_linked_login (components/account.yaml:143)
delete from "mdl_auth_oauth2_linked_login"
where "mdl_auth_oauth2_linked_login"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 105, 'core_auth.linked_logins', 'delete', 'mdl_auth_oauth2_linked_login', changes() from "probate_current";

-- 106. core_auth.openid: delete mdl_auth_oidc_prevlogin (components/account.yaml:159)
delete from "mdl_auth_oidc_prevlogin"
where "mdl_auth_oidc_prevlogin"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 106, 'core_auth.openid', 'delete', 'mdl_auth_oidc_prevlogin', changes() from "probate_current";

-- 107. core_auth.openid: overwrite mdl_auth_oidc_token (components/account.yaml:153)
update "mdl_auth_oidc_token"
set "oidcuniqid" = '', "username" = '', "oidcusername" = '', "authcode" = '', "token" = '', "refreshtoken" = '', "idtoken" = ''
where "mdl_auth_oidc_token"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 1);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 107, 'core_auth.openid', 'overwrite', 'mdl_auth_oidc_token', changes() from "probate_current";

-- 108. core_auth.openid: delete mdl_auth_oidc_token (components/account.yaml:151)
delete from "mdl_auth_oidc_token"
where "mdl_auth_oidc_token"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 108, 'core_auth.openid', 'delete', 'mdl_auth_oidc_token', changes() from "probate_current";

-- 109. core_log.administration: detach mdl_backup_controllers (components/records.yaml:55)
update "mdl_backup_controllers"
set "userid" = 0
where "mdl_backup_controllers"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 109, 'core_log.administration', 'detach', 'mdl_backup_controllers', changes() from "probate_current";

-- 110. core_badges.endorsements: overwrite mdl_badge (components/learning.yaml:114)
update "mdl_badge"
set "imageauthorname" = null, "imageauthoremail" = null, "imageauthorurl" = null
where "mdl_badge"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 3);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 110, 'core_badges.endorsements', 'overwrite', 'mdl_badge', changes() from "probate_current";

-- 111. core_badges.backpacks: delete mdl_badge_backpack (components/learning.yaml:97)
delete from "mdl_badge_backpack"
where "mdl_badge_backpack"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 2);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 111, 'core_badges.backpacks', 'delete', 'mdl_badge_backpack', changes() from "probate_current";

-- 112. core_badges.backpacks: delete mdl_badge_backpack_oauth2 (components/learning.yaml:102)
delete from "mdl_badge_backpack_oauth2"
where "mdl_badge_backpack_oauth2"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 112, 'core_badges.backpacks', 'delete', 'mdl_badge_backpack_oauth2', changes() from "probate_current";

-- 113. core_badges.criteria: delete mdl_badge_criteria_met (components/learning.yaml:91)
delete from "mdl_badge_criteria_met"
where "mdl_badge_criteria_met"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 113, 'core_badges.criteria', 'delete', 'mdl_badge_criteria_met', changes() from "probate_current";

-- 114. core_badges.endorsements: overwrite mdl_badge_endorsement (components/learning.yaml:109)
update "mdl_badge_endorsement"
set "issuername" = '', "issueremail" = '', "claimcomment" = null
where "mdl_badge_endorsement"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 4);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 114, 'core_badges.endorsements', 'overwrite', 'mdl_badge_endorsement', changes() from "probate_current";

-- 115. core_badges.issued: delete mdl_badge_issued (components/learning.yaml:79)
delete from "mdl_badge_issued"
where "mdl_badge_issued"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 5);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 115, 'core_badges.issued', 'delete', 'mdl_badge_issued', changes() from "probate_current";

-- 116. core_badges.issued: delete mdl_badge_manual_award (components/learning.yaml:86)
delete from "mdl_badge_manual_award"
where "mdl_badge_manual_award"."recipientid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 116, 'core_badges.issued', 'delete', 'mdl_badge_manual_award', changes() from "probate_current";

-- 117. mod_bigbluebuttonbn.log: delete mdl_bigbluebuttonbn_logs (components/activities.yaml:348)
delete from "mdl_bigbluebuttonbn_logs"
where "mdl_bigbluebuttonbn_logs"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 117, 'mod_bigbluebuttonbn.log', 'delete', 'mdl_bigbluebuttonbn_logs', changes() from "probate_current";

-- 118. mod_bigbluebuttonbn.recordings: detach mdl_bigbluebuttonbn_recordings (components/activities.yaml:354)
update "mdl_bigbluebuttonbn_recordings"
set "usermodified" = 0
where "mdl_bigbluebuttonbn_recordings"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 118, 'mod_bigbluebuttonbn.recordings', 'detach', 'mdl_bigbluebuttonbn_recordings', changes() from "probate_current";

-- 119. core_profile.dashboard: delete mdl_block_instances (components/profile.yaml:27)
delete from "mdl_block_instances"
where "mdl_block_instances"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 37);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 119, 'core_profile.dashboard', 'delete', 'mdl_block_instances', changes() from "probate_current";

-- 120. core_log.activity: delete mdl_block_recent_activity (components/records.yaml:39)
delete from "mdl_block_recent_activity"
where "mdl_block_recent_activity"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 120, 'core_log.activity', 'delete', 'mdl_block_recent_activity', changes() from "probate_current";

-- 121. core_profile.recent_items: delete mdl_block_recentlyaccesseditems (components/profile.yaml:42)
delete from "mdl_block_recentlyaccesseditems"
where "mdl_block_recentlyaccesseditems"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 121, 'core_profile.recent_items', 'delete', 'mdl_block_recentlyaccesseditems', changes() from "probate_current";

-- 122. core_profile.feeds: delete mdl_block_rss_client (components/profile.yaml:57)
delete from "mdl_block_rss_client"
where "mdl_block_rss_client"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 122, 'core_profile.feeds', 'delete', 'mdl_block_rss_client', changes() from "probate_current";

-- 123. core_profile.todo: delete mdl_block_todo (components/profile.yaml:52)
delete from "mdl_block_todo"
where "mdl_block_todo"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 123, 'core_profile.todo', 'delete', 'mdl_block_todo', changes() from "probate_current";

-- 124. core_blog.external: delete mdl_blog_external (components/community.yaml:92)
delete from "mdl_blog_external"
where "mdl_blog_external"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 124, 'core_blog.external', 'delete', 'mdl_blog_external', changes() from "probate_current";

-- 125. core_log.cache: delete mdl_cache_flags (components/records.yaml:60)
delete from "mdl_cache_flags"
where "mdl_cache_flags"."name" in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = '{key}' and "shared" = 0) and "mdl_cache_flags"."flagtype" = 'accesslib/dirtyusers';
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 125, 'core_log.cache', 'delete', 'mdl_cache_flags', changes() from "probate_current";

-- 126. mod_chat.messages: delete mdl_chat_messages (components/activities.yaml:109)
delete from "mdl_chat_messages"
where "mdl_chat_messages"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 126, 'mod_chat.messages', 'delete', 'mdl_chat_messages', changes() from "probate_current";

-- 127. mod_chat.messages: delete mdl_chat_messages_current (components/activities.yaml:109)
delete from "mdl_chat_messages_current"
where "mdl_chat_messages_current"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 127, 'mod_chat.messages', 'delete', 'mdl_chat_messages_current', changes() from "probate_current";

-- 128. mod_chat.sessions: delete mdl_chat_users (components/activities.yaml:115)
delete from "mdl_chat_users"
where "mdl_chat_users"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 128, 'mod_chat.sessions', 'delete', 'mdl_chat_users', changes() from "probate_current";

-- 129. mod_choice.answers: delete mdl_choice_answers (components/activities.yaml:127)
delete from "mdl_choice_answers"
where "mdl_choice_answers"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 129, 'mod_choice.answers', 'delete', 'mdl_choice_answers', changes() from "probate_current";

-- 130. core_cohort.memberships: delete mdl_cohort_members (components/records.yaml:198)
delete from "mdl_cohort_members"
where "mdl_cohort_members"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 130, 'core_cohort.memberships', 'delete', 'mdl_cohort_members', changes() from "probate_current";

-- 131. core_blog.comments_received: overwrite mdl_comments (components/community.yaml:97)
update "mdl_comments"
set "content" = ''
where "mdl_comments"."itemid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 8) and "mdl_comments"."component" = 'blog';
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 131, 'core_blog.comments_received', 'overwrite', 'mdl_comments', changes() from "probate_current";

-- 132. mod_assign.comments_received: overwrite mdl_comments (components/assignment.yaml:35)
update "mdl_comments"
set "content" = ''
where "mdl_comments"."itemid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 51) and "mdl_comments"."component" = 'assignsubmission_comments' and "mdl_comments"."commentarea" = 'submission_comments';
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 132, 'mod_assign.comments_received', 'overwrite', 'mdl_comments', changes() from "probate_current";

-- 133. mod_data.comments_received: overwrite mdl_comments (components/activities.yaml:268)
update "mdl_comments"
set "content" = ''
where "mdl_comments"."itemid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 70) and "mdl_comments"."component" = 'mod_data' and "mdl_comments"."commentarea" = 'database_entry';
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 133, 'mod_data.comments_received', 'overwrite', 'mdl_comments', changes() from "probate_current";

-- 134. mod_glossary.comments_received: overwrite mdl_comments (components/activities.yaml:153)
update "mdl_comments"
set "content" = ''
where "mdl_comments"."itemid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 81) and "mdl_comments"."component" = 'mod_glossary' and "mdl_comments"."commentarea" = 'glossary_entry';
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 134, 'mod_glossary.comments_received', 'overwrite', 'mdl_comments', changes() from "probate_current";

-- 135. core_comment.comments: delete mdl_comments (components/community.yaml:108)
delete from "mdl_comments"
where "mdl_comments"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 135, 'core_comment.comments', 'delete', 'mdl_comments', changes() from "probate_current";

-- 136. core_competency.reviews: detach mdl_competency_plan (components/learning.yaml:165)
update "mdl_competency_plan"
set "reviewerid" = null
where "mdl_competency_plan"."reviewerid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 136, 'core_competency.reviews', 'detach', 'mdl_competency_plan', changes() from "probate_current";

-- 137. core_competency.plans: delete mdl_competency_plan (components/learning.yaml:143)
delete from "mdl_competency_plan"
where "mdl_competency_plan"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 21);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 137, 'core_competency.plans', 'delete', 'mdl_competency_plan', changes() from "probate_current";

-- 138. core_competency.reviews: detach mdl_competency_usercomp (components/learning.yaml:165)
update "mdl_competency_usercomp"
set "reviewerid" = null
where "mdl_competency_usercomp"."reviewerid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 138, 'core_competency.reviews', 'detach', 'mdl_competency_usercomp', changes() from "probate_current";

-- 139. core_competency.ratings: delete mdl_competency_usercomp (components/learning.yaml:130)
delete from "mdl_competency_usercomp"
where "mdl_competency_usercomp"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 22);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 139, 'core_competency.ratings', 'delete', 'mdl_competency_usercomp', changes() from "probate_current";

-- 140. core_competency.ratings: delete mdl_competency_usercompcourse (components/learning.yaml:135)
delete from "mdl_competency_usercompcourse"
where "mdl_competency_usercompcourse"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 140, 'core_competency.ratings', 'delete', 'mdl_competency_usercompcourse', changes() from "probate_current";

-- 141. core_competency.ratings: delete mdl_competency_usercompplan (components/learning.yaml:136)
delete from "mdl_competency_usercompplan"
where "mdl_competency_usercompplan"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 141, 'core_competency.ratings', 'delete', 'mdl_competency_usercompplan', changes() from "probate_current";

-- 142. core_competency.evidence: delete mdl_competency_userevidence (components/learning.yaml:154)
delete from "mdl_competency_userevidence"
where "mdl_competency_userevidence"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 18);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 142, 'core_competency.evidence', 'delete', 'mdl_competency_userevidence', changes() from "probate_current";

-- 143. core_log.administration: detach mdl_config_log (components/records.yaml:55)
update "mdl_config_log"
set "userid" = 0
where "mdl_config_log"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 143, 'core_log.administration', 'detach', 'mdl_config_log', changes() from "probate_current";

-- 144. core_completion.courses: delete mdl_course_completion_crit_compl (components/learning.yaml:51)
delete from "mdl_course_completion_crit_compl"
where "mdl_course_completion_crit_compl"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 144, 'core_completion.courses', 'delete', 'mdl_course_completion_crit_compl', changes() from "probate_current";

-- 145. core_completion.courses: delete mdl_course_completions (components/learning.yaml:50)
delete from "mdl_course_completions"
where "mdl_course_completions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 145, 'core_completion.courses', 'delete', 'mdl_course_completions', changes() from "probate_current";

-- 146. core_completion.activities: detach mdl_course_modules_completion (components/learning.yaml:60)
update "mdl_course_modules_completion"
set "overrideby" = null
where "mdl_course_modules_completion"."overrideby" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 146, 'core_completion.activities', 'detach', 'mdl_course_modules_completion', changes() from "probate_current";

-- 147. core_completion.activities: delete mdl_course_modules_completion (components/learning.yaml:59)
delete from "mdl_course_modules_completion"
where "mdl_course_modules_completion"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 147, 'core_completion.activities', 'delete', 'mdl_course_modules_completion', changes() from "probate_current";

-- 148. core_completion.views: delete mdl_course_modules_viewed (components/learning.yaml:66)
delete from "mdl_course_modules_viewed"
where "mdl_course_modules_viewed"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 148, 'core_completion.views', 'delete', 'mdl_course_modules_viewed', changes() from "probate_current";

-- 149. core_user.course_requests: delete mdl_course_request (components/account.yaml:131)
delete from "mdl_course_request"
where "mdl_course_request"."requester" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 149, 'core_user.course_requests', 'delete', 'mdl_course_request', changes() from "probate_current";

-- 150. mod_data.entries: delete mdl_data_records (components/activities.yaml:256)
delete from "mdl_data_records"
where "mdl_data_records"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 70);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 150, 'mod_data.entries', 'delete', 'mdl_data_records', changes() from "probate_current";

-- 151. core_profile.autosaves: delete mdl_editor_atto_autosave (components/profile.yaml:62)
delete from "mdl_editor_atto_autosave"
where "mdl_editor_atto_autosave"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 151, 'core_profile.autosaves', 'delete', 'mdl_editor_atto_autosave', changes() from "probate_current";

-- 152. core_enrol.waiting: delete mdl_enrol_flatfile (components/records.yaml:145)
delete from "mdl_enrol_flatfile"
where "mdl_enrol_flatfile"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 152, 'core_enrol.waiting', 'delete', 'mdl_enrol_flatfile', changes() from "probate_current";

-- 153. core_enrol.tool_users: delete mdl_enrol_lti_users (components/records.yaml:150)
delete from "mdl_enrol_lti_users"
where "mdl_enrol_lti_users"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 153, 'core_enrol.tool_users', 'delete', 'mdl_enrol_lti_users', changes() from "probate_current";

-- 154. core_calendar.subscriptions: detach mdl_event_subscriptions (components/community.yaml:36)
update "mdl_event_subscriptions"
set "userid" = 0
where "mdl_event_subscriptions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_event_subscriptions"."eventtype" <> 'user';
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 154, 'core_calendar.subscriptions', 'detach', 'mdl_event_subscriptions', changes() from "probate_current";

-- 155. core_calendar.subscriptions: delete mdl_event_subscriptions (components/community.yaml:29)
delete from "mdl_event_subscriptions"
where "mdl_event_subscriptions"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 13);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 155, 'core_calendar.subscriptions', 'delete', 'mdl_event_subscriptions', changes() from "probate_current";

-- 156. core_log.administration: detach mdl_events_queue (components/records.yaml:55)
update "mdl_events_queue"
set "userid" = null
where "mdl_events_queue"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 156, 'core_log.administration', 'detach', 'mdl_events_queue', changes() from "probate_current";

-- 157. core_keys.services: delete mdl_external_services_users (components/account.yaml:182)
delete from "mdl_external_services_users"
where "mdl_external_services_users"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 157, 'core_keys.services', 'delete', 'mdl_external_services_users', changes() from "probate_current";

-- 158. core_keys.tokens: detach mdl_external_tokens (components/account.yaml:177)
update "mdl_external_tokens"
set "creatorid" = 0
where "mdl_external_tokens"."creatorid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 158, 'core_keys.tokens', 'detach', 'mdl_external_tokens', changes() from "probate_current";

-- 159. core_keys.tokens: delete mdl_external_tokens (components/account.yaml:176)
delete from "mdl_external_tokens"
where "mdl_external_tokens"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 159, 'core_keys.tokens', 'delete', 'mdl_external_tokens', changes() from "probate_current";

-- 160. core_profile.favourites: delete mdl_favourite (components/profile.yaml:36)
delete from "mdl_favourite"
where "mdl_favourite"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 160, 'core_profile.favourites', 'delete', 'mdl_favourite', changes() from "probate_current";

-- 161. mod_feedback.completed: delete mdl_feedback_completed (components/activities.yaml:62)
delete from "mdl_feedback_completed"
where "mdl_feedback_completed"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 74);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 161, 'mod_feedback.completed', 'delete', 'mdl_feedback_completed', changes() from "probate_current";

-- 162. mod_feedback.unfinished: delete mdl_feedback_completedtmp (components/activities.yaml:73)
delete from "mdl_feedback_completedtmp"
where "mdl_feedback_completedtmp"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 75);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 162, 'mod_feedback.unfinished', 'delete', 'mdl_feedback_completedtmp', changes() from "probate_current";

-- 163. mod_forum.subscriptions: delete mdl_forum_digests (components/forum.yaml:36)
delete from "mdl_forum_digests"
where "mdl_forum_digests"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 163, 'mod_forum.subscriptions', 'delete', 'mdl_forum_digests', changes() from "probate_current";

-- 164. mod_forum.subscriptions: delete mdl_forum_discussion_subs (components/forum.yaml:35)
delete from "mdl_forum_discussion_subs"
where "mdl_forum_discussion_subs"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 164, 'mod_forum.subscriptions', 'delete', 'mdl_forum_discussion_subs', changes() from "probate_current";

-- 165. mod_forum.discussions: detach mdl_forum_discussions (components/forum.yaml:27)
update "mdl_forum_discussions"
set "usermodified" = 0
where "mdl_forum_discussions"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 165, 'mod_forum.discussions', 'detach', 'mdl_forum_discussions', changes() from "probate_current";

-- 166. mod_forum.discussions: overwrite mdl_forum_discussions (components/forum.yaml:26)
update "mdl_forum_discussions"
set "name" = ''
where "mdl_forum_discussions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 166, 'mod_forum.discussions', 'overwrite', 'mdl_forum_discussions', changes() from "probate_current";

-- 167. mod_forum.grades: delete mdl_forum_grades (components/forum.yaml:54)
delete from "mdl_forum_grades"
where "mdl_forum_grades"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 167, 'mod_forum.grades', 'delete', 'mdl_forum_grades', changes() from "probate_current";

-- 168. mod_forum.posts: detach mdl_forum_posts (components/forum.yaml:19)
update "mdl_forum_posts"
set "privatereplyto" = 0
where "mdl_forum_posts"."privatereplyto" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 168, 'mod_forum.posts', 'detach', 'mdl_forum_posts', changes() from "probate_current";

-- 169. mod_forum.posts: overwrite mdl_forum_posts (components/forum.yaml:13)
update "mdl_forum_posts"
set "subject" = '', "message" = '', "attachment" = '', "deleted" = 1, "wordcount" = null, "charcount" = null
where "mdl_forum_posts"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 76);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 169, 'mod_forum.posts', 'overwrite', 'mdl_forum_posts', changes() from "probate_current";

-- 170. mod_forum.queue: delete mdl_forum_queue (components/forum.yaml:49)
delete from "mdl_forum_queue"
where "mdl_forum_queue"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 170, 'mod_forum.queue', 'delete', 'mdl_forum_queue', changes() from "probate_current";

-- 171. mod_forum.tracking: delete mdl_forum_read (components/forum.yaml:43)
delete from "mdl_forum_read"
where "mdl_forum_read"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 171, 'mod_forum.tracking', 'delete', 'mdl_forum_read', changes() from "probate_current";

-- 172. mod_forum.subscriptions: delete mdl_forum_subscriptions (components/forum.yaml:34)
delete from "mdl_forum_subscriptions"
where "mdl_forum_subscriptions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 172, 'mod_forum.subscriptions', 'delete', 'mdl_forum_subscriptions', changes() from "probate_current";

-- 173. mod_forum.tracking: delete mdl_forum_track_prefs (components/forum.yaml:44)
delete from "mdl_forum_track_prefs"
where "mdl_forum_track_prefs"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 173, 'mod_forum.tracking', 'delete', 'mdl_forum_track_prefs', changes() from "probate_current";

-- 174. mod_glossary.entries: delete mdl_glossary_entries (components/activities.yaml:140)
delete from "mdl_glossary_entries"
where "mdl_glossary_entries"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 81);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 174, 'mod_glossary.entries', 'delete', 'mdl_glossary_entries', changes() from "probate_current";

-- 175. core_grades.setup_history: detach mdl_grade_categories_history (components/learning.yaml:36)
update "mdl_grade_categories_history"
set "loggeduser" = null
where "mdl_grade_categories_history"."loggeduser" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 175, 'core_grades.setup_history', 'detach', 'mdl_grade_categories_history', changes() from "probate_current";

-- 176. core_grades.grades: delete mdl_grade_grades (components/learning.yaml:13)
delete from "mdl_grade_grades"
where "mdl_grade_grades"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 176, 'core_grades.grades', 'delete', 'mdl_grade_grades', changes() from "probate_current";

-- 177. core_grades.history: detach mdl_grade_grades_history (components/learning.yaml:24)
update "mdl_grade_grades_history"
set "loggeduser" = null
where "mdl_grade_grades_history"."loggeduser" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 177, 'core_grades.history', 'detach', 'mdl_grade_grades_history', changes() from "probate_current";

-- 178. core_grades.history: delete mdl_grade_grades_history (components/learning.yaml:23)
delete from "mdl_grade_grades_history"
where "mdl_grade_grades_history"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 178, 'core_grades.history', 'delete', 'mdl_grade_grades_history', changes() from "probate_current";

-- 179. core_grades.imports: detach mdl_grade_import_values (components/learning.yaml:31)
update "mdl_grade_import_values"
set "importer" = null
where "mdl_grade_import_values"."importer" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 179, 'core_grades.imports', 'detach', 'mdl_grade_import_values', changes() from "probate_current";

-- 180. core_grades.imports: delete mdl_grade_import_values (components/learning.yaml:30)
delete from "mdl_grade_import_values"
where "mdl_grade_import_values"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 180, 'core_grades.imports', 'delete', 'mdl_grade_import_values', changes() from "probate_current";

-- 181. core_grades.setup_history: detach mdl_grade_items_history (components/learning.yaml:36)
update "mdl_grade_items_history"
set "loggeduser" = null
where "mdl_grade_items_history"."loggeduser" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 181, 'core_grades.setup_history', 'detach', 'mdl_grade_items_history', changes() from "probate_current";

-- 182. core_grades.setup_history: detach mdl_grade_outcomes_history (components/learning.yaml:36)
update "mdl_grade_outcomes_history"
set "loggeduser" = null
where "mdl_grade_outcomes_history"."loggeduser" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 182, 'core_grades.setup_history', 'detach', 'mdl_grade_outcomes_history', changes() from "probate_current";

-- 183. mod_assign.rubrics: delete mdl_grading_instances (components/assignment.yaml:86)
delete from "mdl_grading_instances"
where "mdl_grading_instances"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 64);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 183, 'mod_assign.rubrics', 'delete', 'mdl_grading_instances', changes() from "probate_current";

-- 184. core_group.memberships: delete mdl_groups_members (components/records.yaml:186)
delete from "mdl_groups_members"
where "mdl_groups_members"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 184, 'core_group.memberships', 'delete', 'mdl_groups_members', changes() from "probate_current";

-- 185. mod_h5pactivity.attempts: delete mdl_h5pactivity_attempts (components/activities.yaml:281)
delete from "mdl_h5pactivity_attempts"
where "mdl_h5pactivity_attempts"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 86);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 185, 'mod_h5pactivity.attempts', 'delete', 'mdl_h5pactivity_attempts', changes() from "probate_current";

-- 186. core_files.infected: delete mdl_infected_files (components/records.yaml:118)
delete from "mdl_infected_files"
where "mdl_infected_files"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 186, 'core_files.infected', 'delete', 'mdl_infected_files', changes() from "probate_current";

-- 187. mod_lesson.attempts: delete mdl_lesson_attempts (components/activities.yaml:12)
delete from "mdl_lesson_attempts"
where "mdl_lesson_attempts"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 87);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 187, 'mod_lesson.attempts', 'delete', 'mdl_lesson_attempts', changes() from "probate_current";

-- 188. mod_lesson.attempts: delete mdl_lesson_branch (components/activities.yaml:18)
delete from "mdl_lesson_branch"
where "mdl_lesson_branch"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 188, 'mod_lesson.attempts', 'delete', 'mdl_lesson_branch', changes() from "probate_current";

-- 189. mod_lesson.grades: delete mdl_lesson_grades (components/activities.yaml:25)
delete from "mdl_lesson_grades"
where "mdl_lesson_grades"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 189, 'mod_lesson.grades', 'delete', 'mdl_lesson_grades', changes() from "probate_current";

-- 190. mod_lesson.overrides: delete mdl_lesson_overrides (components/activities.yaml:31)
delete from "mdl_lesson_overrides"
where "mdl_lesson_overrides"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 190, 'mod_lesson.overrides', 'delete', 'mdl_lesson_overrides', changes() from "probate_current";

-- 191. mod_lesson.attempts: delete mdl_lesson_timer (components/activities.yaml:19)
delete from "mdl_lesson_timer"
where "mdl_lesson_timer"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 191, 'mod_lesson.attempts', 'delete', 'mdl_lesson_timer', changes() from "probate_current";

-- 192. core_log.legacy: overwrite mdl_log (components/records.yaml:28)
update "mdl_log"
set "url" = '', "info" = ''
where "mdl_log"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 26);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 192, 'core_log.legacy', 'overwrite', 'mdl_log', changes() from "probate_current";

-- 193. core_log.legacy: delete mdl_log (components/records.yaml:27)
delete from "mdl_log"
where "mdl_log"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 193, 'core_log.legacy', 'delete', 'mdl_log', changes() from "probate_current";

-- 194. core_log.about: detach mdl_logstore_standard_log (components/records.yaml:21)
update "mdl_logstore_standard_log"
set "contextinstanceid" = 0
where "mdl_logstore_standard_log"."contextinstanceid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextlevel" = 30;
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 194, 'core_log.about', 'detach', 'mdl_logstore_standard_log', changes() from "probate_current";

-- 195. core_log.about: overwrite mdl_logstore_standard_log (components/records.yaml:18)
update "mdl_logstore_standard_log"
set "relateduserid" = null, "other" = null
where "mdl_logstore_standard_log"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 25);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 195, 'core_log.about', 'overwrite', 'mdl_logstore_standard_log', changes() from "probate_current";

-- 196. core_log.about: detach mdl_logstore_standard_log (components/records.yaml:19)
update "mdl_logstore_standard_log"
set "realuserid" = null
where "mdl_logstore_standard_log"."realuserid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 196, 'core_log.about', 'detach', 'mdl_logstore_standard_log', changes() from "probate_current";

-- 197. core_log.about: detach mdl_logstore_standard_log (components/records.yaml:20)
update "mdl_logstore_standard_log"
set "objectid" = null
where "mdl_logstore_standard_log"."objectid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objecttable" = 'user';
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 197, 'core_log.about', 'detach', 'mdl_logstore_standard_log', changes() from "probate_current";

-- 198. core_log.actions: delete mdl_logstore_standard_log (components/records.yaml:11)
delete from "mdl_logstore_standard_log"
where "mdl_logstore_standard_log"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 198, 'core_log.actions', 'delete', 'mdl_logstore_standard_log', changes() from "probate_current";

-- 199. mod_lti.results: delete mdl_lti_submission (components/activities.yaml:297)
delete from "mdl_lti_submission"
where "mdl_lti_submission"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 199, 'mod_lti.results', 'delete', 'mdl_lti_submission', changes() from "probate_current";

-- 200. mod_lti.registrations: detach mdl_lti_types (components/activities.yaml:302)
update "mdl_lti_types"
set "createdby" = 0
where "mdl_lti_types"."createdby" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 200, 'mod_lti.registrations', 'detach', 'mdl_lti_types', changes() from "probate_current";

-- 201. core_message.legacy: detach mdl_message (components/messaging.yaml:63)
update "mdl_message"
set "useridto" = 0
where "mdl_message"."useridto" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 201, 'core_message.legacy', 'detach', 'mdl_message', changes() from "probate_current";

-- 202. core_message.legacy: overwrite mdl_message (components/messaging.yaml:59)
update "mdl_message"
set "useridfrom" = 0, "subject" = null, "fullmessage" = null, "fullmessagehtml" = null, "smallmessage" = null, "contexturl" = null, "contexturlname" = null
where "mdl_message"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 27);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 202, 'core_message.legacy', 'overwrite', 'mdl_message', changes() from "probate_current";

-- 203. core_message.contacts: delete mdl_message_contact_requests (components/messaging.yaml:45)
delete from "mdl_message_contact_requests"
where "mdl_message_contact_requests"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 203, 'core_message.contacts', 'delete', 'mdl_message_contact_requests', changes() from "probate_current";

-- 204. core_message.contacts: delete mdl_message_contacts (components/messaging.yaml:43)
delete from "mdl_message_contacts"
where "mdl_message_contacts"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 204, 'core_message.contacts', 'delete', 'mdl_message_contacts', changes() from "probate_current";

-- 205. core_message.conversations: delete mdl_message_conversation_actions (components/messaging.yaml:37)
delete from "mdl_message_conversation_actions"
where "mdl_message_conversation_actions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 205, 'core_message.conversations', 'delete', 'mdl_message_conversation_actions', changes() from "probate_current";

-- 206. core_message.conversations: delete mdl_message_conversation_members (components/messaging.yaml:36)
delete from "mdl_message_conversation_members"
where "mdl_message_conversation_members"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 206, 'core_message.conversations', 'delete', 'mdl_message_conversation_members', changes() from "probate_current";

-- 207. core_message.legacy: overwrite mdl_message_read (components/messaging.yaml:59)
update "mdl_message_read"
set "useridfrom" = 0, "subject" = null, "fullmessage" = null, "fullmessagehtml" = null, "smallmessage" = null, "contexturl" = null, "contexturlname" = null
where "mdl_message_read"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 28);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 207, 'core_message.legacy', 'overwrite', 'mdl_message_read', changes() from "probate_current";

-- 208. core_message.legacy: detach mdl_message_read (components/messaging.yaml:63)
update "mdl_message_read"
set "useridto" = 0
where "mdl_message_read"."useridto" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 208, 'core_message.legacy', 'detach', 'mdl_message_read', changes() from "probate_current";

-- 209. core_message.blocked: delete mdl_message_users_blocked (components/messaging.yaml:52)
delete from "mdl_message_users_blocked"
where "mdl_message_users_blocked"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 209, 'core_message.blocked', 'delete', 'mdl_message_users_blocked', changes() from "probate_current";

-- 210. core_auth.mail_addresses: delete mdl_messageinbound_messagelist (components/account.yaml:164)
delete from "mdl_messageinbound_messagelist"
where "mdl_messageinbound_messagelist"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 210, 'core_auth.mail_addresses', 'delete', 'mdl_messageinbound_messagelist', changes() from "probate_current";

-- 211. core_message.sent: delete mdl_messages (components/messaging.yaml:11)
delete from "mdl_messages"
where "mdl_messages"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 29);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 211, 'core_message.sent', 'delete', 'mdl_messages', changes() from "probate_current";

-- 212. core_log.network: delete mdl_mnet_log (components/records.yaml:33)
delete from "mdl_mnet_log"
where "mdl_mnet_log"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 212, 'core_log.network', 'delete', 'mdl_mnet_log', changes() from "probate_current";

-- 213. core_user.sessions: delete mdl_mnet_session (components/account.yaml:104)
delete from "mdl_mnet_session"
where "mdl_mnet_session"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 213, 'core_user.sessions', 'delete', 'mdl_mnet_session', changes() from "probate_current";

-- 214. core_enrol.remote: delete mdl_mnetservice_enrol_enrolments (components/records.yaml:162)
delete from "mdl_mnetservice_enrol_enrolments"
where "mdl_mnetservice_enrol_enrolments"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 214, 'core_enrol.remote', 'delete', 'mdl_mnetservice_enrol_enrolments', changes() from "probate_current";

-- 215. core_profile.dashboard: delete mdl_my_pages (components/profile.yaml:26)
delete from "mdl_my_pages"
where "mdl_my_pages"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 215, 'core_profile.dashboard', 'delete', 'mdl_my_pages', changes() from "probate_current";

-- 216. core_notification.about: overwrite mdl_notifications (components/messaging.yaml:86)
update "mdl_notifications"
set "useridfrom" = 0, "subject" = null, "fullmessage" = null, "fullmessagehtml" = null, "smallmessage" = null, "contexturlname" = null, "customdata" = null
where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 34);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 216, 'core_notification.about', 'overwrite', 'mdl_notifications', changes() from "probate_current";

-- 217. core_notification.about: overwrite mdl_notifications (components/messaging.yaml:90)
update "mdl_notifications"
set "contexturl" = null, "contexturlname" = null
where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 35);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 217, 'core_notification.about', 'overwrite', 'mdl_notifications', changes() from "probate_current";

-- 218. core_notification.received: delete mdl_notifications (components/messaging.yaml:75)
delete from "mdl_notifications"
where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 36);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 218, 'core_notification.received', 'delete', 'mdl_notifications', changes() from "probate_current";

-- 219. core_keys.refresh_tokens: delete mdl_oauth2_refresh_token (components/account.yaml:192)
delete from "mdl_oauth2_refresh_token"
where "mdl_oauth2_refresh_token"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 219, 'core_keys.refresh_tokens', 'delete', 'mdl_oauth2_refresh_token', changes() from "probate_current";

-- 220. core_profile.portfolio: delete mdl_portfolio_instance_user (components/profile.yaml:68)
delete from "mdl_portfolio_instance_user"
where "mdl_portfolio_instance_user"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 220, 'core_profile.portfolio', 'delete', 'mdl_portfolio_instance_user', changes() from "probate_current";

-- 221. core_profile.portfolio: delete mdl_portfolio_log (components/profile.yaml:69)
delete from "mdl_portfolio_log"
where "mdl_portfolio_log"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 221, 'core_profile.portfolio', 'delete', 'mdl_portfolio_log', changes() from "probate_current";

-- 222. core_profile.portfolio: delete mdl_portfolio_tempdata (components/profile.yaml:70)
delete from "mdl_portfolio_tempdata"
where "mdl_portfolio_tempdata"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 222, 'core_profile.portfolio', 'delete', 'mdl_portfolio_tempdata', changes() from "probate_current";

-- 223. core_notes.written: detach mdl_post (components/community.yaml:69)
update "mdl_post"
set "usermodified" = null
where "mdl_post"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_post"."module" = 'notes';
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 223, 'core_notes.written', 'detach', 'mdl_post', changes() from "probate_current";

-- 224. core_blog.entries: delete mdl_post (components/community.yaml:81)
delete from "mdl_post"
where "mdl_post"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 9);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 224, 'core_blog.entries', 'delete', 'mdl_post', changes() from "probate_current";

-- 225. core_notes.about: delete mdl_post (components/community.yaml:48)
delete from "mdl_post"
where "mdl_post"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 30);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 225, 'core_notes.about', 'delete', 'mdl_post', changes() from "probate_current";

-- 226. core_notes.about_personal: delete mdl_post (components/community.yaml:59)
delete from "mdl_post"
where "mdl_post"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 32);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 226, 'core_notes.about_personal', 'delete', 'mdl_post', changes() from "probate_current";

-- 227. core_user.idnumber: overwrite mdl_question (components/account.yaml:42)
update "mdl_question"
set "modifieridnumber" = ''
where "mdl_question"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 45);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 227, 'core_user.idnumber', 'overwrite', 'mdl_question', changes() from "probate_current";

-- 228. core_user.idnumber: overwrite mdl_question (components/account.yaml:41)
update "mdl_question"
set "creatoridnumber" = ''
where "mdl_question"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 46);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 228, 'core_user.idnumber', 'overwrite', 'mdl_question', changes() from "probate_current";

-- 229. mod_quiz.attempts: delete mdl_quiz_attempts (components/quiz.yaml:12)
delete from "mdl_quiz_attempts"
where "mdl_quiz_attempts"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 90);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 229, 'mod_quiz.attempts', 'delete', 'mdl_quiz_attempts', changes() from "probate_current";

-- 230. mod_quiz.grades: delete mdl_quiz_grades (components/quiz.yaml:38)
delete from "mdl_quiz_grades"
where "mdl_quiz_grades"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 230, 'mod_quiz.grades', 'delete', 'mdl_quiz_grades', changes() from "probate_current";

-- 231. mod_quiz.overrides: delete mdl_quiz_overrides (components/quiz.yaml:43)
delete from "mdl_quiz_overrides"
where "mdl_quiz_overrides"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 231, 'mod_quiz.overrides', 'delete', 'mdl_quiz_overrides', changes() from "probate_current";

-- 232. core_rating.given: delete mdl_rating (components/community.yaml:119)
delete from "mdl_rating"
where "mdl_rating"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 232, 'core_rating.given', 'delete', 'mdl_rating', changes() from "probate_current";

-- 233. core_keys.repositories: delete mdl_repository_instances (components/account.yaml:198)
delete from "mdl_repository_instances"
where "mdl_repository_instances"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 24);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 233, 'core_keys.repositories', 'delete', 'mdl_repository_instances', changes() from "probate_current";

-- 234. core_enrol.roles: detach mdl_role_assignments (components/records.yaml:157)
update "mdl_role_assignments"
set "modifierid" = 0
where "mdl_role_assignments"."modifierid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 234, 'core_enrol.roles', 'detach', 'mdl_role_assignments', changes() from "probate_current";

-- 235. core_enrol.roles: delete mdl_role_assignments (components/records.yaml:156)
delete from "mdl_role_assignments"
where "mdl_role_assignments"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 235, 'core_enrol.roles', 'delete', 'mdl_role_assignments', changes() from "probate_current";

-- 236. core_grades.setup_history: detach mdl_scale_history (components/learning.yaml:36)
update "mdl_scale_history"
set "loggeduser" = null
where "mdl_scale_history"."loggeduser" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 236, 'core_grades.setup_history', 'detach', 'mdl_scale_history', changes() from "probate_current";

-- 237. mod_scorm.aicc_sessions: delete mdl_scorm_aicc_session (components/activities.yaml:49)
delete from "mdl_scorm_aicc_session"
where "mdl_scorm_aicc_session"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 237, 'mod_scorm.aicc_sessions', 'delete', 'mdl_scorm_aicc_session', changes() from "probate_current";

-- 238. mod_scorm.tracks: delete mdl_scorm_scoes_track (components/activities.yaml:43)
delete from "mdl_scorm_scoes_track"
where "mdl_scorm_scoes_track"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 238, 'mod_scorm.tracks', 'delete', 'mdl_scorm_scoes_track', changes() from "probate_current";

-- 239. core_search.texts: detach mdl_search_simpledb_index (components/records.yaml:101)
update "mdl_search_simpledb_index"
set "userid" = null
where "mdl_search_simpledb_index"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 239, 'core_search.texts', 'detach', 'mdl_search_simpledb_index', changes() from "probate_current";

-- 240. core_search.texts: overwrite mdl_search_simpledb_index (components/records.yaml:97)
update "mdl_search_simpledb_index"
set "title" = null, "content" = null, "description1" = null, "description2" = null
where "mdl_search_simpledb_index"."owneruserid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 240, 'core_search.texts', 'overwrite', 'mdl_search_simpledb_index', changes() from "probate_current";

-- 241. core_search.profile: delete mdl_search_simpledb_index (components/records.yaml:91)
delete from "mdl_search_simpledb_index"
where "mdl_search_simpledb_index"."docid" in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'core_user-user-{key}' and "shared" = 0);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 241, 'core_search.profile', 'delete', 'mdl_search_simpledb_index', changes() from "probate_current";

-- 242. core_user.sessions: delete mdl_sessions (components/account.yaml:103)
delete from "mdl_sessions"
where "mdl_sessions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 242, 'core_user.sessions', 'delete', 'mdl_sessions', changes() from "probate_current";

-- 243. core_log.statistics: delete mdl_stats_user_daily (components/records.yaml:46)
delete from "mdl_stats_user_daily"
where "mdl_stats_user_daily"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 243, 'core_log.statistics', 'delete', 'mdl_stats_user_daily', changes() from "probate_current";

-- 244. core_log.statistics: delete mdl_stats_user_monthly (components/records.yaml:46)
delete from "mdl_stats_user_monthly"
where "mdl_stats_user_monthly"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 244, 'core_log.statistics', 'delete', 'mdl_stats_user_monthly', changes() from "probate_current";

-- 245. core_log.statistics: delete mdl_stats_user_weekly (components/records.yaml:46)
delete from "mdl_stats_user_weekly"
where "mdl_stats_user_weekly"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 245, 'core_log.statistics', 'delete', 'mdl_stats_user_weekly', changes() from "probate_current";

-- 246. mod_survey.analysis: delete mdl_survey_analysis (components/activities.yaml:96)
delete from "mdl_survey_analysis"
where "mdl_survey_analysis"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 246, 'mod_survey.analysis', 'delete', 'mdl_survey_analysis', changes() from "probate_current";

-- 247. mod_survey.answers: delete mdl_survey_answers (components/activities.yaml:90)
delete from "mdl_survey_answers"
where "mdl_survey_answers"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 247, 'mod_survey.answers', 'delete', 'mdl_survey_answers', changes() from "probate_current";

-- 248. core_tag.created: detach mdl_tag (components/community.yaml:131)
update "mdl_tag"
set "userid" = 0
where "mdl_tag"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 248, 'core_tag.created', 'detach', 'mdl_tag', changes() from "probate_current";

-- 249. core_profile.interests: delete mdl_tag_instance (components/profile.yaml:20)
delete from "mdl_tag_instance"
where "mdl_tag_instance"."itemid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_tag_instance"."component" = 'core' and "mdl_tag_instance"."itemtype" = 'user' and "mdl_tag_instance"."component" = 'core' and "mdl_tag_instance"."itemtype" = 'user';
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 249, 'core_profile.interests', 'delete', 'mdl_tag_instance', changes() from "probate_current";

-- 250. core_log.administration: detach mdl_task_adhoc (components/records.yaml:55)
update "mdl_task_adhoc"
set "userid" = null
where "mdl_task_adhoc"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 250, 'core_log.administration', 'detach', 'mdl_task_adhoc', changes() from "probate_current";

-- 251. core_log.administration: detach mdl_task_log (components/records.yaml:55)
update "mdl_task_log"
set "userid" = 0
where "mdl_task_log"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 251, 'core_log.administration', 'detach', 'mdl_task_log', changes() from "probate_current";

-- 252. core_profile.autosaves: delete mdl_tiny_autosave (components/profile.yaml:62)
delete from "mdl_tiny_autosave"
where "mdl_tiny_autosave"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 252, 'core_profile.autosaves', 'delete', 'mdl_tiny_autosave', changes() from "probate_current";

-- 253. core_cohort.roles: detach mdl_tool_cohortroles (components/records.yaml:205)
update "mdl_tool_cohortroles"
set "usermodified" = null
where "mdl_tool_cohortroles"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 253, 'core_cohort.roles', 'detach', 'mdl_tool_cohortroles', changes() from "probate_current";

-- 254. core_cohort.roles: delete mdl_tool_cohortroles (components/records.yaml:204)
delete from "mdl_tool_cohortroles"
where "mdl_tool_cohortroles"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 254, 'core_cohort.roles', 'delete', 'mdl_tool_cohortroles', changes() from "probate_current";

-- 255. tool_policy.requests: detach mdl_tool_dataprivacy_request (components/records.yaml:232)
update "mdl_tool_dataprivacy_request"
set "dpo" = null
where "mdl_tool_dataprivacy_request"."dpo" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 255, 'tool_policy.requests', 'detach', 'mdl_tool_dataprivacy_request', changes() from "probate_current";

-- 256. tool_policy.requests: overwrite mdl_tool_dataprivacy_request (components/records.yaml:227)
update "mdl_tool_dataprivacy_request"
set "comments" = null, "dpocomment" = null
where "mdl_tool_dataprivacy_request"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 256, 'tool_policy.requests', 'overwrite', 'mdl_tool_dataprivacy_request', changes() from "probate_current";

-- 257. tool_policy.requests: detach mdl_tool_dataprivacy_request (components/records.yaml:231)
update "mdl_tool_dataprivacy_request"
set "requestedby" = 0
where "mdl_tool_dataprivacy_request"."requestedby" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 257, 'tool_policy.requests', 'detach', 'mdl_tool_dataprivacy_request', changes() from "probate_current";

-- 258. tool_policy.requests: detach mdl_tool_dataprivacy_request (components/records.yaml:233)
update "mdl_tool_dataprivacy_request"
set "usermodified" = 0
where "mdl_tool_dataprivacy_request"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 258, 'tool_policy.requests', 'detach', 'mdl_tool_dataprivacy_request', changes() from "probate_current";

-- 259. tool_monitor.subscriptions: delete mdl_tool_monitor_history (components/records.yaml:78)
delete from "mdl_tool_monitor_history"
where "mdl_tool_monitor_history"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 259, 'tool_monitor.subscriptions', 'delete', 'mdl_tool_monitor_history', changes() from "probate_current";

-- 260. tool_monitor.subscriptions: detach mdl_tool_monitor_rules (components/records.yaml:79)
update "mdl_tool_monitor_rules"
set "userid" = 0
where "mdl_tool_monitor_rules"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 260, 'tool_monitor.subscriptions', 'detach', 'mdl_tool_monitor_rules', changes() from "probate_current";

-- 261. tool_monitor.subscriptions: delete mdl_tool_monitor_subscriptions (components/records.yaml:77)
delete from "mdl_tool_monitor_subscriptions"
where "mdl_tool_monitor_subscriptions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 261, 'tool_monitor.subscriptions', 'delete', 'mdl_tool_monitor_subscriptions', changes() from "probate_current";

-- 262. tool_policy.acceptances: detach mdl_tool_policy_acceptances (components/records.yaml:221)
update "mdl_tool_policy_acceptances"
set "usermodified" = 0
where "mdl_tool_policy_acceptances"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 262, 'tool_policy.acceptances', 'detach', 'mdl_tool_policy_acceptances', changes() from "probate_current";

-- 263. core_log.administration: detach mdl_upgrade_log (components/records.yaml:55)
update "mdl_upgrade_log"
set "userid" = 0
where "mdl_upgrade_log"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 263, 'core_log.administration', 'detach', 'mdl_upgrade_log', changes() from "probate_current";

-- 264. core_user.devices: delete mdl_user_devices (components/account.yaml:110)
delete from "mdl_user_devices"
where "mdl_user_devices"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 41);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 264, 'core_user.devices', 'delete', 'mdl_user_devices', changes() from "probate_current";

-- 265. core_enrol.waiting: delete mdl_user_enrol_waitlist (components/records.yaml:144)
delete from "mdl_user_enrol_waitlist"
where "mdl_user_enrol_waitlist"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 265, 'core_enrol.waiting', 'delete', 'mdl_user_enrol_waitlist', changes() from "probate_current";

-- 266. core_enrol.enrolments: detach mdl_user_enrolments (components/records.yaml:132)
update "mdl_user_enrolments"
set "modifierid" = 0
where "mdl_user_enrolments"."modifierid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 266, 'core_enrol.enrolments', 'detach', 'mdl_user_enrolments', changes() from "probate_current";

-- 267. core_enrol.enrolments: delete mdl_user_enrolments (components/records.yaml:131)
delete from "mdl_user_enrolments"
where "mdl_user_enrolments"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 267, 'core_enrol.enrolments', 'delete', 'mdl_user_enrolments', changes() from "probate_current";

-- 268. core_profile.fields: delete mdl_user_info_data (components/profile.yaml:10)
delete from "mdl_user_info_data"
where "mdl_user_info_data"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and (select "probate_1"."visible" from "mdl_user_info_field" as "probate_1" where "probate_1"."id" = "mdl_user_info_data"."fieldid") <> 0;
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 268, 'core_profile.fields', 'delete', 'mdl_user_info_data', changes() from "probate_current";

-- 269. core_profile.hidden_fields: delete mdl_user_info_data (components/profile.yaml:15)
delete from "mdl_user_info_data"
where "mdl_user_info_data"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and (select "probate_1"."visible" from "mdl_user_info_field" as "probate_1" where "probate_1"."id" = "mdl_user_info_data"."fieldid") = 0;
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 269, 'core_profile.hidden_fields', 'delete', 'mdl_user_info_data', changes() from "probate_current";

-- 270. core_enrol.course_access: delete mdl_user_lastaccess (components/records.yaml:138)
delete from "mdl_user_lastaccess"
where "mdl_user_lastaccess"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 270, 'core_enrol.course_access', 'delete', 'mdl_user_lastaccess', changes() from "probate_current";

-- 271. core_user.password_history: delete mdl_user_password_history (components/account.yaml:91)
delete from "mdl_user_password_history"
where "mdl_user_password_history"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 271, 'core_user.password_history', 'delete', 'mdl_user_password_history', changes() from "probate_current";

-- 272. core_user.password: delete mdl_user_password_resets (components/account.yaml:86)
delete from "mdl_user_password_resets"
where "mdl_user_password_resets"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 272, 'core_user.password', 'delete', 'mdl_user_password_resets', changes() from "probate_current";

-- 273. core_preferences.editor: delete mdl_user_preferences (components/profile.yaml:82)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('atto_' || '*') or "mdl_user_preferences"."name" glob ('filemanager_' || '*') or "mdl_user_preferences"."name" glob ('filepicker_' || '*') or "mdl_user_preferences"."name" glob ('htmleditor' || '*'));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 273, 'core_preferences.editor', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 274. core_preferences.forum: delete mdl_user_preferences (components/profile.yaml:97)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('forum_' || '*') or "mdl_user_preferences"."name" glob ('markasreadonnotification' || '*'));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 274, 'core_preferences.forum', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 275. core_preferences.login: delete mdl_user_preferences (components/profile.yaml:108)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and (((substr("mdl_user_preferences"."name", 1, 6) = 'login_' or substr("mdl_user_preferences"."name", 1, 5) = 'auth_') or substr("mdl_user_preferences"."name", 1, 15) = 'create_password') or substr("mdl_user_preferences"."name", 1, 12) = 'tool_mobile_');
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 275, 'core_preferences.login', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 276. core_preferences.messaging: delete mdl_user_preferences (components/profile.yaml:87)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('core_message_' || '*') or "mdl_user_preferences"."name" glob ('email_' || '*') or "mdl_user_preferences"."name" glob ('message_' || '*'));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 276, 'core_preferences.messaging', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 277. core_preferences.other: delete mdl_user_preferences (components/profile.yaml:128)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and not ((((((((((((((((((((((((((((((((((((substr("mdl_user_preferences"."name", 1, 10) = 'htmleditor' or substr("mdl_user_preferences"."name", 1, 5) = 'atto_') or substr("mdl_user_preferences"."name", 1, 11) = 'filepicker_') or substr("mdl_user_preferences"."name", 1, 12) = 'filemanager_') or substr("mdl_user_preferences"."name", 1, 8) = 'message_') or substr("mdl_user_preferences"."name", 1, 13) = 'core_message_') or substr("mdl_user_preferences"."name", 1, 6) = 'email_') or substr("mdl_user_preferences"."name", 1, 10) = 'user_home_') or substr("mdl_user_preferences"."name", 1, 7) = 'drawer-') or substr("mdl_user_preferences"."name", 1, 5) = 'block') or substr("mdl_user_preferences"."name", 1, 7) = 'docked_') or substr("mdl_user_preferences"."name", 1, 9) = 'calendar_') or substr("mdl_user_preferences"."name", 1, 10) = 'coursecat_') or substr("mdl_user_preferences"."name", 1, 25) = 'coursesectionspreferences') or substr("mdl_user_preferences"."name", 1, 10) = 'flextable_') or substr("mdl_user_preferences"."name", 1, 15) = 'tool_usertours_') or substr("mdl_user_preferences"."name", 1, 20) = 'accessibilitystyles_') or substr("mdl_user_preferences"."name", 1, 6) = 'forum_') or substr("mdl_user_preferences"."name", 1, 24) = 'markasreadonnotification') or substr("mdl_user_preferences"."name", 1, 7) = 'assign_') or substr("mdl_user_preferences"."name", 1, 11) = 'assignment_') or substr("mdl_user_preferences"."name", 1, 8) = 'workshop') or substr("mdl_user_preferences"."name", 1, 5) = 'quiz_') or substr("mdl_user_preferences"."name", 1, 7) = 'lesson_') or substr("mdl_user_preferences"."name", 1, 6) = 'scorm_') or substr("mdl_user_preferences"."name", 1, 13) = 'grade_report_') or substr("mdl_user_preferences"."name", 1, 12) = 'gradereport_') or substr("mdl_user_preferences"."name", 1, 12) = 'gradingform_') or substr("mdl_user_preferences"."name", 1, 6) = 'qtype_') or substr("mdl_user_preferences"."name", 1, 13) = 'data_perpage_') or substr("mdl_user_preferences"."name", 1, 6) = 'login_') or substr("mdl_user_preferences"."name", 1, 5) = 'auth_') or substr("mdl_user_preferences"."name", 1, 15) = 'create_password') or substr("mdl_user_preferences"."name", 1, 12) = 'tool_mobile_') or substr("mdl_user_preferences"."name", 1, 11) = 'repository_') or substr("mdl_user_preferences"."name", 1, 7) = 'flickr_') or substr("mdl_user_preferences"."name", 1, 13) = 'badges_email_');
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 277, 'core_preferences.other', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 278. core_preferences.pages: delete mdl_user_preferences (components/profile.yaml:92)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('accessibilitystyles_' || '*') or "mdl_user_preferences"."name" glob ('block' || '*') or "mdl_user_preferences"."name" glob ('calendar_' || '*') or "mdl_user_preferences"."name" glob ('coursecat_' || '*') or "mdl_user_preferences"."name" glob ('coursesectionspreferences' || '*') or "mdl_user_preferences"."name" glob ('docked_' || '*') or "mdl_user_preferences"."name" glob ('drawer-' || '*') or "mdl_user_preferences"."name" glob ('flextable_' || '*') or "mdl_user_preferences"."name" glob ('tool_usertours_' || '*') or "mdl_user_preferences"."name" glob ('user_home_' || '*'));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 278, 'core_preferences.pages', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 279. core_preferences.secrets: delete mdl_user_preferences (components/profile.yaml:118)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ((substr("mdl_user_preferences"."name", 1, 11) = 'repository_' or substr("mdl_user_preferences"."name", 1, 7) = 'flickr_') or substr("mdl_user_preferences"."name", 1, 13) = 'badges_email_');
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 279, 'core_preferences.secrets', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 280. core_preferences.teaching: delete mdl_user_preferences (components/profile.yaml:102)
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('assign_' || '*') or "mdl_user_preferences"."name" glob ('assignment_' || '*') or "mdl_user_preferences"."name" glob ('data_perpage_' || '*') or "mdl_user_preferences"."name" glob ('grade_report_' || '*') or "mdl_user_preferences"."name" glob ('gradereport_' || '*') or "mdl_user_preferences"."name" glob ('gradingform_' || '*') or "mdl_user_preferences"."name" glob ('lesson_' || '*') or "mdl_user_preferences"."name" glob ('qtype_' || '*') or "mdl_user_preferences"."name" glob ('quiz_' || '*') or "mdl_user_preferences"."name" glob ('scorm_' || '*') or "mdl_user_preferences"."name" glob ('workshop' || '*'));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 280, 'core_preferences.teaching', 'delete', 'mdl_user_preferences', changes() from "probate_current";

-- 281. core_keys.private_keys: delete mdl_user_private_key (components/account.yaml:187)
delete from "mdl_user_private_key"
where "mdl_user_private_key"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 281, 'core_keys.private_keys', 'delete', 'mdl_user_private_key', changes() from "probate_current";

-- 282. mod_wiki.own: delete mdl_wiki_subwikis (components/activities.yaml:166)
delete from "mdl_wiki_subwikis"
where "mdl_wiki_subwikis"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 96);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 282, 'mod_wiki.own', 'delete', 'mdl_wiki_subwikis', changes() from "probate_current";

-- 283. mod_workshop.grades: delete mdl_workshop_aggregations (components/activities.yaml:236)
delete from "mdl_workshop_aggregations"
where "mdl_workshop_aggregations"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 283, 'mod_workshop.grades', 'delete', 'mdl_workshop_aggregations', changes() from "probate_current";

-- 284. mod_workshop.marking: detach mdl_workshop_submissions (components/activities.yaml:242)
update "mdl_workshop_submissions"
set "gradeoverby" = null
where "mdl_workshop_submissions"."gradeoverby" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 284, 'mod_workshop.marking', 'detach', 'mdl_workshop_submissions', changes() from "probate_current";

-- 285. mod_workshop.submissions: delete mdl_workshop_submissions (components/activities.yaml:204)
delete from "mdl_workshop_submissions"
where "mdl_workshop_submissions"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 101);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 285, 'mod_workshop.submissions', 'delete', 'mdl_workshop_submissions', changes() from "probate_current";

-- 286. core_user.additional_names: empty mdl_user (components/account.yaml:26)
update "mdl_user"
set "lastnamephonetic" = null, "firstnamephonetic" = null, "middlename" = null, "alternatename" = null
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 286, 'core_user.additional_names', 'empty', 'mdl_user', changes() from "probate_current";

-- 287. core_user.address: empty mdl_user (components/account.yaml:52)
update "mdl_user"
set "address" = '', "city" = '', "country" = ''
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 287, 'core_user.address', 'empty', 'mdl_user', changes() from "probate_current";

-- 288. core_user.description: empty mdl_user (components/account.yaml:62)
update "mdl_user"
set "description" = null, "moodlenetprofile" = null
where "mdl_user"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 38);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 288, 'core_user.description', 'empty', 'mdl_user', changes() from "probate_current";

-- 289. core_user.email: empty mdl_user (components/account.yaml:32)
update "mdl_user"
set "email" = ''
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 289, 'core_user.email', 'empty', 'mdl_user', changes() from "probate_current";

-- 290. core_user.idnumber: empty mdl_user (components/account.yaml:39)
update "mdl_user"
set "idnumber" = ''
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 290, 'core_user.idnumber', 'empty', 'mdl_user', changes() from "probate_current";

-- 291. core_user.names: empty mdl_user (components/account.yaml:21)
update "mdl_user"
set "firstname" = '', "lastname" = ''
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 291, 'core_user.names', 'empty', 'mdl_user', changes() from "probate_current";

-- 292. core_user.password: overwrite mdl_user (components/account.yaml:85)
update "mdl_user"
set "password" = '', "secret" = ''
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 292, 'core_user.password', 'overwrite', 'mdl_user', changes() from "probate_current";

-- 293. core_user.phones: empty mdl_user (components/account.yaml:47)
update "mdl_user"
set "phone1" = '', "phone2" = ''
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 293, 'core_user.phones', 'empty', 'mdl_user', changes() from "probate_current";

-- 294. core_user.picture: empty mdl_user (components/account.yaml:68)
update "mdl_user"
set "picture" = 0, "imagealt" = null
where "mdl_user"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 38);
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 294, 'core_user.picture', 'empty', 'mdl_user', changes() from "probate_current";

-- 295. core_user.settings: overwrite mdl_user (components/account.yaml:75)
update "mdl_user"
set "emailstop" = 0, "lang" = 'en', "calendartype" = 'gregorian', "theme" = '', "timezone" = '99', "mailformat" = 1, "maildigest" = 0, "maildisplay" = 2, "autosubscribe" = 1, "trackforums" = 0
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 295, 'core_user.settings', 'overwrite', 'mdl_user', changes() from "probate_current";

-- 296. core_user.system_access: empty mdl_user (components/account.yaml:97)
update "mdl_user"
set "firstaccess" = 0, "lastaccess" = 0, "lastlogin" = 0, "currentlogin" = 0, "lastip" = ''
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 296, 'core_user.system_access', 'empty', 'mdl_user', changes() from "probate_current";

-- 297. core_user.workplace: empty mdl_user (components/account.yaml:57)
update "mdl_user"
set "institution" = null, "department" = null
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"));
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 297, 'core_user.workplace', 'empty', 'mdl_user', changes() from "probate_current";

-- outbox: bytes that no file has any more
insert into "probate_outbox" ("run", "kind", "body", "created")
select distinct (select "run" from "probate_current"), 'file', substr("probate_text_key"."k", 1, 2) || '/' || substr("probate_text_key"."k", 3, 2) || '/' || "probate_text_key"."k", cast(strftime('%s', 'now') as integer)
from "probate_text_key"
where "run" = (select "run" from "probate_current") and "capture" in (7, 12, 17, 20, 40, 43, 48, 50, 54, 56, 58, 61, 63, 67, 69, 73, 78, 80, 83, 85, 89, 95, 98, 103, 105, 108) and not (exists (select 1 from "mdl_files" where "mdl_files"."contenthash" = "probate_text_key"."k"));

-- residue: nothing that was decided may be left
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 1 (overwrite mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 23) and ("mdl_files"."userid" is distinct from null or "mdl_files"."author" is distinct from null))),
  ('residue of step 1 (overwrite mdl_files, looked for again)', (select count(*) from "mdl_files" where "mdl_files"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_files"."userid" is distinct from null or "mdl_files"."author" is distinct from null))),
  ('residue of step 2 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 6))),
  ('residue of step 3 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 11))),
  ('residue of step 4 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 16))),
  ('residue of step 5 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 19))),
  ('residue of step 6 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 39))),
  ('residue of step 7 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 42))),
  ('residue of step 8 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 47))),
  ('residue of step 9 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 49))),
  ('residue of step 10 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 53))),
  ('residue of step 11 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 55))),
  ('residue of step 12 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 57))),
  ('residue of step 13 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 60))),
  ('residue of step 14 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 57))),
  ('residue of step 15 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 62))),
  ('residue of step 16 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 53))),
  ('residue of step 17 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 55))),
  ('residue of step 18 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 66))),
  ('residue of step 19 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 68))),
  ('residue of step 20 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 72))),
  ('residue of step 21 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 77))),
  ('residue of step 22 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 79))),
  ('residue of step 23 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 82))),
  ('residue of step 24 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 82))),
  ('residue of step 25 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 84))),
  ('residue of step 26 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 88))),
  ('residue of step 27 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 94))),
  ('residue of step 28 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 97))),
  ('residue of step 29 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 102))),
  ('residue of step 30 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 104))),
  ('residue of step 31 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 102))),
  ('residue of step 32 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 107))),
  ('residue of step 33 (delete mdl_question_attempt_step_data)', (select count(*) from "mdl_question_attempt_step_data" where "mdl_question_attempt_step_data"."attemptstepid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 93))),
  ('residue of step 34 (detach mdl_question_attempt_steps)', (select count(*) from "mdl_question_attempt_steps" where "mdl_question_attempt_steps"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 35 (delete mdl_question_attempt_steps)', (select count(*) from "mdl_question_attempt_steps" where "mdl_question_attempt_steps"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 93))),
  ('residue of step 36 (delete mdl_question_attempts)', (select count(*) from "mdl_question_attempts" where "mdl_question_attempts"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 92))),
  ('residue of step 37 (delete mdl_quiz_overview_regrades)', (select count(*) from "mdl_quiz_overview_regrades" where "mdl_quiz_overview_regrades"."questionusageid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 91))),
  ('residue of step 38 (delete mdl_wiki_locks)', (select count(*) from "mdl_wiki_locks" where "mdl_wiki_locks"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 39 (delete mdl_wiki_locks)', (select count(*) from "mdl_wiki_locks" where "mdl_wiki_locks"."pageid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 99))),
  ('residue of step 40 (delete mdl_wiki_synonyms)', (select count(*) from "mdl_wiki_synonyms" where "mdl_wiki_synonyms"."pageid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 99))),
  ('residue of step 41 (overwrite mdl_wiki_versions)', (select count(*) from "mdl_wiki_versions" where "mdl_wiki_versions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_wiki_versions"."content" is distinct from '')),
  ('residue of step 42 (delete mdl_wiki_versions)', (select count(*) from "mdl_wiki_versions" where "mdl_wiki_versions"."pageid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 99))),
  ('residue of step 43 (overwrite mdl_workshop_grades)', (select count(*) from "mdl_workshop_grades" where "mdl_workshop_grades"."assessmentid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 100) and "mdl_workshop_grades"."peercomment" is distinct from null)),
  ('residue of step 44 (delete mdl_workshop_grades)', (select count(*) from "mdl_workshop_grades" where "mdl_workshop_grades"."assessmentid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 106))),
  ('residue of step 45 (delete mdl_assignfeedback_comments)', (select count(*) from "mdl_assignfeedback_comments" where "mdl_assignfeedback_comments"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 59))),
  ('residue of step 46 (delete mdl_assignfeedback_editpdf_annot)', (select count(*) from "mdl_assignfeedback_editpdf_annot" where "mdl_assignfeedback_editpdf_annot"."gradeid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52))),
  ('residue of step 47 (delete mdl_assignfeedback_editpdf_cmnt)', (select count(*) from "mdl_assignfeedback_editpdf_cmnt" where "mdl_assignfeedback_editpdf_cmnt"."gradeid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52))),
  ('residue of step 48 (delete mdl_assignfeedback_editpdf_rot)', (select count(*) from "mdl_assignfeedback_editpdf_rot" where "mdl_assignfeedback_editpdf_rot"."gradeid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52))),
  ('residue of step 49 (delete mdl_assignfeedback_file)', (select count(*) from "mdl_assignfeedback_file" where "mdl_assignfeedback_file"."grade" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52)))
) as "found" on 1 = 1
where "run" = (select "run" from "probate_current");
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 50 (overwrite mdl_assignfeedback_historic)', (select count(*) from "mdl_assignfeedback_historic" where "mdl_assignfeedback_historic"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 44) and "mdl_assignfeedback_historic"."useridnumber" is distinct from null)),
  ('residue of step 50 (overwrite mdl_assignfeedback_historic, looked for again)', (select count(*) from "mdl_assignfeedback_historic" where "mdl_assignfeedback_historic"."useridnumber" in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'idnumber' and "shared" = 0) and "mdl_assignfeedback_historic"."useridnumber" is distinct from null)),
  ('residue of step 51 (delete mdl_assignfeedback_historic)', (select count(*) from "mdl_assignfeedback_historic" where "mdl_assignfeedback_historic"."grade" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52))),
  ('residue of step 52 (delete mdl_assignsubmission_file)', (select count(*) from "mdl_assignsubmission_file" where "mdl_assignsubmission_file"."submission" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 51))),
  ('residue of step 53 (delete mdl_assignsubmission_onlinetext)', (select count(*) from "mdl_assignsubmission_onlinetext" where "mdl_assignsubmission_onlinetext"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 65))),
  ('residue of step 54 (delete mdl_badge_external)', (select count(*) from "mdl_badge_external" where "mdl_badge_external"."backpackid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 2))),
  ('residue of step 55 (delete mdl_block_positions)', (select count(*) from "mdl_block_positions" where "mdl_block_positions"."blockinstanceid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 37))),
  ('residue of step 56 (delete mdl_blog_association)', (select count(*) from "mdl_blog_association" where "mdl_blog_association"."blogid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 9))),
  ('residue of step 57 (delete mdl_blog_association)', (select count(*) from "mdl_blog_association" where "mdl_blog_association"."blogid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 31))),
  ('residue of step 58 (delete mdl_blog_association)', (select count(*) from "mdl_blog_association" where "mdl_blog_association"."blogid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 33))),
  ('residue of step 59 (detach mdl_competency_evidence)', (select count(*) from "mdl_competency_evidence" where "mdl_competency_evidence"."actionuserid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 60 (delete mdl_competency_evidence)', (select count(*) from "mdl_competency_evidence" where "mdl_competency_evidence"."usercompetencyid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 22))),
  ('residue of step 61 (delete mdl_competency_plancomp)', (select count(*) from "mdl_competency_plancomp" where "mdl_competency_plancomp"."planid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 21))),
  ('residue of step 62 (delete mdl_competency_userevidencecomp)', (select count(*) from "mdl_competency_userevidencecomp" where "mdl_competency_userevidencecomp"."userevidenceid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 18))),
  ('residue of step 63 (delete mdl_data_content)', (select count(*) from "mdl_data_content" where "mdl_data_content"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 71))),
  ('residue of step 64 (detach mdl_event)', (select count(*) from "mdl_event" where "mdl_event"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and (("mdl_event"."courseid" <> 0 or "mdl_event"."groupid" <> 0) or "mdl_event"."categoryid" <> 0))),
  ('residue of step 65 (delete mdl_event)', (select count(*) from "mdl_event" where "mdl_event"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 10))),
  ('residue of step 66 (delete mdl_event)', (select count(*) from "mdl_event" where "mdl_event"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 14))),
  ('residue of step 67 (delete mdl_feedback_value)', (select count(*) from "mdl_feedback_value" where "mdl_feedback_value"."completed" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 74))),
  ('residue of step 68 (delete mdl_feedback_valuetmp)', (select count(*) from "mdl_feedback_valuetmp" where "mdl_feedback_valuetmp"."completed" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 75))),
  ('residue of step 69 (delete mdl_glossary_alias)', (select count(*) from "mdl_glossary_alias" where "mdl_glossary_alias"."entryid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 81))),
  ('residue of step 70 (delete mdl_glossary_entries_categories)', (select count(*) from "mdl_glossary_entries_categories" where "mdl_glossary_entries_categories"."entryid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 81))),
  ('residue of step 71 (delete mdl_gradingform_guide_fillings)', (select count(*) from "mdl_gradingform_guide_fillings" where "mdl_gradingform_guide_fillings"."instanceid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 64))),
  ('residue of step 72 (delete mdl_gradingform_rubric_fillings)', (select count(*) from "mdl_gradingform_rubric_fillings" where "mdl_gradingform_rubric_fillings"."instanceid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 64))),
  ('residue of step 73 (delete mdl_h5pactivity_attempts_results)', (select count(*) from "mdl_h5pactivity_attempts_results" where "mdl_h5pactivity_attempts_results"."attemptid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 86))),
  ('residue of step 74 (delete mdl_message_airnotifier_devices)', (select count(*) from "mdl_message_airnotifier_devices" where "mdl_message_airnotifier_devices"."userdeviceid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 41))),
  ('residue of step 75 (delete mdl_message_email_messages)', (select count(*) from "mdl_message_email_messages" where "mdl_message_email_messages"."useridto" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 76 (delete mdl_message_email_messages)', (select count(*) from "mdl_message_email_messages" where "mdl_message_email_messages"."messageid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 29))),
  ('residue of step 77 (delete mdl_message_popup_notifications)', (select count(*) from "mdl_message_popup_notifications" where "mdl_message_popup_notifications"."notificationid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 36))),
  ('residue of step 78 (delete mdl_message_user_actions)', (select count(*) from "mdl_message_user_actions" where "mdl_message_user_actions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 79 (delete mdl_message_user_actions)', (select count(*) from "mdl_message_user_actions" where "mdl_message_user_actions"."messageid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 29))),
  ('residue of step 80 (delete mdl_question_usages)', (select count(*) from "mdl_question_usages" where "mdl_question_usages"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 91))),
  ('residue of step 81 (delete mdl_repository_instance_config)', (select count(*) from "mdl_repository_instance_config" where "mdl_repository_instance_config"."instanceid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 24))),
  ('residue of step 82 (delete mdl_wiki_links)', (select count(*) from "mdl_wiki_links" where "mdl_wiki_links"."subwikiid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 96))),
  ('residue of step 83 (overwrite mdl_wiki_pages)', (select count(*) from "mdl_wiki_pages" where "mdl_wiki_pages"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_wiki_pages"."cachedcontent" is distinct from '')),
  ('residue of step 84 (delete mdl_wiki_pages)', (select count(*) from "mdl_wiki_pages" where "mdl_wiki_pages"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 99))),
  ('residue of step 85 (overwrite mdl_workshop_assessments)', (select count(*) from "mdl_workshop_assessments" where "mdl_workshop_assessments"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 100) and ("mdl_workshop_assessments"."reviewerid" is distinct from 0 or "mdl_workshop_assessments"."feedbackauthor" is distinct from null or "mdl_workshop_assessments"."feedbackreviewer" is distinct from null))),
  ('residue of step 85 (overwrite mdl_workshop_assessments, looked for again)', (select count(*) from "mdl_workshop_assessments" where "mdl_workshop_assessments"."reviewerid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_workshop_assessments"."reviewerid" is distinct from 0 or "mdl_workshop_assessments"."feedbackauthor" is distinct from null or "mdl_workshop_assessments"."feedbackreviewer" is distinct from null))),
  ('residue of step 86 (detach mdl_workshop_assessments)', (select count(*) from "mdl_workshop_assessments" where "mdl_workshop_assessments"."gradinggradeoverby" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 87 (delete mdl_workshop_assessments)', (select count(*) from "mdl_workshop_assessments" where "mdl_workshop_assessments"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 106))),
  ('residue of step 88 (delete mdl_analytics_prediction_actions)', (select count(*) from "mdl_analytics_prediction_actions" where "mdl_analytics_prediction_actions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 89 (delete mdl_assign_grades)', (select count(*) from "mdl_assign_grades" where "mdl_assign_grades"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 52))),
  ('residue of step 89 (delete mdl_assign_grades, looked for again)', (select count(*) from "mdl_assign_grades" where "mdl_assign_grades"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 90 (delete mdl_assign_overrides)', (select count(*) from "mdl_assign_overrides" where "mdl_assign_overrides"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 91 (delete mdl_assign_submission)', (select count(*) from "mdl_assign_submission" where "mdl_assign_submission"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 51))),
  ('residue of step 91 (delete mdl_assign_submission, looked for again)', (select count(*) from "mdl_assign_submission" where "mdl_assign_submission"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 92 (delete mdl_assign_user_flags)', (select count(*) from "mdl_assign_user_flags" where "mdl_assign_user_flags"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 93 (delete mdl_assign_user_mapping)', (select count(*) from "mdl_assign_user_mapping" where "mdl_assign_user_mapping"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 94 (delete mdl_assignfeedback_editpdf_quick)', (select count(*) from "mdl_assignfeedback_editpdf_quick" where "mdl_assignfeedback_editpdf_quick"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 95 (delete mdl_assignfeedback_historic_data)', (select count(*) from "mdl_assignfeedback_historic_data" where "mdl_assignfeedback_historic_data"."useridnumber" in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'idnumber' and "shared" = 0)))
) as "found" on 1 = 1
where "run" = (select "run" from "probate_current");
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 96 (detach mdl_assignment_submissions)', (select count(*) from "mdl_assignment_submissions" where "mdl_assignment_submissions"."teacher" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 97 (delete mdl_assignment_submissions)', (select count(*) from "mdl_assignment_submissions" where "mdl_assignment_submissions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 98 (detach mdl_attendance_log)', (select count(*) from "mdl_attendance_log" where "mdl_attendance_log"."takenby" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 99 (delete mdl_attendance_log)', (select count(*) from "mdl_attendance_log" where "mdl_attendance_log"."studentid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 100 (detach mdl_attendance_sessions)', (select count(*) from "mdl_attendance_sessions" where "mdl_attendance_sessions"."lasttakenby" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 101 (delete mdl_attendance_tempusers)', (select count(*) from "mdl_attendance_tempusers" where lower("mdl_attendance_tempusers"."email") in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'email' and "shared" = 0))),
  ('residue of step 102 (delete mdl_attendance_warning_done)', (select count(*) from "mdl_attendance_warning_done" where "mdl_attendance_warning_done"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 103 (delete mdl_auth_lti_linked_login)', (select count(*) from "mdl_auth_lti_linked_login" where "mdl_auth_lti_linked_login"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 104 (detach mdl_auth_oauth2_linked_login)', (select count(*) from "mdl_auth_oauth2_linked_login" where "mdl_auth_oauth2_linked_login"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 105 (delete mdl_auth_oauth2_linked_login)', (select count(*) from "mdl_auth_oauth2_linked_login" where "mdl_auth_oauth2_linked_login"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 106 (delete mdl_auth_oidc_prevlogin)', (select count(*) from "mdl_auth_oidc_prevlogin" where "mdl_auth_oidc_prevlogin"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 107 (overwrite mdl_auth_oidc_token)', (select count(*) from "mdl_auth_oidc_token" where "mdl_auth_oidc_token"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 1) and ("mdl_auth_oidc_token"."oidcuniqid" is distinct from '' or "mdl_auth_oidc_token"."username" is distinct from '' or "mdl_auth_oidc_token"."oidcusername" is distinct from '' or "mdl_auth_oidc_token"."authcode" is distinct from '' or "mdl_auth_oidc_token"."token" is distinct from '' or "mdl_auth_oidc_token"."refreshtoken" is distinct from '' or "mdl_auth_oidc_token"."idtoken" is distinct from ''))),
  ('residue of step 108 (delete mdl_auth_oidc_token)', (select count(*) from "mdl_auth_oidc_token" where "mdl_auth_oidc_token"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 109 (detach mdl_backup_controllers)', (select count(*) from "mdl_backup_controllers" where "mdl_backup_controllers"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 110 (overwrite mdl_badge)', (select count(*) from "mdl_badge" where "mdl_badge"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 3) and ("mdl_badge"."imageauthorname" is distinct from null or "mdl_badge"."imageauthoremail" is distinct from null or "mdl_badge"."imageauthorurl" is distinct from null))),
  ('residue of step 110 (overwrite mdl_badge, looked for again)', (select count(*) from "mdl_badge" where lower("mdl_badge"."imageauthoremail") in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'email' and "shared" = 0) and ("mdl_badge"."imageauthorname" is distinct from null or "mdl_badge"."imageauthoremail" is distinct from null or "mdl_badge"."imageauthorurl" is distinct from null))),
  ('residue of step 111 (delete mdl_badge_backpack)', (select count(*) from "mdl_badge_backpack" where "mdl_badge_backpack"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 2))),
  ('residue of step 111 (delete mdl_badge_backpack, looked for again)', (select count(*) from "mdl_badge_backpack" where "mdl_badge_backpack"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 112 (delete mdl_badge_backpack_oauth2)', (select count(*) from "mdl_badge_backpack_oauth2" where "mdl_badge_backpack_oauth2"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 113 (delete mdl_badge_criteria_met)', (select count(*) from "mdl_badge_criteria_met" where "mdl_badge_criteria_met"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 114 (overwrite mdl_badge_endorsement)', (select count(*) from "mdl_badge_endorsement" where "mdl_badge_endorsement"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 4) and ("mdl_badge_endorsement"."issuername" is distinct from '' or "mdl_badge_endorsement"."issueremail" is distinct from '' or "mdl_badge_endorsement"."claimcomment" is distinct from null))),
  ('residue of step 114 (overwrite mdl_badge_endorsement, looked for again)', (select count(*) from "mdl_badge_endorsement" where lower("mdl_badge_endorsement"."issueremail") in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'email' and "shared" = 0) and ("mdl_badge_endorsement"."issuername" is distinct from '' or "mdl_badge_endorsement"."issueremail" is distinct from '' or "mdl_badge_endorsement"."claimcomment" is distinct from null))),
  ('residue of step 115 (delete mdl_badge_issued)', (select count(*) from "mdl_badge_issued" where "mdl_badge_issued"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 5))),
  ('residue of step 115 (delete mdl_badge_issued, looked for again)', (select count(*) from "mdl_badge_issued" where "mdl_badge_issued"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 116 (delete mdl_badge_manual_award)', (select count(*) from "mdl_badge_manual_award" where "mdl_badge_manual_award"."recipientid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 117 (delete mdl_bigbluebuttonbn_logs)', (select count(*) from "mdl_bigbluebuttonbn_logs" where "mdl_bigbluebuttonbn_logs"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 118 (detach mdl_bigbluebuttonbn_recordings)', (select count(*) from "mdl_bigbluebuttonbn_recordings" where "mdl_bigbluebuttonbn_recordings"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 119 (delete mdl_block_instances)', (select count(*) from "mdl_block_instances" where "mdl_block_instances"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 37))),
  ('residue of step 120 (delete mdl_block_recent_activity)', (select count(*) from "mdl_block_recent_activity" where "mdl_block_recent_activity"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 121 (delete mdl_block_recentlyaccesseditems)', (select count(*) from "mdl_block_recentlyaccesseditems" where "mdl_block_recentlyaccesseditems"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 122 (delete mdl_block_rss_client)', (select count(*) from "mdl_block_rss_client" where "mdl_block_rss_client"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 123 (delete mdl_block_todo)', (select count(*) from "mdl_block_todo" where "mdl_block_todo"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 124 (delete mdl_blog_external)', (select count(*) from "mdl_blog_external" where "mdl_blog_external"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 125 (delete mdl_cache_flags)', (select count(*) from "mdl_cache_flags" where "mdl_cache_flags"."name" in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = '{key}' and "shared" = 0) and "mdl_cache_flags"."flagtype" = 'accesslib/dirtyusers')),
  ('residue of step 126 (delete mdl_chat_messages)', (select count(*) from "mdl_chat_messages" where "mdl_chat_messages"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 127 (delete mdl_chat_messages_current)', (select count(*) from "mdl_chat_messages_current" where "mdl_chat_messages_current"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 128 (delete mdl_chat_users)', (select count(*) from "mdl_chat_users" where "mdl_chat_users"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 129 (delete mdl_choice_answers)', (select count(*) from "mdl_choice_answers" where "mdl_choice_answers"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 130 (delete mdl_cohort_members)', (select count(*) from "mdl_cohort_members" where "mdl_cohort_members"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 131 (overwrite mdl_comments)', (select count(*) from "mdl_comments" where "mdl_comments"."itemid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 8) and "mdl_comments"."component" = 'blog' and "mdl_comments"."content" is distinct from '')),
  ('residue of step 132 (overwrite mdl_comments)', (select count(*) from "mdl_comments" where "mdl_comments"."itemid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 51) and "mdl_comments"."component" = 'assignsubmission_comments' and "mdl_comments"."commentarea" = 'submission_comments' and "mdl_comments"."content" is distinct from '')),
  ('residue of step 133 (overwrite mdl_comments)', (select count(*) from "mdl_comments" where "mdl_comments"."itemid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 70) and "mdl_comments"."component" = 'mod_data' and "mdl_comments"."commentarea" = 'database_entry' and "mdl_comments"."content" is distinct from '')),
  ('residue of step 134 (overwrite mdl_comments)', (select count(*) from "mdl_comments" where "mdl_comments"."itemid" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 81) and "mdl_comments"."component" = 'mod_glossary' and "mdl_comments"."commentarea" = 'glossary_entry' and "mdl_comments"."content" is distinct from '')),
  ('residue of step 135 (delete mdl_comments)', (select count(*) from "mdl_comments" where "mdl_comments"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 136 (detach mdl_competency_plan)', (select count(*) from "mdl_competency_plan" where "mdl_competency_plan"."reviewerid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 137 (delete mdl_competency_plan)', (select count(*) from "mdl_competency_plan" where "mdl_competency_plan"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 21))),
  ('residue of step 137 (delete mdl_competency_plan, looked for again)', (select count(*) from "mdl_competency_plan" where "mdl_competency_plan"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 138 (detach mdl_competency_usercomp)', (select count(*) from "mdl_competency_usercomp" where "mdl_competency_usercomp"."reviewerid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 139 (delete mdl_competency_usercomp)', (select count(*) from "mdl_competency_usercomp" where "mdl_competency_usercomp"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 22))),
  ('residue of step 139 (delete mdl_competency_usercomp, looked for again)', (select count(*) from "mdl_competency_usercomp" where "mdl_competency_usercomp"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current"))))
) as "found" on 1 = 1
where "run" = (select "run" from "probate_current");
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 140 (delete mdl_competency_usercompcourse)', (select count(*) from "mdl_competency_usercompcourse" where "mdl_competency_usercompcourse"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 141 (delete mdl_competency_usercompplan)', (select count(*) from "mdl_competency_usercompplan" where "mdl_competency_usercompplan"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 142 (delete mdl_competency_userevidence)', (select count(*) from "mdl_competency_userevidence" where "mdl_competency_userevidence"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 18))),
  ('residue of step 142 (delete mdl_competency_userevidence, looked for again)', (select count(*) from "mdl_competency_userevidence" where "mdl_competency_userevidence"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 143 (detach mdl_config_log)', (select count(*) from "mdl_config_log" where "mdl_config_log"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 144 (delete mdl_course_completion_crit_compl)', (select count(*) from "mdl_course_completion_crit_compl" where "mdl_course_completion_crit_compl"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 145 (delete mdl_course_completions)', (select count(*) from "mdl_course_completions" where "mdl_course_completions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 146 (detach mdl_course_modules_completion)', (select count(*) from "mdl_course_modules_completion" where "mdl_course_modules_completion"."overrideby" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 147 (delete mdl_course_modules_completion)', (select count(*) from "mdl_course_modules_completion" where "mdl_course_modules_completion"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 148 (delete mdl_course_modules_viewed)', (select count(*) from "mdl_course_modules_viewed" where "mdl_course_modules_viewed"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 149 (delete mdl_course_request)', (select count(*) from "mdl_course_request" where "mdl_course_request"."requester" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 150 (delete mdl_data_records)', (select count(*) from "mdl_data_records" where "mdl_data_records"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 70))),
  ('residue of step 150 (delete mdl_data_records, looked for again)', (select count(*) from "mdl_data_records" where "mdl_data_records"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 151 (delete mdl_editor_atto_autosave)', (select count(*) from "mdl_editor_atto_autosave" where "mdl_editor_atto_autosave"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 152 (delete mdl_enrol_flatfile)', (select count(*) from "mdl_enrol_flatfile" where "mdl_enrol_flatfile"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 153 (delete mdl_enrol_lti_users)', (select count(*) from "mdl_enrol_lti_users" where "mdl_enrol_lti_users"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 154 (detach mdl_event_subscriptions)', (select count(*) from "mdl_event_subscriptions" where "mdl_event_subscriptions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_event_subscriptions"."eventtype" <> 'user')),
  ('residue of step 155 (delete mdl_event_subscriptions)', (select count(*) from "mdl_event_subscriptions" where "mdl_event_subscriptions"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 13))),
  ('residue of step 156 (detach mdl_events_queue)', (select count(*) from "mdl_events_queue" where "mdl_events_queue"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 157 (delete mdl_external_services_users)', (select count(*) from "mdl_external_services_users" where "mdl_external_services_users"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 158 (detach mdl_external_tokens)', (select count(*) from "mdl_external_tokens" where "mdl_external_tokens"."creatorid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 159 (delete mdl_external_tokens)', (select count(*) from "mdl_external_tokens" where "mdl_external_tokens"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 160 (delete mdl_favourite)', (select count(*) from "mdl_favourite" where "mdl_favourite"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 161 (delete mdl_feedback_completed)', (select count(*) from "mdl_feedback_completed" where "mdl_feedback_completed"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 74))),
  ('residue of step 161 (delete mdl_feedback_completed, looked for again)', (select count(*) from "mdl_feedback_completed" where "mdl_feedback_completed"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 162 (delete mdl_feedback_completedtmp)', (select count(*) from "mdl_feedback_completedtmp" where "mdl_feedback_completedtmp"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 75))),
  ('residue of step 162 (delete mdl_feedback_completedtmp, looked for again)', (select count(*) from "mdl_feedback_completedtmp" where "mdl_feedback_completedtmp"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 163 (delete mdl_forum_digests)', (select count(*) from "mdl_forum_digests" where "mdl_forum_digests"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 164 (delete mdl_forum_discussion_subs)', (select count(*) from "mdl_forum_discussion_subs" where "mdl_forum_discussion_subs"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 165 (detach mdl_forum_discussions)', (select count(*) from "mdl_forum_discussions" where "mdl_forum_discussions"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 166 (overwrite mdl_forum_discussions)', (select count(*) from "mdl_forum_discussions" where "mdl_forum_discussions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_forum_discussions"."name" is distinct from '')),
  ('residue of step 167 (delete mdl_forum_grades)', (select count(*) from "mdl_forum_grades" where "mdl_forum_grades"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 168 (detach mdl_forum_posts)', (select count(*) from "mdl_forum_posts" where "mdl_forum_posts"."privatereplyto" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 169 (overwrite mdl_forum_posts)', (select count(*) from "mdl_forum_posts" where "mdl_forum_posts"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 76) and ("mdl_forum_posts"."subject" is distinct from '' or "mdl_forum_posts"."message" is distinct from '' or "mdl_forum_posts"."attachment" is distinct from '' or "mdl_forum_posts"."deleted" is distinct from 1 or "mdl_forum_posts"."wordcount" is distinct from null or "mdl_forum_posts"."charcount" is distinct from null))),
  ('residue of step 169 (overwrite mdl_forum_posts, looked for again)', (select count(*) from "mdl_forum_posts" where "mdl_forum_posts"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_forum_posts"."subject" is distinct from '' or "mdl_forum_posts"."message" is distinct from '' or "mdl_forum_posts"."attachment" is distinct from '' or "mdl_forum_posts"."deleted" is distinct from 1 or "mdl_forum_posts"."wordcount" is distinct from null or "mdl_forum_posts"."charcount" is distinct from null))),
  ('residue of step 170 (delete mdl_forum_queue)', (select count(*) from "mdl_forum_queue" where "mdl_forum_queue"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 171 (delete mdl_forum_read)', (select count(*) from "mdl_forum_read" where "mdl_forum_read"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 172 (delete mdl_forum_subscriptions)', (select count(*) from "mdl_forum_subscriptions" where "mdl_forum_subscriptions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 173 (delete mdl_forum_track_prefs)', (select count(*) from "mdl_forum_track_prefs" where "mdl_forum_track_prefs"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 174 (delete mdl_glossary_entries)', (select count(*) from "mdl_glossary_entries" where "mdl_glossary_entries"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 81))),
  ('residue of step 174 (delete mdl_glossary_entries, looked for again)', (select count(*) from "mdl_glossary_entries" where "mdl_glossary_entries"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 175 (detach mdl_grade_categories_history)', (select count(*) from "mdl_grade_categories_history" where "mdl_grade_categories_history"."loggeduser" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 176 (delete mdl_grade_grades)', (select count(*) from "mdl_grade_grades" where "mdl_grade_grades"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 177 (detach mdl_grade_grades_history)', (select count(*) from "mdl_grade_grades_history" where "mdl_grade_grades_history"."loggeduser" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 178 (delete mdl_grade_grades_history)', (select count(*) from "mdl_grade_grades_history" where "mdl_grade_grades_history"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 179 (detach mdl_grade_import_values)', (select count(*) from "mdl_grade_import_values" where "mdl_grade_import_values"."importer" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 180 (delete mdl_grade_import_values)', (select count(*) from "mdl_grade_import_values" where "mdl_grade_import_values"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 181 (detach mdl_grade_items_history)', (select count(*) from "mdl_grade_items_history" where "mdl_grade_items_history"."loggeduser" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 182 (detach mdl_grade_outcomes_history)', (select count(*) from "mdl_grade_outcomes_history" where "mdl_grade_outcomes_history"."loggeduser" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 183 (delete mdl_grading_instances)', (select count(*) from "mdl_grading_instances" where "mdl_grading_instances"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 64)))
) as "found" on 1 = 1
where "run" = (select "run" from "probate_current");
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 184 (delete mdl_groups_members)', (select count(*) from "mdl_groups_members" where "mdl_groups_members"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 185 (delete mdl_h5pactivity_attempts)', (select count(*) from "mdl_h5pactivity_attempts" where "mdl_h5pactivity_attempts"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 86))),
  ('residue of step 185 (delete mdl_h5pactivity_attempts, looked for again)', (select count(*) from "mdl_h5pactivity_attempts" where "mdl_h5pactivity_attempts"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 186 (delete mdl_infected_files)', (select count(*) from "mdl_infected_files" where "mdl_infected_files"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 187 (delete mdl_lesson_attempts)', (select count(*) from "mdl_lesson_attempts" where "mdl_lesson_attempts"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 87))),
  ('residue of step 187 (delete mdl_lesson_attempts, looked for again)', (select count(*) from "mdl_lesson_attempts" where "mdl_lesson_attempts"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 188 (delete mdl_lesson_branch)', (select count(*) from "mdl_lesson_branch" where "mdl_lesson_branch"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 189 (delete mdl_lesson_grades)', (select count(*) from "mdl_lesson_grades" where "mdl_lesson_grades"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 190 (delete mdl_lesson_overrides)', (select count(*) from "mdl_lesson_overrides" where "mdl_lesson_overrides"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 191 (delete mdl_lesson_timer)', (select count(*) from "mdl_lesson_timer" where "mdl_lesson_timer"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 192 (overwrite mdl_log)', (select count(*) from "mdl_log" where "mdl_log"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 26) and ("mdl_log"."url" is distinct from '' or "mdl_log"."info" is distinct from ''))),
  ('residue of step 193 (delete mdl_log)', (select count(*) from "mdl_log" where "mdl_log"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 194 (detach mdl_logstore_standard_log)', (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."contextinstanceid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextlevel" = 30)),
  ('residue of step 195 (overwrite mdl_logstore_standard_log)', (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 25) and ("mdl_logstore_standard_log"."relateduserid" is distinct from null or "mdl_logstore_standard_log"."other" is distinct from null))),
  ('residue of step 195 (overwrite mdl_logstore_standard_log, looked for again)', (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."relateduserid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_logstore_standard_log"."relateduserid" is distinct from null or "mdl_logstore_standard_log"."other" is distinct from null))),
  ('residue of step 196 (detach mdl_logstore_standard_log)', (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."realuserid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 197 (detach mdl_logstore_standard_log)', (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."objectid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objecttable" = 'user')),
  ('residue of step 198 (delete mdl_logstore_standard_log)', (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 199 (delete mdl_lti_submission)', (select count(*) from "mdl_lti_submission" where "mdl_lti_submission"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 200 (detach mdl_lti_types)', (select count(*) from "mdl_lti_types" where "mdl_lti_types"."createdby" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 201 (detach mdl_message)', (select count(*) from "mdl_message" where "mdl_message"."useridto" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 202 (overwrite mdl_message)', (select count(*) from "mdl_message" where "mdl_message"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 27) and ("mdl_message"."useridfrom" is distinct from 0 or "mdl_message"."subject" is distinct from null or "mdl_message"."fullmessage" is distinct from null or "mdl_message"."fullmessagehtml" is distinct from null or "mdl_message"."smallmessage" is distinct from null or "mdl_message"."contexturl" is distinct from null or "mdl_message"."contexturlname" is distinct from null))),
  ('residue of step 202 (overwrite mdl_message, looked for again)', (select count(*) from "mdl_message" where "mdl_message"."useridfrom" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_message"."useridfrom" is distinct from 0 or "mdl_message"."subject" is distinct from null or "mdl_message"."fullmessage" is distinct from null or "mdl_message"."fullmessagehtml" is distinct from null or "mdl_message"."smallmessage" is distinct from null or "mdl_message"."contexturl" is distinct from null or "mdl_message"."contexturlname" is distinct from null))),
  ('residue of step 203 (delete mdl_message_contact_requests)', (select count(*) from "mdl_message_contact_requests" where "mdl_message_contact_requests"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 204 (delete mdl_message_contacts)', (select count(*) from "mdl_message_contacts" where "mdl_message_contacts"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 205 (delete mdl_message_conversation_actions)', (select count(*) from "mdl_message_conversation_actions" where "mdl_message_conversation_actions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 206 (delete mdl_message_conversation_members)', (select count(*) from "mdl_message_conversation_members" where "mdl_message_conversation_members"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 207 (overwrite mdl_message_read)', (select count(*) from "mdl_message_read" where "mdl_message_read"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 28) and ("mdl_message_read"."useridfrom" is distinct from 0 or "mdl_message_read"."subject" is distinct from null or "mdl_message_read"."fullmessage" is distinct from null or "mdl_message_read"."fullmessagehtml" is distinct from null or "mdl_message_read"."smallmessage" is distinct from null or "mdl_message_read"."contexturl" is distinct from null or "mdl_message_read"."contexturlname" is distinct from null))),
  ('residue of step 207 (overwrite mdl_message_read, looked for again)', (select count(*) from "mdl_message_read" where "mdl_message_read"."useridfrom" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_message_read"."useridfrom" is distinct from 0 or "mdl_message_read"."subject" is distinct from null or "mdl_message_read"."fullmessage" is distinct from null or "mdl_message_read"."fullmessagehtml" is distinct from null or "mdl_message_read"."smallmessage" is distinct from null or "mdl_message_read"."contexturl" is distinct from null or "mdl_message_read"."contexturlname" is distinct from null))),
  ('residue of step 208 (detach mdl_message_read)', (select count(*) from "mdl_message_read" where "mdl_message_read"."useridto" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 209 (delete mdl_message_users_blocked)', (select count(*) from "mdl_message_users_blocked" where "mdl_message_users_blocked"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 210 (delete mdl_messageinbound_messagelist)', (select count(*) from "mdl_messageinbound_messagelist" where "mdl_messageinbound_messagelist"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 211 (delete mdl_messages)', (select count(*) from "mdl_messages" where "mdl_messages"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 29))),
  ('residue of step 211 (delete mdl_messages, looked for again)', (select count(*) from "mdl_messages" where "mdl_messages"."useridfrom" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 212 (delete mdl_mnet_log)', (select count(*) from "mdl_mnet_log" where "mdl_mnet_log"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 213 (delete mdl_mnet_session)', (select count(*) from "mdl_mnet_session" where "mdl_mnet_session"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 214 (delete mdl_mnetservice_enrol_enrolments)', (select count(*) from "mdl_mnetservice_enrol_enrolments" where "mdl_mnetservice_enrol_enrolments"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 215 (delete mdl_my_pages)', (select count(*) from "mdl_my_pages" where "mdl_my_pages"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 216 (overwrite mdl_notifications)', (select count(*) from "mdl_notifications" where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 34) and ("mdl_notifications"."useridfrom" is distinct from 0 or "mdl_notifications"."subject" is distinct from null or "mdl_notifications"."fullmessage" is distinct from null or "mdl_notifications"."fullmessagehtml" is distinct from null or "mdl_notifications"."smallmessage" is distinct from null or "mdl_notifications"."contexturlname" is distinct from null or "mdl_notifications"."customdata" is distinct from null))),
  ('residue of step 216 (overwrite mdl_notifications, looked for again)', (select count(*) from "mdl_notifications" where "mdl_notifications"."useridfrom" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_notifications"."useridfrom" is distinct from 0 or "mdl_notifications"."subject" is distinct from null or "mdl_notifications"."fullmessage" is distinct from null or "mdl_notifications"."fullmessagehtml" is distinct from null or "mdl_notifications"."smallmessage" is distinct from null or "mdl_notifications"."contexturlname" is distinct from null or "mdl_notifications"."customdata" is distinct from null))),
  ('residue of step 217 (overwrite mdl_notifications)', (select count(*) from "mdl_notifications" where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 35) and ("mdl_notifications"."contexturl" is distinct from null or "mdl_notifications"."contexturlname" is distinct from null))),
  ('residue of step 217 (overwrite mdl_notifications, looked for again)', (select count(*) from "mdl_notifications" where exists (select 1 from (select "value" as "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = '*/user/profile.php?id={key}' and "shared" = 0) as "probate_value" where "mdl_notifications"."contexturl" glob "probate_value"."value") and ("mdl_notifications"."contexturl" is distinct from null or "mdl_notifications"."contexturlname" is distinct from null))),
  ('residue of step 218 (delete mdl_notifications)', (select count(*) from "mdl_notifications" where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 36))),
  ('residue of step 218 (delete mdl_notifications, looked for again)', (select count(*) from "mdl_notifications" where "mdl_notifications"."useridto" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 219 (delete mdl_oauth2_refresh_token)', (select count(*) from "mdl_oauth2_refresh_token" where "mdl_oauth2_refresh_token"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 220 (delete mdl_portfolio_instance_user)', (select count(*) from "mdl_portfolio_instance_user" where "mdl_portfolio_instance_user"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 221 (delete mdl_portfolio_log)', (select count(*) from "mdl_portfolio_log" where "mdl_portfolio_log"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 222 (delete mdl_portfolio_tempdata)', (select count(*) from "mdl_portfolio_tempdata" where "mdl_portfolio_tempdata"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 223 (detach mdl_post)', (select count(*) from "mdl_post" where "mdl_post"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_post"."module" = 'notes')),
  ('residue of step 224 (delete mdl_post)', (select count(*) from "mdl_post" where "mdl_post"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 9)))
) as "found" on 1 = 1
where "run" = (select "run" from "probate_current");
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 225 (delete mdl_post)', (select count(*) from "mdl_post" where "mdl_post"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 30))),
  ('residue of step 226 (delete mdl_post)', (select count(*) from "mdl_post" where "mdl_post"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 32))),
  ('residue of step 227 (overwrite mdl_question)', (select count(*) from "mdl_question" where "mdl_question"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 45) and "mdl_question"."modifieridnumber" is distinct from '')),
  ('residue of step 227 (overwrite mdl_question, looked for again)', (select count(*) from "mdl_question" where "mdl_question"."modifieridnumber" in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'idnumber' and "shared" = 0) and "mdl_question"."modifieridnumber" is distinct from '')),
  ('residue of step 228 (overwrite mdl_question)', (select count(*) from "mdl_question" where "mdl_question"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 46) and "mdl_question"."creatoridnumber" is distinct from '')),
  ('residue of step 228 (overwrite mdl_question, looked for again)', (select count(*) from "mdl_question" where "mdl_question"."creatoridnumber" in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'idnumber' and "shared" = 0) and "mdl_question"."creatoridnumber" is distinct from '')),
  ('residue of step 229 (delete mdl_quiz_attempts)', (select count(*) from "mdl_quiz_attempts" where "mdl_quiz_attempts"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 90))),
  ('residue of step 229 (delete mdl_quiz_attempts, looked for again)', (select count(*) from "mdl_quiz_attempts" where "mdl_quiz_attempts"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 230 (delete mdl_quiz_grades)', (select count(*) from "mdl_quiz_grades" where "mdl_quiz_grades"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 231 (delete mdl_quiz_overrides)', (select count(*) from "mdl_quiz_overrides" where "mdl_quiz_overrides"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 232 (delete mdl_rating)', (select count(*) from "mdl_rating" where "mdl_rating"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 233 (delete mdl_repository_instances)', (select count(*) from "mdl_repository_instances" where "mdl_repository_instances"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 24))),
  ('residue of step 233 (delete mdl_repository_instances, looked for again)', (select count(*) from "mdl_repository_instances" where "mdl_repository_instances"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 234 (detach mdl_role_assignments)', (select count(*) from "mdl_role_assignments" where "mdl_role_assignments"."modifierid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 235 (delete mdl_role_assignments)', (select count(*) from "mdl_role_assignments" where "mdl_role_assignments"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 236 (detach mdl_scale_history)', (select count(*) from "mdl_scale_history" where "mdl_scale_history"."loggeduser" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 237 (delete mdl_scorm_aicc_session)', (select count(*) from "mdl_scorm_aicc_session" where "mdl_scorm_aicc_session"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 238 (delete mdl_scorm_scoes_track)', (select count(*) from "mdl_scorm_scoes_track" where "mdl_scorm_scoes_track"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 239 (detach mdl_search_simpledb_index)', (select count(*) from "mdl_search_simpledb_index" where "mdl_search_simpledb_index"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 240 (overwrite mdl_search_simpledb_index)', (select count(*) from "mdl_search_simpledb_index" where "mdl_search_simpledb_index"."owneruserid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_search_simpledb_index"."title" is distinct from null or "mdl_search_simpledb_index"."content" is distinct from null or "mdl_search_simpledb_index"."description1" is distinct from null or "mdl_search_simpledb_index"."description2" is distinct from null))),
  ('residue of step 241 (delete mdl_search_simpledb_index)', (select count(*) from "mdl_search_simpledb_index" where "mdl_search_simpledb_index"."docid" in (select "value" from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'core_user-user-{key}' and "shared" = 0))),
  ('residue of step 242 (delete mdl_sessions)', (select count(*) from "mdl_sessions" where "mdl_sessions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 243 (delete mdl_stats_user_daily)', (select count(*) from "mdl_stats_user_daily" where "mdl_stats_user_daily"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 244 (delete mdl_stats_user_monthly)', (select count(*) from "mdl_stats_user_monthly" where "mdl_stats_user_monthly"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 245 (delete mdl_stats_user_weekly)', (select count(*) from "mdl_stats_user_weekly" where "mdl_stats_user_weekly"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 246 (delete mdl_survey_analysis)', (select count(*) from "mdl_survey_analysis" where "mdl_survey_analysis"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 247 (delete mdl_survey_answers)', (select count(*) from "mdl_survey_answers" where "mdl_survey_answers"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 248 (detach mdl_tag)', (select count(*) from "mdl_tag" where "mdl_tag"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 249 (delete mdl_tag_instance)', (select count(*) from "mdl_tag_instance" where "mdl_tag_instance"."itemid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_tag_instance"."component" = 'core' and "mdl_tag_instance"."itemtype" = 'user' and "mdl_tag_instance"."component" = 'core' and "mdl_tag_instance"."itemtype" = 'user')),
  ('residue of step 250 (detach mdl_task_adhoc)', (select count(*) from "mdl_task_adhoc" where "mdl_task_adhoc"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 251 (detach mdl_task_log)', (select count(*) from "mdl_task_log" where "mdl_task_log"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 252 (delete mdl_tiny_autosave)', (select count(*) from "mdl_tiny_autosave" where "mdl_tiny_autosave"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 253 (detach mdl_tool_cohortroles)', (select count(*) from "mdl_tool_cohortroles" where "mdl_tool_cohortroles"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 254 (delete mdl_tool_cohortroles)', (select count(*) from "mdl_tool_cohortroles" where "mdl_tool_cohortroles"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 255 (detach mdl_tool_dataprivacy_request)', (select count(*) from "mdl_tool_dataprivacy_request" where "mdl_tool_dataprivacy_request"."dpo" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 256 (overwrite mdl_tool_dataprivacy_request)', (select count(*) from "mdl_tool_dataprivacy_request" where "mdl_tool_dataprivacy_request"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_tool_dataprivacy_request"."comments" is distinct from null or "mdl_tool_dataprivacy_request"."dpocomment" is distinct from null))),
  ('residue of step 257 (detach mdl_tool_dataprivacy_request)', (select count(*) from "mdl_tool_dataprivacy_request" where "mdl_tool_dataprivacy_request"."requestedby" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 258 (detach mdl_tool_dataprivacy_request)', (select count(*) from "mdl_tool_dataprivacy_request" where "mdl_tool_dataprivacy_request"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 259 (delete mdl_tool_monitor_history)', (select count(*) from "mdl_tool_monitor_history" where "mdl_tool_monitor_history"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 260 (detach mdl_tool_monitor_rules)', (select count(*) from "mdl_tool_monitor_rules" where "mdl_tool_monitor_rules"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 261 (delete mdl_tool_monitor_subscriptions)', (select count(*) from "mdl_tool_monitor_subscriptions" where "mdl_tool_monitor_subscriptions"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 262 (detach mdl_tool_policy_acceptances)', (select count(*) from "mdl_tool_policy_acceptances" where "mdl_tool_policy_acceptances"."usermodified" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 263 (detach mdl_upgrade_log)', (select count(*) from "mdl_upgrade_log" where "mdl_upgrade_log"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 264 (delete mdl_user_devices)', (select count(*) from "mdl_user_devices" where "mdl_user_devices"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 41))),
  ('residue of step 264 (delete mdl_user_devices, looked for again)', (select count(*) from "mdl_user_devices" where "mdl_user_devices"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 265 (delete mdl_user_enrol_waitlist)', (select count(*) from "mdl_user_enrol_waitlist" where "mdl_user_enrol_waitlist"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 266 (detach mdl_user_enrolments)', (select count(*) from "mdl_user_enrolments" where "mdl_user_enrolments"."modifierid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 267 (delete mdl_user_enrolments)', (select count(*) from "mdl_user_enrolments" where "mdl_user_enrolments"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 268 (delete mdl_user_info_data)', (select count(*) from "mdl_user_info_data" where "mdl_user_info_data"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and (select "probate_1"."visible" from "mdl_user_info_field" as "probate_1" where "probate_1"."id" = "mdl_user_info_data"."fieldid") <> 0)),
  ('residue of step 269 (delete mdl_user_info_data)', (select count(*) from "mdl_user_info_data" where "mdl_user_info_data"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and (select "probate_1"."visible" from "mdl_user_info_field" as "probate_1" where "probate_1"."id" = "mdl_user_info_data"."fieldid") = 0))
) as "found" on 1 = 1
where "run" = (select "run" from "probate_current");
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 270 (delete mdl_user_lastaccess)', (select count(*) from "mdl_user_lastaccess" where "mdl_user_lastaccess"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 271 (delete mdl_user_password_history)', (select count(*) from "mdl_user_password_history" where "mdl_user_password_history"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 272 (delete mdl_user_password_resets)', (select count(*) from "mdl_user_password_resets" where "mdl_user_password_resets"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 273 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('atto_' || '*') or "mdl_user_preferences"."name" glob ('filemanager_' || '*') or "mdl_user_preferences"."name" glob ('filepicker_' || '*') or "mdl_user_preferences"."name" glob ('htmleditor' || '*')))),
  ('residue of step 274 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('forum_' || '*') or "mdl_user_preferences"."name" glob ('markasreadonnotification' || '*')))),
  ('residue of step 275 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and (((substr("mdl_user_preferences"."name", 1, 6) = 'login_' or substr("mdl_user_preferences"."name", 1, 5) = 'auth_') or substr("mdl_user_preferences"."name", 1, 15) = 'create_password') or substr("mdl_user_preferences"."name", 1, 12) = 'tool_mobile_'))),
  ('residue of step 276 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('core_message_' || '*') or "mdl_user_preferences"."name" glob ('email_' || '*') or "mdl_user_preferences"."name" glob ('message_' || '*')))),
  ('residue of step 277 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and not ((((((((((((((((((((((((((((((((((((substr("mdl_user_preferences"."name", 1, 10) = 'htmleditor' or substr("mdl_user_preferences"."name", 1, 5) = 'atto_') or substr("mdl_user_preferences"."name", 1, 11) = 'filepicker_') or substr("mdl_user_preferences"."name", 1, 12) = 'filemanager_') or substr("mdl_user_preferences"."name", 1, 8) = 'message_') or substr("mdl_user_preferences"."name", 1, 13) = 'core_message_') or substr("mdl_user_preferences"."name", 1, 6) = 'email_') or substr("mdl_user_preferences"."name", 1, 10) = 'user_home_') or substr("mdl_user_preferences"."name", 1, 7) = 'drawer-') or substr("mdl_user_preferences"."name", 1, 5) = 'block') or substr("mdl_user_preferences"."name", 1, 7) = 'docked_') or substr("mdl_user_preferences"."name", 1, 9) = 'calendar_') or substr("mdl_user_preferences"."name", 1, 10) = 'coursecat_') or substr("mdl_user_preferences"."name", 1, 25) = 'coursesectionspreferences') or substr("mdl_user_preferences"."name", 1, 10) = 'flextable_') or substr("mdl_user_preferences"."name", 1, 15) = 'tool_usertours_') or substr("mdl_user_preferences"."name", 1, 20) = 'accessibilitystyles_') or substr("mdl_user_preferences"."name", 1, 6) = 'forum_') or substr("mdl_user_preferences"."name", 1, 24) = 'markasreadonnotification') or substr("mdl_user_preferences"."name", 1, 7) = 'assign_') or substr("mdl_user_preferences"."name", 1, 11) = 'assignment_') or substr("mdl_user_preferences"."name", 1, 8) = 'workshop') or substr("mdl_user_preferences"."name", 1, 5) = 'quiz_') or substr("mdl_user_preferences"."name", 1, 7) = 'lesson_') or substr("mdl_user_preferences"."name", 1, 6) = 'scorm_') or substr("mdl_user_preferences"."name", 1, 13) = 'grade_report_') or substr("mdl_user_preferences"."name", 1, 12) = 'gradereport_') or substr("mdl_user_preferences"."name", 1, 12) = 'gradingform_') or substr("mdl_user_preferences"."name", 1, 6) = 'qtype_') or substr("mdl_user_preferences"."name", 1, 13) = 'data_perpage_') or substr("mdl_user_preferences"."name", 1, 6) = 'login_') or substr("mdl_user_preferences"."name", 1, 5) = 'auth_') or substr("mdl_user_preferences"."name", 1, 15) = 'create_password') or substr("mdl_user_preferences"."name", 1, 12) = 'tool_mobile_') or substr("mdl_user_preferences"."name", 1, 11) = 'repository_') or substr("mdl_user_preferences"."name", 1, 7) = 'flickr_') or substr("mdl_user_preferences"."name", 1, 13) = 'badges_email_'))),
  ('residue of step 278 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('accessibilitystyles_' || '*') or "mdl_user_preferences"."name" glob ('block' || '*') or "mdl_user_preferences"."name" glob ('calendar_' || '*') or "mdl_user_preferences"."name" glob ('coursecat_' || '*') or "mdl_user_preferences"."name" glob ('coursesectionspreferences' || '*') or "mdl_user_preferences"."name" glob ('docked_' || '*') or "mdl_user_preferences"."name" glob ('drawer-' || '*') or "mdl_user_preferences"."name" glob ('flextable_' || '*') or "mdl_user_preferences"."name" glob ('tool_usertours_' || '*') or "mdl_user_preferences"."name" glob ('user_home_' || '*')))),
  ('residue of step 279 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ((substr("mdl_user_preferences"."name", 1, 11) = 'repository_' or substr("mdl_user_preferences"."name", 1, 7) = 'flickr_') or substr("mdl_user_preferences"."name", 1, 13) = 'badges_email_'))),
  ('residue of step 280 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user_preferences"."name" glob ('assign_' || '*') or "mdl_user_preferences"."name" glob ('assignment_' || '*') or "mdl_user_preferences"."name" glob ('data_perpage_' || '*') or "mdl_user_preferences"."name" glob ('grade_report_' || '*') or "mdl_user_preferences"."name" glob ('gradereport_' || '*') or "mdl_user_preferences"."name" glob ('gradingform_' || '*') or "mdl_user_preferences"."name" glob ('lesson_' || '*') or "mdl_user_preferences"."name" glob ('qtype_' || '*') or "mdl_user_preferences"."name" glob ('quiz_' || '*') or "mdl_user_preferences"."name" glob ('scorm_' || '*') or "mdl_user_preferences"."name" glob ('workshop' || '*')))),
  ('residue of step 281 (delete mdl_user_private_key)', (select count(*) from "mdl_user_private_key" where "mdl_user_private_key"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 282 (delete mdl_wiki_subwikis)', (select count(*) from "mdl_wiki_subwikis" where "mdl_wiki_subwikis"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 96))),
  ('residue of step 282 (delete mdl_wiki_subwikis, looked for again)', (select count(*) from "mdl_wiki_subwikis" where "mdl_wiki_subwikis"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 283 (delete mdl_workshop_aggregations)', (select count(*) from "mdl_workshop_aggregations" where "mdl_workshop_aggregations"."userid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 284 (detach mdl_workshop_submissions)', (select count(*) from "mdl_workshop_submissions" where "mdl_workshop_submissions"."gradeoverby" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 285 (delete mdl_workshop_submissions)', (select count(*) from "mdl_workshop_submissions" where "mdl_workshop_submissions"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 101))),
  ('residue of step 285 (delete mdl_workshop_submissions, looked for again)', (select count(*) from "mdl_workshop_submissions" where "mdl_workshop_submissions"."authorid" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")))),
  ('residue of step 286 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user"."lastnamephonetic" is distinct from null or "mdl_user"."firstnamephonetic" is distinct from null or "mdl_user"."middlename" is distinct from null or "mdl_user"."alternatename" is distinct from null))),
  ('residue of step 287 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user"."address" is distinct from '' or "mdl_user"."city" is distinct from '' or "mdl_user"."country" is distinct from ''))),
  ('residue of step 288 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 38) and ("mdl_user"."description" is distinct from null or "mdl_user"."moodlenetprofile" is distinct from null))),
  ('residue of step 288 (empty mdl_user, looked for again)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user"."description" is distinct from null or "mdl_user"."moodlenetprofile" is distinct from null))),
  ('residue of step 289 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_user"."email" is distinct from '')),
  ('residue of step 290 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and "mdl_user"."idnumber" is distinct from '')),
  ('residue of step 291 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user"."firstname" is distinct from '' or "mdl_user"."lastname" is distinct from ''))),
  ('residue of step 292 (overwrite mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user"."password" is distinct from '' or "mdl_user"."secret" is distinct from ''))),
  ('residue of step 293 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user"."phone1" is distinct from '' or "mdl_user"."phone2" is distinct from ''))),
  ('residue of step 294 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "k" from "probate_key" where "run" = (select "run" from "probate_current") and "capture" = 38) and ("mdl_user"."picture" is distinct from 0 or "mdl_user"."imagealt" is distinct from null))),
  ('residue of step 294 (empty mdl_user, looked for again)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user"."picture" is distinct from 0 or "mdl_user"."imagealt" is distinct from null))),
  ('residue of step 295 (overwrite mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user"."emailstop" is distinct from 0 or "mdl_user"."lang" is distinct from 'en' or "mdl_user"."calendartype" is distinct from 'gregorian' or "mdl_user"."theme" is distinct from '' or "mdl_user"."timezone" is distinct from '99' or "mdl_user"."mailformat" is distinct from 1 or "mdl_user"."maildigest" is distinct from 0 or "mdl_user"."maildisplay" is distinct from 2 or "mdl_user"."autosubscribe" is distinct from 1 or "mdl_user"."trackforums" is distinct from 0))),
  ('residue of step 296 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user"."firstaccess" is distinct from 0 or "mdl_user"."lastaccess" is distinct from 0 or "mdl_user"."lastlogin" is distinct from 0 or "mdl_user"."currentlogin" is distinct from 0 or "mdl_user"."lastip" is distinct from ''))),
  ('residue of step 297 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = (select "run" from "probate_current")) and ("mdl_user"."institution" is distinct from null or "mdl_user"."department" is distinct from null))),
  ('captures in probate_key', 82 - (select count(*) from "probate_key" where "run" = (select "run" from "probate_current") and "capture" < 0)),
  ('captures in probate_text_key', 26 - (select count(*) from "probate_text_key" where "run" = (select "run" from "probate_current") and "capture" < 0)),
  ('identifiers email captured', (select count(*) from "probate_batch" where "run" = (select "run" from "probate_current")) - (select count(*) from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'looked for email')),
  ('identifiers idnumber captured', (select count(*) from "probate_batch" where "run" = (select "run" from "probate_current")) - (select count(*) from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'looked for idnumber')),
  ('identifiers username captured', (select count(*) from "probate_batch" where "run" = (select "run" from "probate_current")) - (select count(*) from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'looked for username')),
  ('identifiers core_user-user-{key} captured', (select count(*) from "probate_batch" where "run" = (select "run" from "probate_current")) - (select count(*) from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'looked for core_user-user-{key}')),
  ('identifiers view.php?id={key}&course=* captured', (select count(*) from "probate_batch" where "run" = (select "run" from "probate_current")) - (select count(*) from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'looked for view.php?id={key}&course=*')),
  ('identifiers {key} captured', (select count(*) from "probate_batch" where "run" = (select "run" from "probate_current")) - (select count(*) from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'looked for {key}')),
  ('identifiers */user/profile.php?id={key} captured', (select count(*) from "probate_batch" where "run" = (select "run" from "probate_current")) - (select count(*) from "probate_identifier" where "run" = (select "run" from "probate_current") and "name" = 'looked for */user/profile.php?id={key}'))
) as "found" on 1 = 1
where "run" = (select "run" from "probate_current");

-- the ledger, the requests, the run
insert into "probate_ledger" ("run", "request", "type", "program", "at")
select "run", "request", 'leaver-full-unassigned', 'edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294', cast(strftime('%s', 'now') as integer)
from "probate_batch"
where "run" = (select "run" from "probate_current")
order by "subject";
update "probate_request"
set "state" = case when "id" in (select "request" from "probate_batch" where "run" = (select "run" from "probate_current") and "subject" in (select "subject" from "probate_identifier" where "run" = (select "run" from "probate_current") and "shared" = 1)) then 'held' else 'done' end, "run" = (select "run" from "probate_current"), "finished" = cast(strftime('%s', 'now') as integer), "not_before" = case when "id" in (select "request" from "probate_batch" where "run" = (select "run" from "probate_current") and "subject" in (select "subject" from "probate_identifier" where "run" = (select "run" from "probate_current") and "shared" = 1)) then null else case when exists (select 1 from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and "mdl_user"."deleted" = 1 and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true) and "mdl_user"."id" = "probate_request"."subject") then cast(strftime('%s', 'now') as integer) else null end end, "reason" = case when "id" in (select "request" from "probate_batch" where "run" = (select "run" from "probate_current") and "subject" in (select "subject" from "probate_identifier" where "run" = (select "run" from "probate_current") and "shared" = 1)) then (select 'shared-identifier ' || min("name" collate binary) from "probate_identifier" where "run" = (select "run" from "probate_current") and "probate_identifier"."subject" = "probate_request"."subject" and "shared" = 1) else null end, "token" = null
where "id" in (select "request" from "probate_batch" where "run" = (select "run" from "probate_current"));
update "probate_run"
set "finished" = cast(strftime('%s', 'now') as integer), "subjects" = (select count(*) from "probate_batch" where "run" = (select "run" from "probate_current"))
where "run" = (select "run" from "probate_current");
delete from "probate_key"
where "run" = (select "run" from "probate_current");
delete from "probate_text_key"
where "run" = (select "run" from "probate_current");
delete from "probate_identifier"
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
union all select "run", 'checks made', 341 - (select count(*) from "probate_check" where "run" = (select "run" from "probate_current")) from "probate_current"
union all select "run", 'steps done', 297 - (select count(*) from "probate_result" where "run" = (select "run" from "probate_current")) from "probate_current"
union all select "run", 'ledger rows', (select "subjects" from "probate_run" where "run" = (select "run" from "probate_current")) - (select count(*) from "probate_ledger" where "run" = (select "run" from "probate_current")) from "probate_current"
union all select "run", 'requests done', (select "subjects" from "probate_run" where "run" = (select "run" from "probate_current")) - (select count(*) from "probate_request" where "run" = (select "run" from "probate_current") and "state" in ('done', 'held')) from "probate_current"
union all select "run", 'notices written', (select count(*) from "probate_request" where "run" = (select "run" from "probate_current") and "state" = 'done') - (select count(*) from "probate_outbox" where "run" = (select "run" from "probate_current") and "kind" = 'notice') from "probate_current";
delete from "probate_current";
commit;
