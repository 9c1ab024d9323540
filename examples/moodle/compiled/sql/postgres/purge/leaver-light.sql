-- Purge type `leaver-light`, for subjects whose status is `suspended` (types.yaml:52).
-- Takes up to 50 due requests of this type and carries them out in one transaction, all or nothing.
-- Run it again until nothing is due. Compiled from the policy; edit that instead.
-- Requests that are carried out: manual.
-- Program edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294
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
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-light' and "probate_request"."state" = 'done' and not ("probate_request"."not_before" is null) and (not (exists (select 1 from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and "mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1 and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true) and "mdl_user"."id" = "probate_request"."subject")) or exists (select 1 from "probate_own_type" where "probate_own_type"."subject" = "probate_request"."subject" and "probate_own_type"."status" = 'suspended' and ("probate_own_type"."type" is null or "probate_request"."origin" = 'automatic' and "probate_own_type"."type" <> 'leaver-light')));

-- sweep: whose purge is looked at now
update "probate_request"
set "token" = "probate_this_client"()
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-light' and "probate_request"."state" = 'done' and "probate_request"."not_before" <= floor(extract(epoch from now()))::bigint;

-- sweep: of whom there are rows again
update "probate_request"
set "not_before" = -1
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-light' and "probate_request"."state" = 'done' and "probate_request"."token" = "probate_this_client"() and ((select count(*) from "mdl_auth_lti_linked_login" where "mdl_auth_lti_linked_login"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_auth_oauth2_linked_login" where "mdl_auth_oauth2_linked_login"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_auth_oauth2_linked_login" where "mdl_auth_oauth2_linked_login"."usermodified" = "probate_request"."subject") > 0 or (select count(*) from "mdl_messageinbound_messagelist" where "mdl_messageinbound_messagelist"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_auth_oidc_prevlogin" where "mdl_auth_oidc_prevlogin"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_auth_oidc_token" where "mdl_auth_oidc_token"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_post" where "mdl_post"."userid" = "probate_request"."subject" and ("mdl_post"."module" = 'blog' or "mdl_post"."module" = 'blog_external')) > 0 or (select count(*) from "mdl_blog_external" where "mdl_blog_external"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_event" where "mdl_event"."userid" = "probate_request"."subject" and "mdl_event"."courseid" = 0 and "mdl_event"."groupid" = 0 and "mdl_event"."categoryid" = 0) > 0 or (select count(*) from "mdl_event" where "mdl_event"."userid" = "probate_request"."subject" and (("mdl_event"."courseid" <> 0 or "mdl_event"."groupid" <> 0) or "mdl_event"."categoryid" <> 0)) > 0 or (select count(*) from "mdl_event_subscriptions" where "mdl_event_subscriptions"."userid" = "probate_request"."subject" and "mdl_event_subscriptions"."eventtype" = 'user') > 0 or (select count(*) from "mdl_event_subscriptions" where "mdl_event_subscriptions"."userid" = "probate_request"."subject" and "mdl_event_subscriptions"."eventtype" <> 'user') > 0 or (select count(*) from "mdl_comments" where "mdl_comments"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_infected_files" where "mdl_infected_files"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user_private_key" where "mdl_user_private_key"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_oauth2_refresh_token" where "mdl_oauth2_refresh_token"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_repository_instances" where "mdl_repository_instances"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_external_services_users" where "mdl_external_services_users"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_external_tokens" where "mdl_external_tokens"."creatorid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_external_tokens" where "mdl_external_tokens"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."contextinstanceid" = "probate_request"."subject" and "mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextlevel" = 30) > 0 or (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."relateduserid" = "probate_request"."subject" and ("mdl_logstore_standard_log"."relateduserid" is distinct from null or "mdl_logstore_standard_log"."other" is distinct from null)) > 0 or (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."realuserid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."objectid" = "probate_request"."subject" and "mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objecttable" = 'user') > 0 or (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_block_recent_activity" where "mdl_block_recent_activity"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_log" where "mdl_log"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_mnet_log" where "mdl_mnet_log"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_analytics_prediction_actions" where "mdl_analytics_prediction_actions"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_stats_user_daily" where "mdl_stats_user_daily"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_stats_user_monthly" where "mdl_stats_user_monthly"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_stats_user_weekly" where "mdl_stats_user_weekly"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message_users_blocked" where "mdl_message_users_blocked"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message_contact_requests" where "mdl_message_contact_requests"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message_contacts" where "mdl_message_contacts"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message_conversation_actions" where "mdl_message_conversation_actions"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message_conversation_members" where "mdl_message_conversation_members"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message" where "mdl_message"."useridto" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message" where "mdl_message"."useridfrom" = "probate_request"."subject" and ("mdl_message"."useridfrom" is distinct from 0 or "mdl_message"."subject" is distinct from null or "mdl_message"."fullmessage" is distinct from null or "mdl_message"."fullmessagehtml" is distinct from null or "mdl_message"."smallmessage" is distinct from null or "mdl_message"."contexturl" is distinct from null or "mdl_message"."contexturlname" is distinct from null)) > 0 or (select count(*) from "mdl_message_read" where "mdl_message_read"."useridfrom" = "probate_request"."subject" and ("mdl_message_read"."useridfrom" is distinct from 0 or "mdl_message_read"."subject" is distinct from null or "mdl_message_read"."fullmessage" is distinct from null or "mdl_message_read"."fullmessagehtml" is distinct from null or "mdl_message_read"."smallmessage" is distinct from null or "mdl_message_read"."contexturl" is distinct from null or "mdl_message_read"."contexturlname" is distinct from null)) > 0 or (select count(*) from "mdl_message_read" where "mdl_message_read"."useridto" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message_email_messages" where "mdl_message_email_messages"."useridto" = "probate_request"."subject") > 0 or (select count(*) from "mdl_message_user_actions" where "mdl_message_user_actions"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_messages" where "mdl_messages"."useridfrom" = "probate_request"."subject") > 0 or (select count(*) from "mdl_post" where "mdl_post"."userid" = "probate_request"."subject" and "mdl_post"."module" = 'notes' and "mdl_post"."publishstate" <> 'draft') > 0 or (select count(*) from "mdl_post" where "mdl_post"."userid" = "probate_request"."subject" and "mdl_post"."module" = 'notes' and "mdl_post"."publishstate" = 'draft') > 0 or (select count(*) from "mdl_post" where "mdl_post"."usermodified" = "probate_request"."subject" and "mdl_post"."module" = 'notes') > 0 or (select count(*) from "mdl_notifications" where "mdl_notifications"."useridfrom" = "probate_request"."subject" and ("mdl_notifications"."useridfrom" is distinct from 0 or "mdl_notifications"."subject" is distinct from null or "mdl_notifications"."fullmessage" is distinct from null or "mdl_notifications"."fullmessagehtml" is distinct from null or "mdl_notifications"."smallmessage" is distinct from null or "mdl_notifications"."contexturlname" is distinct from null or "mdl_notifications"."customdata" is distinct from null)) > 0 or (select count(*) from "mdl_notifications" where "mdl_notifications"."useridto" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and ("mdl_user_preferences"."name" collate "C" like ('atto\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('filemanager\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('filepicker\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('htmleditor' || '%'))) > 0);
update "probate_request"
set "not_before" = -1
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-light' and "probate_request"."state" = 'done' and "probate_request"."token" = "probate_this_client"() and ((select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and ("mdl_user_preferences"."name" collate "C" like ('forum\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('markasreadonnotification' || '%'))) > 0 or (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and (((starts_with("mdl_user_preferences"."name", 'login_') or starts_with("mdl_user_preferences"."name", 'auth_')) or starts_with("mdl_user_preferences"."name", 'create_password')) or starts_with("mdl_user_preferences"."name", 'tool_mobile_'))) > 0 or (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and ("mdl_user_preferences"."name" collate "C" like ('core\_message\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('email\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('message\_' || '%'))) > 0 or (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and not ((((((((((((((((((((((((((((((((((((starts_with("mdl_user_preferences"."name", 'htmleditor') or starts_with("mdl_user_preferences"."name", 'atto_')) or starts_with("mdl_user_preferences"."name", 'filepicker_')) or starts_with("mdl_user_preferences"."name", 'filemanager_')) or starts_with("mdl_user_preferences"."name", 'message_')) or starts_with("mdl_user_preferences"."name", 'core_message_')) or starts_with("mdl_user_preferences"."name", 'email_')) or starts_with("mdl_user_preferences"."name", 'user_home_')) or starts_with("mdl_user_preferences"."name", 'drawer-')) or starts_with("mdl_user_preferences"."name", 'block')) or starts_with("mdl_user_preferences"."name", 'docked_')) or starts_with("mdl_user_preferences"."name", 'calendar_')) or starts_with("mdl_user_preferences"."name", 'coursecat_')) or starts_with("mdl_user_preferences"."name", 'coursesectionspreferences')) or starts_with("mdl_user_preferences"."name", 'flextable_')) or starts_with("mdl_user_preferences"."name", 'tool_usertours_')) or starts_with("mdl_user_preferences"."name", 'accessibilitystyles_')) or starts_with("mdl_user_preferences"."name", 'forum_')) or starts_with("mdl_user_preferences"."name", 'markasreadonnotification')) or starts_with("mdl_user_preferences"."name", 'assign_')) or starts_with("mdl_user_preferences"."name", 'assignment_')) or starts_with("mdl_user_preferences"."name", 'workshop')) or starts_with("mdl_user_preferences"."name", 'quiz_')) or starts_with("mdl_user_preferences"."name", 'lesson_')) or starts_with("mdl_user_preferences"."name", 'scorm_')) or starts_with("mdl_user_preferences"."name", 'grade_report_')) or starts_with("mdl_user_preferences"."name", 'gradereport_')) or starts_with("mdl_user_preferences"."name", 'gradingform_')) or starts_with("mdl_user_preferences"."name", 'qtype_')) or starts_with("mdl_user_preferences"."name", 'data_perpage_')) or starts_with("mdl_user_preferences"."name", 'login_')) or starts_with("mdl_user_preferences"."name", 'auth_')) or starts_with("mdl_user_preferences"."name", 'create_password')) or starts_with("mdl_user_preferences"."name", 'tool_mobile_')) or starts_with("mdl_user_preferences"."name", 'repository_')) or starts_with("mdl_user_preferences"."name", 'flickr_')) or starts_with("mdl_user_preferences"."name", 'badges_email_'))) > 0 or (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and ("mdl_user_preferences"."name" collate "C" like ('accessibilitystyles\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('block' || '%') or "mdl_user_preferences"."name" collate "C" like ('calendar\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('coursecat\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('coursesectionspreferences' || '%') or "mdl_user_preferences"."name" collate "C" like ('docked\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('drawer-' || '%') or "mdl_user_preferences"."name" collate "C" like ('flextable\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('tool\_usertours\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('user\_home\_' || '%'))) > 0 or (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and ((starts_with("mdl_user_preferences"."name", 'repository_') or starts_with("mdl_user_preferences"."name", 'flickr_')) or starts_with("mdl_user_preferences"."name", 'badges_email_'))) > 0 or (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" = "probate_request"."subject" and ("mdl_user_preferences"."name" collate "C" like ('assign\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('assignment\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('data\_perpage\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('grade\_report\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('gradereport\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('gradingform\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('lesson\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('qtype\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('quiz\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('scorm\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('workshop' || '%'))) > 0 or (select count(*) from "mdl_editor_atto_autosave" where "mdl_editor_atto_autosave"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_tiny_autosave" where "mdl_tiny_autosave"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_my_pages" where "mdl_my_pages"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_favourite" where "mdl_favourite"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_block_rss_client" where "mdl_block_rss_client"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user_info_data" where "mdl_user_info_data"."userid" = "probate_request"."subject" and (select "probate_1"."visible" from "mdl_user_info_field" as "probate_1" where "probate_1"."id" = "mdl_user_info_data"."fieldid") <> 0) > 0 or (select count(*) from "mdl_user_info_data" where "mdl_user_info_data"."userid" = "probate_request"."subject" and (select "probate_1"."visible" from "mdl_user_info_field" as "probate_1" where "probate_1"."id" = "mdl_user_info_data"."fieldid") = 0) > 0 or (select count(*) from "mdl_portfolio_instance_user" where "mdl_portfolio_instance_user"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_portfolio_log" where "mdl_portfolio_log"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_portfolio_tempdata" where "mdl_portfolio_tempdata"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_block_recentlyaccesseditems" where "mdl_block_recentlyaccesseditems"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_block_todo" where "mdl_block_todo"."usermodified" = "probate_request"."subject") > 0 or (select count(*) from "mdl_rating" where "mdl_rating"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_search_simpledb_index" where "mdl_search_simpledb_index"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_search_simpledb_index" where "mdl_search_simpledb_index"."owneruserid" = "probate_request"."subject" and ("mdl_search_simpledb_index"."title" is distinct from null or "mdl_search_simpledb_index"."content" is distinct from null or "mdl_search_simpledb_index"."description1" is distinct from null or "mdl_search_simpledb_index"."description2" is distinct from null)) > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."lastnamephonetic" is distinct from null or "mdl_user"."firstnamephonetic" is distinct from null or "mdl_user"."middlename" is distinct from null or "mdl_user"."alternatename" is distinct from null)) > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."address" is distinct from '' or "mdl_user"."city" is distinct from '' or "mdl_user"."country" is distinct from '')) > 0 or (select count(*) from "mdl_course_request" where "mdl_course_request"."requester" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."description" is distinct from null or "mdl_user"."moodlenetprofile" is distinct from null)) > 0 or (select count(*) from "mdl_user_devices" where "mdl_user_devices"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."password" is distinct from '' or "mdl_user"."secret" is distinct from '')) > 0 or (select count(*) from "mdl_user_password_resets" where "mdl_user_password_resets"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user_password_history" where "mdl_user_password_history"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."phone1" is distinct from '' or "mdl_user"."phone2" is distinct from '')) > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."picture" is distinct from 0 or "mdl_user"."imagealt" is distinct from null)) > 0 or (select count(*) from "mdl_mnet_session" where "mdl_mnet_session"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_sessions" where "mdl_sessions"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."emailstop" is distinct from 0 or "mdl_user"."lang" is distinct from 'en' or "mdl_user"."calendartype" is distinct from 'gregorian' or "mdl_user"."theme" is distinct from '' or "mdl_user"."timezone" is distinct from '99' or "mdl_user"."mailformat" is distinct from 1 or "mdl_user"."maildigest" is distinct from 0 or "mdl_user"."maildisplay" is distinct from 2 or "mdl_user"."autosubscribe" is distinct from 1 or "mdl_user"."trackforums" is distinct from 0)) > 0 or (select count(*) from "mdl_user" where "mdl_user"."id" = "probate_request"."subject" and ("mdl_user"."institution" is distinct from null or "mdl_user"."department" is distinct from null)) > 0 or (select count(*) from "mdl_chat_messages" where "mdl_chat_messages"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_chat_messages_current" where "mdl_chat_messages_current"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_chat_users" where "mdl_chat_users"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_choice_answers" where "mdl_choice_answers"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_feedback_completed" where "mdl_feedback_completed"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_feedback_completedtmp" where "mdl_feedback_completedtmp"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_discussions" where "mdl_forum_discussions"."usermodified" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_discussions" where "mdl_forum_discussions"."userid" = "probate_request"."subject" and "mdl_forum_discussions"."name" is distinct from '') > 0 or (select count(*) from "mdl_forum_posts" where "mdl_forum_posts"."privatereplyto" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_posts" where "mdl_forum_posts"."userid" = "probate_request"."subject" and ("mdl_forum_posts"."subject" is distinct from '' or "mdl_forum_posts"."message" is distinct from '' or "mdl_forum_posts"."attachment" is distinct from '' or "mdl_forum_posts"."deleted" is distinct from 1 or "mdl_forum_posts"."wordcount" is distinct from null or "mdl_forum_posts"."charcount" is distinct from null)) > 0 or (select count(*) from "mdl_forum_queue" where "mdl_forum_queue"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_digests" where "mdl_forum_digests"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_discussion_subs" where "mdl_forum_discussion_subs"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_subscriptions" where "mdl_forum_subscriptions"."userid" = "probate_request"."subject") > 0);
update "probate_request"
set "not_before" = -1
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-light' and "probate_request"."state" = 'done' and "probate_request"."token" = "probate_this_client"() and ((select count(*) from "mdl_forum_read" where "mdl_forum_read"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_forum_track_prefs" where "mdl_forum_track_prefs"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_glossary_entries" where "mdl_glossary_entries"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_survey_analysis" where "mdl_survey_analysis"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_survey_answers" where "mdl_survey_answers"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_tool_monitor_history" where "mdl_tool_monitor_history"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_tool_monitor_rules" where "mdl_tool_monitor_rules"."userid" = "probate_request"."subject") > 0 or (select count(*) from "mdl_tool_monitor_subscriptions" where "mdl_tool_monitor_subscriptions"."userid" = "probate_request"."subject") > 0);

-- sweep: they are due again, once
insert into "probate_request" ("kind", "type", "subject", "place", "origin", "state", "asked", "asked_by", "reason")
select "probate_swept"."kind", "probate_swept"."type", "probate_swept"."subject", "probate_swept"."place", "probate_swept"."origin", 'approved', floor(extract(epoch from now()))::bigint, 'probate: sweep', 'swept'
from "probate_request" as "probate_swept"
where "probate_swept"."kind" = 'purge' and "probate_swept"."type" = 'leaver-light' and "probate_swept"."state" = 'done' and "probate_swept"."token" = "probate_this_client"() and "probate_swept"."not_before" = -1 and "probate_swept"."asked_by" is distinct from 'probate: sweep'
order by "probate_swept"."id"
on conflict do nothing;

-- sweep: when they are looked at the next time, if ever
update "probate_request"
set "not_before" = case when "probate_request"."not_before" = -1 then null when floor(extract(epoch from now()))::bigint - "probate_request"."finished" < 3600 then "probate_request"."finished" + 3600 when floor(extract(epoch from now()))::bigint - "probate_request"."finished" < 86400 then "probate_request"."finished" + 86400 when floor(extract(epoch from now()))::bigint - "probate_request"."finished" < 604800 then "probate_request"."finished" + 604800 else null end, "reason" = case when "probate_request"."not_before" = -1 and "probate_request"."asked_by" = 'probate: sweep' then 'comes-back' else "probate_request"."reason" end, "token" = null
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-light' and "probate_request"."state" = 'done' and "probate_request"."token" = "probate_this_client"();
commit;
begin isolation level read committed;

-- outbox: notices of requests that are new
update "probate_request"
set "asked" = coalesce("asked", floor(extract(epoch from now()))::bigint)
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-light' and "probate_request"."state" in ('requested', 'awaiting_approval', 'approved') and "probate_request"."attempts" = 0 and not (exists (select 1 from "probate_told" where "probate_told"."request" = "probate_request"."id")) and not (exists (select 1 from "probate_outbox" where "probate_outbox"."run" = 0 - "probate_request"."id" and "probate_outbox"."kind" = 'notice' and starts_with("probate_outbox"."body", '{"notice":"request-received",')));
insert into "probate_outbox" ("run", "kind", "body", "created")
select 0 - "probate_asked"."request", 'notice', '{"notice":"request-received","to":"controller","locale":"en","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"title":"Request ' || cast("probate_asked"."request" as text) || ': Suspended account","body":"User ' || left(right(to_json(coalesce(cast("probate_asked"."subject" as text) collate "C", ''))::text, -1), -1) || ' is concerned. Whether it needs an approval is shown by `probate request list`."}', floor(extract(epoch from now()))::bigint
from (select "id" as "request", "subject" as "subject", "reason" as "reason", "expires" as "expires" from "probate_request" where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-light' and "probate_request"."state" in ('requested', 'awaiting_approval', 'approved') and "probate_request"."attempts" = 0 and not (exists (select 1 from "probate_told" where "probate_told"."request" = "probate_request"."id")) and not (exists (select 1 from "probate_outbox" where "probate_outbox"."run" = 0 - "probate_request"."id" and "probate_outbox"."kind" = 'notice' and starts_with("probate_outbox"."body", '{"notice":"request-received",'))) and (not ("probate_request"."origin" in ('automatic', 'retention', 'legacy')) or "probate_request"."state" <> 'approved')) as "probate_asked";
insert into "probate_told" ("request", "at")
select "probate_request"."id", floor(extract(epoch from now()))::bigint
from "probate_request"
where "probate_request"."kind" = 'purge' and "probate_request"."type" = 'leaver-light' and "probate_request"."state" in ('requested', 'awaiting_approval', 'approved') and "probate_request"."attempts" = 0 and not (exists (select 1 from "probate_told" where "probate_told"."request" = "probate_request"."id")) and exists (select 1 from "probate_outbox" where "probate_outbox"."run" = 0 - "probate_request"."id" and "probate_outbox"."kind" = 'notice' and starts_with("probate_outbox"."body", '{"notice":"request-received",'))
on conflict do nothing;
commit;
begin isolation level read committed;

-- claim: what a lost run left behind goes back, or has failed too often
update "probate_request"
set "state" = case when "attempts" >= 5 then 'failed' else 'approved' end, "reason" = case when "attempts" >= 5 then coalesce("reason", 'attempts') else "reason" end, "finished" = case when "attempts" >= 5 then floor(extract(epoch from now()))::bigint else "finished" end, "not_before" = floor(extract(epoch from now()))::bigint + case when "attempts" >= 4 then 3600 when "attempts" >= 3 then 600 when "attempts" >= 2 then 60 else 0 end, "token" = null
where "kind" = 'purge' and "type" = 'leaver-light' and "state" = 'running';

-- claim: what names a place that cannot be has failed
update "probate_request"
set "state" = 'failed', "reason" = 'unknown-place', "finished" = floor(extract(epoch from now()))::bigint
where "kind" = 'purge' and "type" = 'leaver-light' and "state" = 'approved' and "place" is distinct from '';

-- claim: fresh requests, at most 50
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = "probate_this_client"()
where "state" in ('approved', 'held') and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'purge' and "type" = 'leaver-light' and ("state" = 'approved' and ("not_before" is null or "not_before" <= floor(extract(epoch from now()))::bigint) or "state" = 'held' and "not_before" <= floor(extract(epoch from now()))::bigint) and "subject" in (select "mdl_user"."id" from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and "mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1 and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true)) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) and "attempts" = 0 order by "id" limit 50) as "chosen");

-- claim: or else the one retry with the fewest attempts
update "probate_request"
set "state" = 'running', "attempts" = "attempts" + 1, "token" = "probate_this_client"()
where "state" in ('approved', 'held') and "id" in (select "id" from (select "id" from "probate_request" where "kind" = 'purge' and "type" = 'leaver-light' and ("state" = 'approved' and ("not_before" is null or "not_before" <= floor(extract(epoch from now()))::bigint) or "state" = 'held' and "not_before" <= floor(extract(epoch from now()))::bigint) and "subject" in (select "mdl_user"."id" from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and "mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1 and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true)) and not ("place" is distinct from '') and not ("origin" in ('automatic', 'self')) order by "attempts", "id" limit 1) as "chosen") and not (exists (select 1 from "probate_request" where "token" = "probate_this_client"() and "state" = 'running'));
commit;

-- the run begins; without a claim everything that follows selects nothing
begin isolation level read committed;
with "made" as (
  insert into "probate_run" ("run", "type", "program", "started")
  select set_config('probate.run', nextval(pg_get_serial_sequence('probate_run', 'run'))::text, true)::bigint, 'leaver-light', 'edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294', floor(extract(epoch from now()))::bigint
  where exists (select 1 from "probate_request" where "token" = "probate_this_client"() and "state" = 'running')
  returning "run"
)
insert into "probate_assert" ("run", "what", "bad")
select "run", 'the end was reached', 1 from "made";

-- decide: the subjects, with their status checked again
insert into "probate_batch" ("run", "subject", "request", "place")
select nullif(current_setting('probate.run', true), '')::bigint, "claimed"."subject", "claimed"."id", "claimed"."place"
from (select "id", "subject", "place" from "probate_request" where "token" = "probate_this_client"() and "state" = 'running' and "type" = 'leaver-light' and not (nullif(current_setting('probate.run', true), '')::bigint is null)) as "claimed"
join "mdl_user" on "claimed"."subject" = "mdl_user"."id"
where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and "mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1 and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true)
order by "claimed"."subject"
for update;
analyze "probate_batch";

-- decide: who left the status since the claim is left alone
update "probate_request"
set "state" = 'approved', "attempts" = "attempts" - 1, "token" = null
where "token" = "probate_this_client"() and "state" = 'running' and not ("id" in (select "request" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)) and not (nullif(current_setting('probate.run', true), '')::bigint is null);

-- decide: the subjects' identifiers `username`, and whether others bear them
insert into "probate_identifier" ("run", "name", "subject", "value", "shared")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 'username', "mdl_user"."id", "mdl_user"."username", case when exists (select 1 from "mdl_user" as "probate_other" where not ("probate_other"."username" is null) and "probate_other"."username" <> '' and not ("probate_other"."username" in ('0')) and "probate_other"."username" collate "C" = "mdl_user"."username" and not ("probate_other"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))) then 1 else 0 end
from "mdl_user"
where not ("mdl_user"."username" is null) and "mdl_user"."username" <> '' and not ("mdl_user"."username" in ('0')) and "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not ("mdl_user"."id" in (0))
union all select "run", 'looked for username', "subject", '', 0 from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: the subjects' identifiers `view.php?id={key}&course=*`, and whether others bear them
insert into "probate_identifier" ("run", "name", "subject", "value", "shared")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 'view.php?id={key}&course=*', "mdl_user"."id", 'view.php?id=' || replace(replace(replace(cast("mdl_user"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') || '&course=' || '%', case when exists (select 1 from "mdl_user" as "probate_other" where not ('view.php?id=' || replace(replace(replace(cast("probate_other"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') || '&course=' || '%' is null) and 'view.php?id=' || replace(replace(replace(cast("probate_other"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') || '&course=' || '%' <> '' and not ('view.php?id=' || replace(replace(replace(cast("probate_other"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') || '&course=' || '%' in ('0')) and ('view.php?id=' || replace(replace(replace(cast("probate_other"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') || '&course=' || '%') collate "C" = 'view.php?id=' || replace(replace(replace(cast("mdl_user"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') || '&course=' || '%' and not ("probate_other"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))) then 1 else 0 end
from "mdl_user"
where not ('view.php?id=' || replace(replace(replace(cast("mdl_user"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') || '&course=' || '%' is null) and 'view.php?id=' || replace(replace(replace(cast("mdl_user"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') || '&course=' || '%' <> '' and not ('view.php?id=' || replace(replace(replace(cast("mdl_user"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') || '&course=' || '%' in ('0')) and "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not ("mdl_user"."id" in (0))
union all select "run", 'looked for view.php?id={key}&course=*', "subject", '', 0 from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: the subjects' identifiers `{key}`, and whether others bear them
insert into "probate_identifier" ("run", "name", "subject", "value", "shared")
select distinct nullif(current_setting('probate.run', true), '')::bigint, '{key}', "mdl_user"."id", cast("mdl_user"."id" as text), case when exists (select 1 from "mdl_user" as "probate_other" where not (cast("probate_other"."id" as text) is null) and cast("probate_other"."id" as text) <> '' and not (cast("probate_other"."id" as text) in ('0')) and (cast("probate_other"."id" as text)) collate "C" = cast("mdl_user"."id" as text) and not ("probate_other"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))) then 1 else 0 end
from "mdl_user"
where not (cast("mdl_user"."id" as text) is null) and cast("mdl_user"."id" as text) <> '' and not (cast("mdl_user"."id" as text) in ('0')) and "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not ("mdl_user"."id" in (0))
union all select "run", 'looked for {key}', "subject", '', 0 from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: the subjects' identifiers `*/user/profile.php?id={key}`, and whether others bear them
insert into "probate_identifier" ("run", "name", "subject", "value", "shared")
select distinct nullif(current_setting('probate.run', true), '')::bigint, '*/user/profile.php?id={key}', "mdl_user"."id", '%' || '/user/profile.php?id=' || replace(replace(replace(cast("mdl_user"."id" as text), '\', '\\'), '%', '\%'), '_', '\_'), case when exists (select 1 from "mdl_user" as "probate_other" where not ('%' || '/user/profile.php?id=' || replace(replace(replace(cast("probate_other"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') is null) and '%' || '/user/profile.php?id=' || replace(replace(replace(cast("probate_other"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') <> '' and not ('%' || '/user/profile.php?id=' || replace(replace(replace(cast("probate_other"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') in ('0')) and ('%' || '/user/profile.php?id=' || replace(replace(replace(cast("probate_other"."id" as text), '\', '\\'), '%', '\%'), '_', '\_')) collate "C" = '%' || '/user/profile.php?id=' || replace(replace(replace(cast("mdl_user"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') and not ("probate_other"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))) then 1 else 0 end
from "mdl_user"
where not ('%' || '/user/profile.php?id=' || replace(replace(replace(cast("mdl_user"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') is null) and '%' || '/user/profile.php?id=' || replace(replace(replace(cast("mdl_user"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') <> '' and not ('%' || '/user/profile.php?id=' || replace(replace(replace(cast("mdl_user"."id" as text), '\', '\\'), '%', '\%'), '_', '\_') in ('0')) and "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not ("mdl_user"."id" in (0))
union all select "run", 'looked for */user/profile.php?id={key}', "subject", '', 0 from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint;
analyze "probate_identifier";

-- decide: core_auth.openid: which rows of mdl_auth_oidc_token (components/account.yaml:153)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 1, "mdl_auth_oidc_token"."id"
from "mdl_auth_oidc_token"
where "mdl_auth_oidc_token"."username" in (select "value" from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "name" = 'username' and "shared" = 0) and "mdl_auth_oidc_token"."userid" = 0
union all select "run", -1, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_blog.comments_received: by what mdl_comments.itemid is found (components/community.yaml:97)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 2, "mdl_post"."id"
from "mdl_post"
where "mdl_post"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -2, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_blog.entries: which rows of mdl_post (components/community.yaml:81)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 3, "mdl_post"."id"
from "mdl_post"
where "mdl_post"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_post"."module" = 'blog' or "mdl_post"."module" = 'blog_external')
union all select "run", -3, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_calendar.events: which rows of mdl_event (components/community.yaml:12)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 4, "mdl_event"."id"
from "mdl_event"
where "mdl_event"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_event"."courseid" = 0 and "mdl_event"."groupid" = 0 and "mdl_event"."categoryid" = 0
union all select "run", -4, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_calendar.events: which rows of mdl_files (components/community.yaml:18)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 5, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_event"."id", "probate_l1_2"."id" from "mdl_event" join "mdl_user" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_event"."userid" join "mdl_context" as "probate_l1_2" on "probate_l1_2"."instanceid" = "probate_l1_1"."id" and "probate_l1_2"."contextlevel" = 30 where "mdl_event"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 4)) and "mdl_files"."component" = 'calendar' and "mdl_files"."filearea" = 'event_description' and "mdl_files"."filename" <> '.'
union all select "run", -5, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_calendar.events: whose bytes may go (components/community.yaml:18)
insert into "probate_text_key" ("run", "capture", "k")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 6, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 5) and not ("mdl_files"."contenthash" is null)
union all select "run", -6, 'captured' from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_calendar.subscriptions: which rows of mdl_event_subscriptions (components/community.yaml:29)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 7, "mdl_event_subscriptions"."id"
from "mdl_event_subscriptions"
where "mdl_event_subscriptions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_event_subscriptions"."eventtype" = 'user'
union all select "run", -7, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_calendar.subscriptions: which rows of mdl_event (components/community.yaml:35)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 8, "mdl_event"."id"
from "mdl_event"
where "mdl_event"."subscriptionid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 7)
union all select "run", -8, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_calendar.subscriptions: those of mdl_event that have such parts (components/community.yaml:35)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 9, "mdl_event"."id"
from "mdl_event"
where "mdl_event"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 8) and "mdl_event"."courseid" = 0 and "mdl_event"."groupid" = 0 and "mdl_event"."categoryid" = 0
union all select "run", -9, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_calendar.subscriptions: which rows of mdl_files (components/community.yaml:18)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 10, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_event"."id", "probate_l1_2"."id" from "mdl_event" join "mdl_user" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_event"."userid" join "mdl_context" as "probate_l1_2" on "probate_l1_2"."instanceid" = "probate_l1_1"."id" and "probate_l1_2"."contextlevel" = 30 where "mdl_event"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 9)) and "mdl_files"."component" = 'calendar' and "mdl_files"."filearea" = 'event_description' and "mdl_files"."filename" <> '.'
union all select "run", -10, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_calendar.subscriptions: whose bytes may go (components/community.yaml:18)
insert into "probate_text_key" ("run", "capture", "k")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 11, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 10) and not ("mdl_files"."contenthash" is null)
union all select "run", -11, 'captured' from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_keys.repositories: which rows of mdl_repository_instances (components/account.yaml:198)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 12, "mdl_repository_instances"."id"
from "mdl_repository_instances"
where "mdl_repository_instances"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -12, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_log.about: which rows of mdl_logstore_standard_log (components/records.yaml:18)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 13, "mdl_logstore_standard_log"."id"
from "mdl_logstore_standard_log"
where "mdl_logstore_standard_log"."relateduserid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -13, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_log.legacy: which rows of mdl_log (components/records.yaml:28)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 14, "mdl_log"."id"
from "mdl_log"
where exists (select 1 from (select "value" as "value" from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "name" = 'view.php?id={key}&course=*' and "shared" = 0) as "probate_value" where "mdl_log"."url" collate "C" like "probate_value"."value") and "mdl_log"."module" = 'user'
union all select "run", -14, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_message.legacy: which rows of mdl_message (components/messaging.yaml:59)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 15, "mdl_message"."id"
from "mdl_message"
where "mdl_message"."useridfrom" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -15, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_message.legacy: which rows of mdl_message_read (components/messaging.yaml:59)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 16, "mdl_message_read"."id"
from "mdl_message_read"
where "mdl_message_read"."useridfrom" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -16, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_message.sent: which rows of mdl_messages (components/messaging.yaml:11)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 17, "mdl_messages"."id"
from "mdl_messages"
where "mdl_messages"."useridfrom" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -17, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_notes.about: which rows of mdl_post (components/community.yaml:48)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 18, "mdl_post"."id"
from "mdl_post"
where "mdl_post"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_post"."module" = 'notes' and "mdl_post"."publishstate" <> 'draft'
union all select "run", -18, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_notes.about: those of mdl_post that have such parts (components/community.yaml:48)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 19, "mdl_post"."id"
from "mdl_post"
where "mdl_post"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 18) and ("mdl_post"."module" = 'blog' or "mdl_post"."module" = 'blog_external')
union all select "run", -19, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_notes.about_personal: which rows of mdl_post (components/community.yaml:59)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 20, "mdl_post"."id"
from "mdl_post"
where "mdl_post"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_post"."module" = 'notes' and "mdl_post"."publishstate" = 'draft'
union all select "run", -20, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_notes.about_personal: those of mdl_post that have such parts (components/community.yaml:59)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 21, "mdl_post"."id"
from "mdl_post"
where "mdl_post"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 20) and ("mdl_post"."module" = 'blog' or "mdl_post"."module" = 'blog_external')
union all select "run", -21, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_notification.about: which rows of mdl_notifications (components/messaging.yaml:86)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 22, "mdl_notifications"."id"
from "mdl_notifications"
where "mdl_notifications"."useridfrom" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -22, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_notification.about: which rows of mdl_notifications (components/messaging.yaml:90)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 23, "mdl_notifications"."id"
from "mdl_notifications"
where exists (select 1 from (select "value" as "value" from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "name" = '*/user/profile.php?id={key}' and "shared" = 0) as "probate_value" where "mdl_notifications"."contexturl" collate "C" like "probate_value"."value")
union all select "run", -23, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_notification.received: which rows of mdl_notifications (components/messaging.yaml:75)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 24, "mdl_notifications"."id"
from "mdl_notifications"
where "mdl_notifications"."useridto" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -24, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_profile.dashboard: which rows of mdl_block_instances (components/profile.yaml:27)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 25, "mdl_block_instances"."id"
from "mdl_block_instances"
where "mdl_block_instances"."parentcontextid" in (select "mdl_context"."id" from "mdl_context" where "mdl_context"."contextlevel" = 30 and "mdl_context"."contextlevel" = 30 and "mdl_context"."instanceid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))
union all select "run", -25, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.description: which rows of mdl_user (components/account.yaml:62, components/account.yaml:125, components/account.yaml:68, components/account.yaml:119)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 26, "mdl_user"."id"
from "mdl_user"
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -26, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.description: which rows of mdl_files (components/account.yaml:63)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 27, "mdl_files"."id"
from "mdl_files"
where "mdl_files"."contextid" in (select "probate_l0_1"."id" from "mdl_user" join "mdl_context" as "probate_l0_1" on "probate_l0_1"."instanceid" = "mdl_user"."id" and "probate_l0_1"."contextlevel" = 30 where "mdl_user"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 26)) and "mdl_files"."component" = 'user' and "mdl_files"."filearea" = 'profile' and "mdl_files"."filename" <> '.'
union all select "run", -27, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.description: whose bytes may go (components/account.yaml:63)
insert into "probate_text_key" ("run", "capture", "k")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 28, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 27) and not ("mdl_files"."contenthash" is null)
union all select "run", -28, 'captured' from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.devices: which rows of mdl_user_devices (components/account.yaml:110)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 29, "mdl_user_devices"."id"
from "mdl_user_devices"
where "mdl_user_devices"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -29, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.draft_files: which rows of mdl_files (components/account.yaml:126)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 30, "mdl_files"."id"
from "mdl_files"
where "mdl_files"."contextid" in (select "probate_l0_1"."id" from "mdl_user" join "mdl_context" as "probate_l0_1" on "probate_l0_1"."instanceid" = "mdl_user"."id" and "probate_l0_1"."contextlevel" = 30 where "mdl_user"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 26)) and "mdl_files"."component" = 'user' and "mdl_files"."filearea" = 'draft' and "mdl_files"."filename" <> '.'
union all select "run", -30, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.draft_files: whose bytes may go (components/account.yaml:126)
insert into "probate_text_key" ("run", "capture", "k")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 31, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 30) and not ("mdl_files"."contenthash" is null)
union all select "run", -31, 'captured' from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.picture: which rows of mdl_files (components/account.yaml:69)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 32, "mdl_files"."id"
from "mdl_files"
where "mdl_files"."contextid" in (select "probate_l0_1"."id" from "mdl_user" join "mdl_context" as "probate_l0_1" on "probate_l0_1"."instanceid" = "mdl_user"."id" and "probate_l0_1"."contextlevel" = 30 where "mdl_user"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 26)) and "mdl_files"."component" = 'user' and "mdl_files"."filearea" = 'icon' and "mdl_files"."filename" <> '.'
union all select "run", -32, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.picture: whose bytes may go (components/account.yaml:69)
insert into "probate_text_key" ("run", "capture", "k")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 33, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 32) and not ("mdl_files"."contenthash" is null)
union all select "run", -33, 'captured' from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.private_files: which rows of mdl_files (components/account.yaml:120)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 34, "mdl_files"."id"
from "mdl_files"
where "mdl_files"."contextid" in (select "probate_l0_1"."id" from "mdl_user" join "mdl_context" as "probate_l0_1" on "probate_l0_1"."instanceid" = "mdl_user"."id" and "probate_l0_1"."contextlevel" = 30 where "mdl_user"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 26)) and "mdl_files"."component" = 'user' and "mdl_files"."filearea" = 'private' and "mdl_files"."filename" <> '.'
union all select "run", -34, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: core_user.private_files: whose bytes may go (components/account.yaml:120)
insert into "probate_text_key" ("run", "capture", "k")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 35, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 34) and not ("mdl_files"."contenthash" is null)
union all select "run", -35, 'captured' from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: mod_feedback.completed: which rows of mdl_feedback_completed (components/activities.yaml:62)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 36, "mdl_feedback_completed"."id"
from "mdl_feedback_completed"
where "mdl_feedback_completed"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -36, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: mod_feedback.unfinished: which rows of mdl_feedback_completedtmp (components/activities.yaml:73)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 37, "mdl_feedback_completedtmp"."id"
from "mdl_feedback_completedtmp"
where "mdl_feedback_completedtmp"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -37, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: mod_forum.posts: which rows of mdl_forum_posts (components/forum.yaml:18, components/forum.yaml:13)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 38, "mdl_forum_posts"."id"
from "mdl_forum_posts"
where "mdl_forum_posts"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -38, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: mod_forum.posts: which rows of mdl_files (components/forum.yaml:18)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 39, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_forum_posts"."id", "probate_l1_4"."id" from "mdl_forum_posts" join "mdl_forum_discussions" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_forum_posts"."discussion" join "mdl_forum" as "probate_l1_2" on "probate_l1_2"."id" = "probate_l1_1"."forum" join "mdl_course_modules" as "probate_l1_3" on "probate_l1_3"."instance" = "probate_l1_2"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_3"."module") = 'forum' join "mdl_context" as "probate_l1_4" on "probate_l1_4"."instanceid" = "probate_l1_3"."id" and "probate_l1_4"."contextlevel" = 70 where "mdl_forum_posts"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 38)) and "mdl_files"."component" = 'mod_forum' and "mdl_files"."filearea" = 'post' and "mdl_files"."filename" <> '.'
union all select "run", -39, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: mod_forum.posts: whose bytes may go (components/forum.yaml:18)
insert into "probate_text_key" ("run", "capture", "k")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 40, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 39) and not ("mdl_files"."contenthash" is null)
union all select "run", -40, 'captured' from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: mod_forum.posts: which rows of mdl_files (components/forum.yaml:17)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 41, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_forum_posts"."id", "probate_l1_4"."id" from "mdl_forum_posts" join "mdl_forum_discussions" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_forum_posts"."discussion" join "mdl_forum" as "probate_l1_2" on "probate_l1_2"."id" = "probate_l1_1"."forum" join "mdl_course_modules" as "probate_l1_3" on "probate_l1_3"."instance" = "probate_l1_2"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_3"."module") = 'forum' join "mdl_context" as "probate_l1_4" on "probate_l1_4"."instanceid" = "probate_l1_3"."id" and "probate_l1_4"."contextlevel" = 70 where "mdl_forum_posts"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 38)) and "mdl_files"."component" = 'mod_forum' and "mdl_files"."filearea" = 'attachment' and "mdl_files"."filename" <> '.'
union all select "run", -41, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: mod_forum.posts: whose bytes may go (components/forum.yaml:17)
insert into "probate_text_key" ("run", "capture", "k")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 42, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 41) and not ("mdl_files"."contenthash" is null)
union all select "run", -42, 'captured' from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: mod_glossary.comments_received: by what mdl_comments.itemid is found (components/activities.yaml:153, components/activities.yaml:148, components/activities.yaml:140)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 43, "mdl_glossary_entries"."id"
from "mdl_glossary_entries"
where "mdl_glossary_entries"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
union all select "run", -43, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: mod_glossary.entries: which rows of mdl_files (components/activities.yaml:148)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 44, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_glossary_entries"."id", "probate_l1_3"."id" from "mdl_glossary_entries" join "mdl_glossary" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_glossary_entries"."glossaryid" join "mdl_course_modules" as "probate_l1_2" on "probate_l1_2"."instance" = "probate_l1_1"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_2"."module") = 'glossary' join "mdl_context" as "probate_l1_3" on "probate_l1_3"."instanceid" = "probate_l1_2"."id" and "probate_l1_3"."contextlevel" = 70 where "mdl_glossary_entries"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 43)) and "mdl_files"."component" = 'mod_glossary' and "mdl_files"."filearea" = 'entry' and "mdl_files"."filename" <> '.'
union all select "run", -44, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: mod_glossary.entries: whose bytes may go (components/activities.yaml:148)
insert into "probate_text_key" ("run", "capture", "k")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 45, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 44) and not ("mdl_files"."contenthash" is null)
union all select "run", -45, 'captured' from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: mod_glossary.entries: which rows of mdl_files (components/activities.yaml:144)
insert into "probate_key" ("run", "capture", "k")
select nullif(current_setting('probate.run', true), '')::bigint, 46, "mdl_files"."id"
from "mdl_files"
where ("mdl_files"."itemid", "mdl_files"."contextid") in (select "mdl_glossary_entries"."id", "probate_l1_3"."id" from "mdl_glossary_entries" join "mdl_glossary" as "probate_l1_1" on "probate_l1_1"."id" = "mdl_glossary_entries"."glossaryid" join "mdl_course_modules" as "probate_l1_2" on "probate_l1_2"."instance" = "probate_l1_1"."id" and (select "probate_1"."name" from "mdl_modules" as "probate_1" where "probate_1"."id" = "probate_l1_2"."module") = 'glossary' join "mdl_context" as "probate_l1_3" on "probate_l1_3"."instanceid" = "probate_l1_2"."id" and "probate_l1_3"."contextlevel" = 70 where "mdl_glossary_entries"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 43)) and "mdl_files"."component" = 'mod_glossary' and "mdl_files"."filearea" = 'attachment' and "mdl_files"."filename" <> '.'
union all select "run", -46, 0 from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- decide: mod_glossary.entries: whose bytes may go (components/activities.yaml:144)
insert into "probate_text_key" ("run", "capture", "k")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 47, "mdl_files"."contenthash"
from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 46) and not ("mdl_files"."contenthash" is null)
union all select "run", -47, 'captured' from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;
analyze "probate_key";
analyze "probate_text_key";

-- outbox: notices `purge-done`, before what they name is gone
insert into "probate_outbox" ("run", "kind", "body", "created")
select nullif(current_setting('probate.run', true), '')::bigint, 'notice', case when replace(lower("mdl_user"."lang" collate "C"), '_', '-') = 'ar' or starts_with(replace(lower("mdl_user"."lang" collate "C"), '_', '-'), 'ar-') then '{"notice":"purge-done","to":"subject","locale":"ar","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"named":{"email":' || to_json(coalesce(cast("mdl_user"."email" as text) collate "C", ''))::text || '},"title":"حُذفت بياناتك","body":"نفّذنا «حساب موقوف»: حُذفت بيانات عنك في الحرم الجامعي.\n\nتُرسل هذه الرسالة إلى ' || left(right(to_json(coalesce(cast("mdl_user"."email" as text) collate "C", ''))::text, -1), -1) || '، العنوان الذي كان لدينا. للأسئلة: privacy@example.edu.\n\nExample University\n"}' when replace(lower("mdl_user"."lang" collate "C"), '_', '-') = 'de' or starts_with(replace(lower("mdl_user"."lang" collate "C"), '_', '-'), 'de-') then '{"notice":"purge-done","to":"subject","locale":"de","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"named":{"email":' || to_json(coalesce(cast("mdl_user"."email" as text) collate "C", ''))::text || '},"title":"Ihre Daten sind gelöscht","body":"Wir haben „Gesperrtes Konto“ ausgeführt: Daten über Sie in Campus sind gelöscht.\n\nDiese Nachricht geht an ' || left(right(to_json(coalesce(cast("mdl_user"."email" as text) collate "C", ''))::text, -1), -1) || ', die Adresse, die wir hatten. Fragen: privacy@example.edu.\n\nExample University\n"}' else '{"notice":"purge-done","to":"subject","locale":"en","request":' || cast("probate_asked"."request" as text) || ',"subject":' || cast("probate_asked"."subject" as text) || ',"named":{"email":' || to_json(coalesce(cast("mdl_user"."email" as text) collate "C", ''))::text || '},"title":"Your data is deleted","body":"We have carried out “Suspended account”: data about you in Campus is deleted.\n\nThis message goes to ' || left(right(to_json(coalesce(cast("mdl_user"."email" as text) collate "C", ''))::text, -1), -1) || ', the address that we had. Questions: privacy@example.edu.\n\nExample University\n"}' end, floor(extract(epoch from now()))::bigint
from (select "request", "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint and not ("request" in (select "request" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "subject" in (select "subject" from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "shared" = 1)))) as "probate_asked"
join "mdl_user" as "mdl_user" on "probate_asked"."subject" = "mdl_user"."id";

-- 1. core_calendar.events: delete mdl_files (components/community.yaml:18)
with "changed" as (
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 5)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 1, 'core_calendar.events', 'delete', 'mdl_files', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 2. core_calendar.subscriptions: delete mdl_files (components/community.yaml:18)
with "changed" as (
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 10)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 2, 'core_calendar.subscriptions', 'delete', 'mdl_files', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 3. core_user.description: delete mdl_files (components/account.yaml:63)
with "changed" as (
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 27)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 3, 'core_user.description', 'delete', 'mdl_files', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 4. core_user.draft_files: delete mdl_files (components/account.yaml:126)
with "changed" as (
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 30)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 4, 'core_user.draft_files', 'delete', 'mdl_files', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 5. core_user.picture: delete mdl_files (components/account.yaml:69)
with "changed" as (
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 32)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 5, 'core_user.picture', 'delete', 'mdl_files', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 6. core_user.private_files: delete mdl_files (components/account.yaml:120)
with "changed" as (
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 34)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 6, 'core_user.private_files', 'delete', 'mdl_files', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 7. mod_forum.posts: delete mdl_files (components/forum.yaml:18)
with "changed" as (
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 39)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 7, 'mod_forum.posts', 'delete', 'mdl_files', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 8. mod_forum.posts: delete mdl_files (components/forum.yaml:17)
with "changed" as (
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 41)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 8, 'mod_forum.posts', 'delete', 'mdl_files', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 9. mod_glossary.entries: delete mdl_files (components/activities.yaml:148)
with "changed" as (
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 44)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 9, 'mod_glossary.entries', 'delete', 'mdl_files', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 10. mod_glossary.entries: delete mdl_files (components/activities.yaml:148)
with "changed" as (
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 44)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 10, 'mod_glossary.entries', 'delete', 'mdl_files', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 11. mod_glossary.entries: delete mdl_files (components/activities.yaml:144)
with "changed" as (
delete from "mdl_files"
where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 46)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 11, 'mod_glossary.entries', 'delete', 'mdl_files', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 12. core_profile.dashboard: delete mdl_block_positions (components/profile.yaml:31)
with "changed" as (
delete from "mdl_block_positions"
where "mdl_block_positions"."blockinstanceid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 25)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 12, 'core_profile.dashboard', 'delete', 'mdl_block_positions', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 13. core_blog.entries: delete mdl_blog_association (components/community.yaml:87)
with "changed" as (
delete from "mdl_blog_association"
where "mdl_blog_association"."blogid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 3)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 13, 'core_blog.entries', 'delete', 'mdl_blog_association', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 14. core_notes.about: delete mdl_blog_association (components/community.yaml:87)
with "changed" as (
delete from "mdl_blog_association"
where "mdl_blog_association"."blogid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 19)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 14, 'core_notes.about', 'delete', 'mdl_blog_association', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 15. core_notes.about_personal: delete mdl_blog_association (components/community.yaml:87)
with "changed" as (
delete from "mdl_blog_association"
where "mdl_blog_association"."blogid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 21)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 15, 'core_notes.about_personal', 'delete', 'mdl_blog_association', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 16. core_calendar.shared_events: detach mdl_event (components/community.yaml:23)
with "changed" as (
update "mdl_event"
set "userid" = 0
where "mdl_event"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and (("mdl_event"."courseid" <> 0 or "mdl_event"."groupid" <> 0) or "mdl_event"."categoryid" <> 0)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 16, 'core_calendar.shared_events', 'detach', 'mdl_event', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 17. core_calendar.events: delete mdl_event (components/community.yaml:12)
with "changed" as (
delete from "mdl_event"
where "mdl_event"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 4)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 17, 'core_calendar.events', 'delete', 'mdl_event', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 18. core_calendar.subscriptions: delete mdl_event (components/community.yaml:35)
with "changed" as (
delete from "mdl_event"
where "mdl_event"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 8)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 18, 'core_calendar.subscriptions', 'delete', 'mdl_event', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 19. mod_feedback.completed: delete mdl_feedback_value (components/activities.yaml:66)
with "changed" as (
delete from "mdl_feedback_value"
where "mdl_feedback_value"."completed" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 36)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 19, 'mod_feedback.completed', 'delete', 'mdl_feedback_value', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 20. mod_feedback.unfinished: delete mdl_feedback_valuetmp (components/activities.yaml:77)
with "changed" as (
delete from "mdl_feedback_valuetmp"
where "mdl_feedback_valuetmp"."completed" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 37)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 20, 'mod_feedback.unfinished', 'delete', 'mdl_feedback_valuetmp', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 21. mod_glossary.entries: delete mdl_glossary_alias (components/activities.yaml:146)
with "changed" as (
delete from "mdl_glossary_alias"
where "mdl_glossary_alias"."entryid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 43)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 21, 'mod_glossary.entries', 'delete', 'mdl_glossary_alias', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 22. mod_glossary.entries: delete mdl_glossary_entries_categories (components/activities.yaml:147)
with "changed" as (
delete from "mdl_glossary_entries_categories"
where "mdl_glossary_entries_categories"."entryid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 43)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 22, 'mod_glossary.entries', 'delete', 'mdl_glossary_entries_categories', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 23. core_user.devices: delete mdl_message_airnotifier_devices (components/account.yaml:114)
with "changed" as (
delete from "mdl_message_airnotifier_devices"
where "mdl_message_airnotifier_devices"."userdeviceid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 29)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 23, 'core_user.devices', 'delete', 'mdl_message_airnotifier_devices', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 24. core_message.reading: delete mdl_message_email_messages (components/messaging.yaml:30)
with "changed" as (
delete from "mdl_message_email_messages"
where "mdl_message_email_messages"."useridto" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 24, 'core_message.reading', 'delete', 'mdl_message_email_messages', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 25. core_message.sent: delete mdl_message_email_messages (components/messaging.yaml:15)
with "changed" as (
delete from "mdl_message_email_messages"
where "mdl_message_email_messages"."messageid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 17)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 25, 'core_message.sent', 'delete', 'mdl_message_email_messages', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 26. core_notification.received: delete mdl_message_popup_notifications (components/messaging.yaml:80)
with "changed" as (
delete from "mdl_message_popup_notifications"
where "mdl_message_popup_notifications"."notificationid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 24)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 26, 'core_notification.received', 'delete', 'mdl_message_popup_notifications', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 27. core_message.reading: delete mdl_message_user_actions (components/messaging.yaml:29)
with "changed" as (
delete from "mdl_message_user_actions"
where "mdl_message_user_actions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 27, 'core_message.reading', 'delete', 'mdl_message_user_actions', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 28. core_message.sent: delete mdl_message_user_actions (components/messaging.yaml:15)
with "changed" as (
delete from "mdl_message_user_actions"
where "mdl_message_user_actions"."messageid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 17)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 28, 'core_message.sent', 'delete', 'mdl_message_user_actions', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 29. core_keys.repositories: delete mdl_repository_instance_config (components/account.yaml:202)
with "changed" as (
delete from "mdl_repository_instance_config"
where "mdl_repository_instance_config"."instanceid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 12)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 29, 'core_keys.repositories', 'delete', 'mdl_repository_instance_config', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 30. core_log.predictions: delete mdl_analytics_prediction_actions (components/records.yaml:65)
with "changed" as (
delete from "mdl_analytics_prediction_actions"
where "mdl_analytics_prediction_actions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 30, 'core_log.predictions', 'delete', 'mdl_analytics_prediction_actions', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 31. core_auth.linked_logins: delete mdl_auth_lti_linked_login (components/account.yaml:145)
with "changed" as (
delete from "mdl_auth_lti_linked_login"
where "mdl_auth_lti_linked_login"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 31, 'core_auth.linked_logins', 'delete', 'mdl_auth_lti_linked_login', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 32. core_auth.linked_logins: detach mdl_auth_oauth2_linked_login (components/account.yaml:144)
with "changed" as (
update "mdl_auth_oauth2_linked_login"
set "usermodified" = 0
where "mdl_auth_oauth2_linked_login"."usermodified" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 32, 'core_auth.linked_logins', 'detach', 'mdl_auth_oauth2_linked_login', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 33. core_auth.linked_logins: delete mdl_auth_oauth2_linked_login (components/account.yaml:143)
with "changed" as (
delete from "mdl_auth_oauth2_linked_login"
where "mdl_auth_oauth2_linked_login"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 33, 'core_auth.linked_logins', 'delete', 'mdl_auth_oauth2_linked_login', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 34. core_auth.openid: delete mdl_auth_oidc_prevlogin (components/account.yaml:159)
with "changed" as (
delete from "mdl_auth_oidc_prevlogin"
where "mdl_auth_oidc_prevlogin"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 34, 'core_auth.openid', 'delete', 'mdl_auth_oidc_prevlogin', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 35. core_auth.openid: overwrite mdl_auth_oidc_token (components/account.yaml:153)
with "changed" as (
update "mdl_auth_oidc_token"
set "oidcuniqid" = '', "username" = '', "oidcusername" = '', "authcode" = '', "token" = '', "refreshtoken" = '', "idtoken" = ''
where "mdl_auth_oidc_token"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 1)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 35, 'core_auth.openid', 'overwrite', 'mdl_auth_oidc_token', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 36. core_auth.openid: delete mdl_auth_oidc_token (components/account.yaml:151)
with "changed" as (
delete from "mdl_auth_oidc_token"
where "mdl_auth_oidc_token"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 36, 'core_auth.openid', 'delete', 'mdl_auth_oidc_token', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 37. core_profile.dashboard: delete mdl_block_instances (components/profile.yaml:27)
with "changed" as (
delete from "mdl_block_instances"
where "mdl_block_instances"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 25)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 37, 'core_profile.dashboard', 'delete', 'mdl_block_instances', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 38. core_log.activity: delete mdl_block_recent_activity (components/records.yaml:39)
with "changed" as (
delete from "mdl_block_recent_activity"
where "mdl_block_recent_activity"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 38, 'core_log.activity', 'delete', 'mdl_block_recent_activity', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 39. core_profile.recent_items: delete mdl_block_recentlyaccesseditems (components/profile.yaml:42)
with "changed" as (
delete from "mdl_block_recentlyaccesseditems"
where "mdl_block_recentlyaccesseditems"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 39, 'core_profile.recent_items', 'delete', 'mdl_block_recentlyaccesseditems', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 40. core_profile.feeds: delete mdl_block_rss_client (components/profile.yaml:57)
with "changed" as (
delete from "mdl_block_rss_client"
where "mdl_block_rss_client"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 40, 'core_profile.feeds', 'delete', 'mdl_block_rss_client', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 41. core_profile.todo: delete mdl_block_todo (components/profile.yaml:52)
with "changed" as (
delete from "mdl_block_todo"
where "mdl_block_todo"."usermodified" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 41, 'core_profile.todo', 'delete', 'mdl_block_todo', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 42. core_blog.external: delete mdl_blog_external (components/community.yaml:92)
with "changed" as (
delete from "mdl_blog_external"
where "mdl_blog_external"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 42, 'core_blog.external', 'delete', 'mdl_blog_external', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 43. core_log.cache: delete mdl_cache_flags (components/records.yaml:60)
with "changed" as (
delete from "mdl_cache_flags"
where "mdl_cache_flags"."name" in (select "value" from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "name" = '{key}' and "shared" = 0) and "mdl_cache_flags"."flagtype" = 'accesslib/dirtyusers'
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 43, 'core_log.cache', 'delete', 'mdl_cache_flags', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 44. mod_chat.messages: delete mdl_chat_messages (components/activities.yaml:109)
with "changed" as (
delete from "mdl_chat_messages"
where "mdl_chat_messages"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 44, 'mod_chat.messages', 'delete', 'mdl_chat_messages', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 45. mod_chat.messages: delete mdl_chat_messages_current (components/activities.yaml:109)
with "changed" as (
delete from "mdl_chat_messages_current"
where "mdl_chat_messages_current"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 45, 'mod_chat.messages', 'delete', 'mdl_chat_messages_current', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 46. mod_chat.sessions: delete mdl_chat_users (components/activities.yaml:115)
with "changed" as (
delete from "mdl_chat_users"
where "mdl_chat_users"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 46, 'mod_chat.sessions', 'delete', 'mdl_chat_users', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 47. mod_choice.answers: delete mdl_choice_answers (components/activities.yaml:127)
with "changed" as (
delete from "mdl_choice_answers"
where "mdl_choice_answers"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 47, 'mod_choice.answers', 'delete', 'mdl_choice_answers', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 48. core_blog.comments_received: overwrite mdl_comments (components/community.yaml:97)
with "changed" as (
update "mdl_comments"
set "content" = ''
where "mdl_comments"."itemid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 2) and "mdl_comments"."component" = 'blog'
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 48, 'core_blog.comments_received', 'overwrite', 'mdl_comments', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 49. mod_glossary.comments_received: overwrite mdl_comments (components/activities.yaml:153)
with "changed" as (
update "mdl_comments"
set "content" = ''
where "mdl_comments"."itemid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 43) and "mdl_comments"."component" = 'mod_glossary' and "mdl_comments"."commentarea" = 'glossary_entry'
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 49, 'mod_glossary.comments_received', 'overwrite', 'mdl_comments', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 50. core_comment.comments: delete mdl_comments (components/community.yaml:108)
with "changed" as (
delete from "mdl_comments"
where "mdl_comments"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 50, 'core_comment.comments', 'delete', 'mdl_comments', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 51. core_user.course_requests: delete mdl_course_request (components/account.yaml:131)
with "changed" as (
delete from "mdl_course_request"
where "mdl_course_request"."requester" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 51, 'core_user.course_requests', 'delete', 'mdl_course_request', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 52. core_profile.autosaves: delete mdl_editor_atto_autosave (components/profile.yaml:62)
with "changed" as (
delete from "mdl_editor_atto_autosave"
where "mdl_editor_atto_autosave"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 52, 'core_profile.autosaves', 'delete', 'mdl_editor_atto_autosave', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 53. core_calendar.subscriptions: detach mdl_event_subscriptions (components/community.yaml:36)
with "changed" as (
update "mdl_event_subscriptions"
set "userid" = 0
where "mdl_event_subscriptions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_event_subscriptions"."eventtype" <> 'user'
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 53, 'core_calendar.subscriptions', 'detach', 'mdl_event_subscriptions', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 54. core_calendar.subscriptions: delete mdl_event_subscriptions (components/community.yaml:29)
with "changed" as (
delete from "mdl_event_subscriptions"
where "mdl_event_subscriptions"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 7)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 54, 'core_calendar.subscriptions', 'delete', 'mdl_event_subscriptions', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 55. core_keys.services: delete mdl_external_services_users (components/account.yaml:182)
with "changed" as (
delete from "mdl_external_services_users"
where "mdl_external_services_users"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 55, 'core_keys.services', 'delete', 'mdl_external_services_users', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 56. core_keys.tokens: detach mdl_external_tokens (components/account.yaml:177)
with "changed" as (
update "mdl_external_tokens"
set "creatorid" = 0
where "mdl_external_tokens"."creatorid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 56, 'core_keys.tokens', 'detach', 'mdl_external_tokens', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 57. core_keys.tokens: delete mdl_external_tokens (components/account.yaml:176)
with "changed" as (
delete from "mdl_external_tokens"
where "mdl_external_tokens"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 57, 'core_keys.tokens', 'delete', 'mdl_external_tokens', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 58. core_profile.favourites: delete mdl_favourite (components/profile.yaml:36)
with "changed" as (
delete from "mdl_favourite"
where "mdl_favourite"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 58, 'core_profile.favourites', 'delete', 'mdl_favourite', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 59. mod_feedback.completed: delete mdl_feedback_completed (components/activities.yaml:62)
with "changed" as (
delete from "mdl_feedback_completed"
where "mdl_feedback_completed"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 36)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 59, 'mod_feedback.completed', 'delete', 'mdl_feedback_completed', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 60. mod_feedback.unfinished: delete mdl_feedback_completedtmp (components/activities.yaml:73)
with "changed" as (
delete from "mdl_feedback_completedtmp"
where "mdl_feedback_completedtmp"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 37)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 60, 'mod_feedback.unfinished', 'delete', 'mdl_feedback_completedtmp', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 61. mod_forum.subscriptions: delete mdl_forum_digests (components/forum.yaml:36)
with "changed" as (
delete from "mdl_forum_digests"
where "mdl_forum_digests"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 61, 'mod_forum.subscriptions', 'delete', 'mdl_forum_digests', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 62. mod_forum.subscriptions: delete mdl_forum_discussion_subs (components/forum.yaml:35)
with "changed" as (
delete from "mdl_forum_discussion_subs"
where "mdl_forum_discussion_subs"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 62, 'mod_forum.subscriptions', 'delete', 'mdl_forum_discussion_subs', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 63. mod_forum.discussions: detach mdl_forum_discussions (components/forum.yaml:27)
with "changed" as (
update "mdl_forum_discussions"
set "usermodified" = 0
where "mdl_forum_discussions"."usermodified" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 63, 'mod_forum.discussions', 'detach', 'mdl_forum_discussions', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 64. mod_forum.discussions: overwrite mdl_forum_discussions (components/forum.yaml:26)
with "changed" as (
update "mdl_forum_discussions"
set "name" = ''
where "mdl_forum_discussions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 64, 'mod_forum.discussions', 'overwrite', 'mdl_forum_discussions', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 65. mod_forum.posts: detach mdl_forum_posts (components/forum.yaml:19)
with "changed" as (
update "mdl_forum_posts"
set "privatereplyto" = 0
where "mdl_forum_posts"."privatereplyto" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 65, 'mod_forum.posts', 'detach', 'mdl_forum_posts', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 66. mod_forum.posts: overwrite mdl_forum_posts (components/forum.yaml:13)
with "changed" as (
update "mdl_forum_posts"
set "subject" = '', "message" = '', "attachment" = '', "deleted" = 1, "wordcount" = null, "charcount" = null
where "mdl_forum_posts"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 38)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 66, 'mod_forum.posts', 'overwrite', 'mdl_forum_posts', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 67. mod_forum.queue: delete mdl_forum_queue (components/forum.yaml:49)
with "changed" as (
delete from "mdl_forum_queue"
where "mdl_forum_queue"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 67, 'mod_forum.queue', 'delete', 'mdl_forum_queue', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 68. mod_forum.tracking: delete mdl_forum_read (components/forum.yaml:43)
with "changed" as (
delete from "mdl_forum_read"
where "mdl_forum_read"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 68, 'mod_forum.tracking', 'delete', 'mdl_forum_read', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 69. mod_forum.subscriptions: delete mdl_forum_subscriptions (components/forum.yaml:34)
with "changed" as (
delete from "mdl_forum_subscriptions"
where "mdl_forum_subscriptions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 69, 'mod_forum.subscriptions', 'delete', 'mdl_forum_subscriptions', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 70. mod_forum.tracking: delete mdl_forum_track_prefs (components/forum.yaml:44)
with "changed" as (
delete from "mdl_forum_track_prefs"
where "mdl_forum_track_prefs"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 70, 'mod_forum.tracking', 'delete', 'mdl_forum_track_prefs', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 71. mod_glossary.entries: delete mdl_glossary_entries (components/activities.yaml:140)
with "changed" as (
delete from "mdl_glossary_entries"
where "mdl_glossary_entries"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 43)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 71, 'mod_glossary.entries', 'delete', 'mdl_glossary_entries', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 72. core_files.infected: delete mdl_infected_files (components/records.yaml:118)
with "changed" as (
delete from "mdl_infected_files"
where "mdl_infected_files"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 72, 'core_files.infected', 'delete', 'mdl_infected_files', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 73. core_log.legacy: overwrite mdl_log (components/records.yaml:28)
with "changed" as (
update "mdl_log"
set "url" = '', "info" = ''
where "mdl_log"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 14)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 73, 'core_log.legacy', 'overwrite', 'mdl_log', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 74. core_log.legacy: delete mdl_log (components/records.yaml:27)
with "changed" as (
delete from "mdl_log"
where "mdl_log"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 74, 'core_log.legacy', 'delete', 'mdl_log', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 75. core_log.about: detach mdl_logstore_standard_log (components/records.yaml:21)
with "changed" as (
update "mdl_logstore_standard_log"
set "contextinstanceid" = 0
where "mdl_logstore_standard_log"."contextinstanceid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextlevel" = 30
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 75, 'core_log.about', 'detach', 'mdl_logstore_standard_log', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 76. core_log.about: overwrite mdl_logstore_standard_log (components/records.yaml:18)
with "changed" as (
update "mdl_logstore_standard_log"
set "relateduserid" = null, "other" = null
where "mdl_logstore_standard_log"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 13)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 76, 'core_log.about', 'overwrite', 'mdl_logstore_standard_log', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 77. core_log.about: detach mdl_logstore_standard_log (components/records.yaml:19)
with "changed" as (
update "mdl_logstore_standard_log"
set "realuserid" = null
where "mdl_logstore_standard_log"."realuserid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 77, 'core_log.about', 'detach', 'mdl_logstore_standard_log', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 78. core_log.about: detach mdl_logstore_standard_log (components/records.yaml:20)
with "changed" as (
update "mdl_logstore_standard_log"
set "objectid" = null
where "mdl_logstore_standard_log"."objectid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objecttable" = 'user'
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 78, 'core_log.about', 'detach', 'mdl_logstore_standard_log', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 79. core_log.actions: delete mdl_logstore_standard_log (components/records.yaml:11)
with "changed" as (
delete from "mdl_logstore_standard_log"
where "mdl_logstore_standard_log"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 79, 'core_log.actions', 'delete', 'mdl_logstore_standard_log', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 80. core_message.legacy: detach mdl_message (components/messaging.yaml:63)
with "changed" as (
update "mdl_message"
set "useridto" = 0
where "mdl_message"."useridto" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 80, 'core_message.legacy', 'detach', 'mdl_message', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 81. core_message.legacy: overwrite mdl_message (components/messaging.yaml:59)
with "changed" as (
update "mdl_message"
set "useridfrom" = 0, "subject" = null, "fullmessage" = null, "fullmessagehtml" = null, "smallmessage" = null, "contexturl" = null, "contexturlname" = null
where "mdl_message"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 15)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 81, 'core_message.legacy', 'overwrite', 'mdl_message', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 82. core_message.contacts: delete mdl_message_contact_requests (components/messaging.yaml:45)
with "changed" as (
delete from "mdl_message_contact_requests"
where "mdl_message_contact_requests"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 82, 'core_message.contacts', 'delete', 'mdl_message_contact_requests', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 83. core_message.contacts: delete mdl_message_contacts (components/messaging.yaml:43)
with "changed" as (
delete from "mdl_message_contacts"
where "mdl_message_contacts"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 83, 'core_message.contacts', 'delete', 'mdl_message_contacts', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 84. core_message.conversations: delete mdl_message_conversation_actions (components/messaging.yaml:37)
with "changed" as (
delete from "mdl_message_conversation_actions"
where "mdl_message_conversation_actions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 84, 'core_message.conversations', 'delete', 'mdl_message_conversation_actions', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 85. core_message.conversations: delete mdl_message_conversation_members (components/messaging.yaml:36)
with "changed" as (
delete from "mdl_message_conversation_members"
where "mdl_message_conversation_members"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 85, 'core_message.conversations', 'delete', 'mdl_message_conversation_members', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 86. core_message.legacy: overwrite mdl_message_read (components/messaging.yaml:59)
with "changed" as (
update "mdl_message_read"
set "useridfrom" = 0, "subject" = null, "fullmessage" = null, "fullmessagehtml" = null, "smallmessage" = null, "contexturl" = null, "contexturlname" = null
where "mdl_message_read"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 16)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 86, 'core_message.legacy', 'overwrite', 'mdl_message_read', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 87. core_message.legacy: detach mdl_message_read (components/messaging.yaml:63)
with "changed" as (
update "mdl_message_read"
set "useridto" = 0
where "mdl_message_read"."useridto" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 87, 'core_message.legacy', 'detach', 'mdl_message_read', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 88. core_message.blocked: delete mdl_message_users_blocked (components/messaging.yaml:52)
with "changed" as (
delete from "mdl_message_users_blocked"
where "mdl_message_users_blocked"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 88, 'core_message.blocked', 'delete', 'mdl_message_users_blocked', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 89. core_auth.mail_addresses: delete mdl_messageinbound_messagelist (components/account.yaml:164)
with "changed" as (
delete from "mdl_messageinbound_messagelist"
where "mdl_messageinbound_messagelist"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 89, 'core_auth.mail_addresses', 'delete', 'mdl_messageinbound_messagelist', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 90. core_message.sent: delete mdl_messages (components/messaging.yaml:11)
with "changed" as (
delete from "mdl_messages"
where "mdl_messages"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 17)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 90, 'core_message.sent', 'delete', 'mdl_messages', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 91. core_log.network: delete mdl_mnet_log (components/records.yaml:33)
with "changed" as (
delete from "mdl_mnet_log"
where "mdl_mnet_log"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 91, 'core_log.network', 'delete', 'mdl_mnet_log', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 92. core_user.sessions: delete mdl_mnet_session (components/account.yaml:104)
with "changed" as (
delete from "mdl_mnet_session"
where "mdl_mnet_session"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 92, 'core_user.sessions', 'delete', 'mdl_mnet_session', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 93. core_profile.dashboard: delete mdl_my_pages (components/profile.yaml:26)
with "changed" as (
delete from "mdl_my_pages"
where "mdl_my_pages"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 93, 'core_profile.dashboard', 'delete', 'mdl_my_pages', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 94. core_notification.about: overwrite mdl_notifications (components/messaging.yaml:86)
with "changed" as (
update "mdl_notifications"
set "useridfrom" = 0, "subject" = null, "fullmessage" = null, "fullmessagehtml" = null, "smallmessage" = null, "contexturlname" = null, "customdata" = null
where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 22)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 94, 'core_notification.about', 'overwrite', 'mdl_notifications', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 95. core_notification.about: overwrite mdl_notifications (components/messaging.yaml:90)
with "changed" as (
update "mdl_notifications"
set "contexturl" = null, "contexturlname" = null
where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 23)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 95, 'core_notification.about', 'overwrite', 'mdl_notifications', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 96. core_notification.received: delete mdl_notifications (components/messaging.yaml:75)
with "changed" as (
delete from "mdl_notifications"
where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 24)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 96, 'core_notification.received', 'delete', 'mdl_notifications', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 97. core_keys.refresh_tokens: delete mdl_oauth2_refresh_token (components/account.yaml:192)
with "changed" as (
delete from "mdl_oauth2_refresh_token"
where "mdl_oauth2_refresh_token"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 97, 'core_keys.refresh_tokens', 'delete', 'mdl_oauth2_refresh_token', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 98. core_profile.portfolio: delete mdl_portfolio_instance_user (components/profile.yaml:68)
with "changed" as (
delete from "mdl_portfolio_instance_user"
where "mdl_portfolio_instance_user"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 98, 'core_profile.portfolio', 'delete', 'mdl_portfolio_instance_user', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 99. core_profile.portfolio: delete mdl_portfolio_log (components/profile.yaml:69)
with "changed" as (
delete from "mdl_portfolio_log"
where "mdl_portfolio_log"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 99, 'core_profile.portfolio', 'delete', 'mdl_portfolio_log', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 100. core_profile.portfolio: delete mdl_portfolio_tempdata (components/profile.yaml:70)
with "changed" as (
delete from "mdl_portfolio_tempdata"
where "mdl_portfolio_tempdata"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 100, 'core_profile.portfolio', 'delete', 'mdl_portfolio_tempdata', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 101. core_notes.written: detach mdl_post (components/community.yaml:69)
with "changed" as (
update "mdl_post"
set "usermodified" = null
where "mdl_post"."usermodified" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_post"."module" = 'notes'
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 101, 'core_notes.written', 'detach', 'mdl_post', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 102. core_blog.entries: delete mdl_post (components/community.yaml:81)
with "changed" as (
delete from "mdl_post"
where "mdl_post"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 3)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 102, 'core_blog.entries', 'delete', 'mdl_post', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 103. core_notes.about: delete mdl_post (components/community.yaml:48)
with "changed" as (
delete from "mdl_post"
where "mdl_post"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 18)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 103, 'core_notes.about', 'delete', 'mdl_post', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 104. core_notes.about_personal: delete mdl_post (components/community.yaml:59)
with "changed" as (
delete from "mdl_post"
where "mdl_post"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 20)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 104, 'core_notes.about_personal', 'delete', 'mdl_post', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 105. core_rating.given: delete mdl_rating (components/community.yaml:119)
with "changed" as (
delete from "mdl_rating"
where "mdl_rating"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 105, 'core_rating.given', 'delete', 'mdl_rating', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 106. core_keys.repositories: delete mdl_repository_instances (components/account.yaml:198)
with "changed" as (
delete from "mdl_repository_instances"
where "mdl_repository_instances"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 12)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 106, 'core_keys.repositories', 'delete', 'mdl_repository_instances', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 107. core_search.texts: detach mdl_search_simpledb_index (components/records.yaml:101)
with "changed" as (
update "mdl_search_simpledb_index"
set "userid" = null
where "mdl_search_simpledb_index"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 107, 'core_search.texts', 'detach', 'mdl_search_simpledb_index', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 108. core_search.texts: overwrite mdl_search_simpledb_index (components/records.yaml:97)
with "changed" as (
update "mdl_search_simpledb_index"
set "title" = null, "content" = null, "description1" = null, "description2" = null
where "mdl_search_simpledb_index"."owneruserid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 108, 'core_search.texts', 'overwrite', 'mdl_search_simpledb_index', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 109. core_user.sessions: delete mdl_sessions (components/account.yaml:103)
with "changed" as (
delete from "mdl_sessions"
where "mdl_sessions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 109, 'core_user.sessions', 'delete', 'mdl_sessions', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 110. core_log.statistics: delete mdl_stats_user_daily (components/records.yaml:46)
with "changed" as (
delete from "mdl_stats_user_daily"
where "mdl_stats_user_daily"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 110, 'core_log.statistics', 'delete', 'mdl_stats_user_daily', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 111. core_log.statistics: delete mdl_stats_user_monthly (components/records.yaml:46)
with "changed" as (
delete from "mdl_stats_user_monthly"
where "mdl_stats_user_monthly"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 111, 'core_log.statistics', 'delete', 'mdl_stats_user_monthly', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 112. core_log.statistics: delete mdl_stats_user_weekly (components/records.yaml:46)
with "changed" as (
delete from "mdl_stats_user_weekly"
where "mdl_stats_user_weekly"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 112, 'core_log.statistics', 'delete', 'mdl_stats_user_weekly', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 113. mod_survey.analysis: delete mdl_survey_analysis (components/activities.yaml:96)
with "changed" as (
delete from "mdl_survey_analysis"
where "mdl_survey_analysis"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 113, 'mod_survey.analysis', 'delete', 'mdl_survey_analysis', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 114. mod_survey.answers: delete mdl_survey_answers (components/activities.yaml:90)
with "changed" as (
delete from "mdl_survey_answers"
where "mdl_survey_answers"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 114, 'mod_survey.answers', 'delete', 'mdl_survey_answers', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 115. core_profile.interests: delete mdl_tag_instance (components/profile.yaml:20)
with "changed" as (
delete from "mdl_tag_instance"
where "mdl_tag_instance"."itemid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_tag_instance"."component" = 'core' and "mdl_tag_instance"."itemtype" = 'user' and "mdl_tag_instance"."component" = 'core' and "mdl_tag_instance"."itemtype" = 'user'
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 115, 'core_profile.interests', 'delete', 'mdl_tag_instance', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 116. core_profile.autosaves: delete mdl_tiny_autosave (components/profile.yaml:62)
with "changed" as (
delete from "mdl_tiny_autosave"
where "mdl_tiny_autosave"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 116, 'core_profile.autosaves', 'delete', 'mdl_tiny_autosave', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 117. tool_monitor.subscriptions: delete mdl_tool_monitor_history (components/records.yaml:78)
with "changed" as (
delete from "mdl_tool_monitor_history"
where "mdl_tool_monitor_history"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 117, 'tool_monitor.subscriptions', 'delete', 'mdl_tool_monitor_history', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 118. tool_monitor.subscriptions: detach mdl_tool_monitor_rules (components/records.yaml:79)
with "changed" as (
update "mdl_tool_monitor_rules"
set "userid" = 0
where "mdl_tool_monitor_rules"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 118, 'tool_monitor.subscriptions', 'detach', 'mdl_tool_monitor_rules', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 119. tool_monitor.subscriptions: delete mdl_tool_monitor_subscriptions (components/records.yaml:77)
with "changed" as (
delete from "mdl_tool_monitor_subscriptions"
where "mdl_tool_monitor_subscriptions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 119, 'tool_monitor.subscriptions', 'delete', 'mdl_tool_monitor_subscriptions', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 120. core_user.devices: delete mdl_user_devices (components/account.yaml:110)
with "changed" as (
delete from "mdl_user_devices"
where "mdl_user_devices"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 29)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 120, 'core_user.devices', 'delete', 'mdl_user_devices', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 121. core_profile.fields: delete mdl_user_info_data (components/profile.yaml:10)
with "changed" as (
delete from "mdl_user_info_data"
where "mdl_user_info_data"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and (select "probate_1"."visible" from "mdl_user_info_field" as "probate_1" where "probate_1"."id" = "mdl_user_info_data"."fieldid") <> 0
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 121, 'core_profile.fields', 'delete', 'mdl_user_info_data', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 122. core_profile.hidden_fields: delete mdl_user_info_data (components/profile.yaml:15)
with "changed" as (
delete from "mdl_user_info_data"
where "mdl_user_info_data"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and (select "probate_1"."visible" from "mdl_user_info_field" as "probate_1" where "probate_1"."id" = "mdl_user_info_data"."fieldid") = 0
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 122, 'core_profile.hidden_fields', 'delete', 'mdl_user_info_data', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 123. core_user.password_history: delete mdl_user_password_history (components/account.yaml:91)
with "changed" as (
delete from "mdl_user_password_history"
where "mdl_user_password_history"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 123, 'core_user.password_history', 'delete', 'mdl_user_password_history', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 124. core_user.password: delete mdl_user_password_resets (components/account.yaml:86)
with "changed" as (
delete from "mdl_user_password_resets"
where "mdl_user_password_resets"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 124, 'core_user.password', 'delete', 'mdl_user_password_resets', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 125. core_preferences.editor: delete mdl_user_preferences (components/profile.yaml:82)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('atto\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('filemanager\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('filepicker\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('htmleditor' || '%'))
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 125, 'core_preferences.editor', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 126. core_preferences.forum: delete mdl_user_preferences (components/profile.yaml:97)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('forum\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('markasreadonnotification' || '%'))
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 126, 'core_preferences.forum', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 127. core_preferences.login: delete mdl_user_preferences (components/profile.yaml:108)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and (((starts_with("mdl_user_preferences"."name", 'login_') or starts_with("mdl_user_preferences"."name", 'auth_')) or starts_with("mdl_user_preferences"."name", 'create_password')) or starts_with("mdl_user_preferences"."name", 'tool_mobile_'))
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 127, 'core_preferences.login', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 128. core_preferences.messaging: delete mdl_user_preferences (components/profile.yaml:87)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('core\_message\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('email\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('message\_' || '%'))
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 128, 'core_preferences.messaging', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 129. core_preferences.other: delete mdl_user_preferences (components/profile.yaml:128)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not ((((((((((((((((((((((((((((((((((((starts_with("mdl_user_preferences"."name", 'htmleditor') or starts_with("mdl_user_preferences"."name", 'atto_')) or starts_with("mdl_user_preferences"."name", 'filepicker_')) or starts_with("mdl_user_preferences"."name", 'filemanager_')) or starts_with("mdl_user_preferences"."name", 'message_')) or starts_with("mdl_user_preferences"."name", 'core_message_')) or starts_with("mdl_user_preferences"."name", 'email_')) or starts_with("mdl_user_preferences"."name", 'user_home_')) or starts_with("mdl_user_preferences"."name", 'drawer-')) or starts_with("mdl_user_preferences"."name", 'block')) or starts_with("mdl_user_preferences"."name", 'docked_')) or starts_with("mdl_user_preferences"."name", 'calendar_')) or starts_with("mdl_user_preferences"."name", 'coursecat_')) or starts_with("mdl_user_preferences"."name", 'coursesectionspreferences')) or starts_with("mdl_user_preferences"."name", 'flextable_')) or starts_with("mdl_user_preferences"."name", 'tool_usertours_')) or starts_with("mdl_user_preferences"."name", 'accessibilitystyles_')) or starts_with("mdl_user_preferences"."name", 'forum_')) or starts_with("mdl_user_preferences"."name", 'markasreadonnotification')) or starts_with("mdl_user_preferences"."name", 'assign_')) or starts_with("mdl_user_preferences"."name", 'assignment_')) or starts_with("mdl_user_preferences"."name", 'workshop')) or starts_with("mdl_user_preferences"."name", 'quiz_')) or starts_with("mdl_user_preferences"."name", 'lesson_')) or starts_with("mdl_user_preferences"."name", 'scorm_')) or starts_with("mdl_user_preferences"."name", 'grade_report_')) or starts_with("mdl_user_preferences"."name", 'gradereport_')) or starts_with("mdl_user_preferences"."name", 'gradingform_')) or starts_with("mdl_user_preferences"."name", 'qtype_')) or starts_with("mdl_user_preferences"."name", 'data_perpage_')) or starts_with("mdl_user_preferences"."name", 'login_')) or starts_with("mdl_user_preferences"."name", 'auth_')) or starts_with("mdl_user_preferences"."name", 'create_password')) or starts_with("mdl_user_preferences"."name", 'tool_mobile_')) or starts_with("mdl_user_preferences"."name", 'repository_')) or starts_with("mdl_user_preferences"."name", 'flickr_')) or starts_with("mdl_user_preferences"."name", 'badges_email_'))
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 129, 'core_preferences.other', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 130. core_preferences.pages: delete mdl_user_preferences (components/profile.yaml:92)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('accessibilitystyles\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('block' || '%') or "mdl_user_preferences"."name" collate "C" like ('calendar\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('coursecat\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('coursesectionspreferences' || '%') or "mdl_user_preferences"."name" collate "C" like ('docked\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('drawer-' || '%') or "mdl_user_preferences"."name" collate "C" like ('flextable\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('tool\_usertours\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('user\_home\_' || '%'))
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 130, 'core_preferences.pages', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 131. core_preferences.secrets: delete mdl_user_preferences (components/profile.yaml:118)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ((starts_with("mdl_user_preferences"."name", 'repository_') or starts_with("mdl_user_preferences"."name", 'flickr_')) or starts_with("mdl_user_preferences"."name", 'badges_email_'))
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 131, 'core_preferences.secrets', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 132. core_preferences.teaching: delete mdl_user_preferences (components/profile.yaml:102)
with "changed" as (
delete from "mdl_user_preferences"
where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('assign\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('assignment\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('data\_perpage\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('grade\_report\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('gradereport\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('gradingform\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('lesson\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('qtype\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('quiz\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('scorm\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('workshop' || '%'))
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 132, 'core_preferences.teaching', 'delete', 'mdl_user_preferences', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 133. core_keys.private_keys: delete mdl_user_private_key (components/account.yaml:187)
with "changed" as (
delete from "mdl_user_private_key"
where "mdl_user_private_key"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 133, 'core_keys.private_keys', 'delete', 'mdl_user_private_key', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 134. core_user.additional_names: empty mdl_user (components/account.yaml:26)
with "changed" as (
update "mdl_user"
set "lastnamephonetic" = null, "firstnamephonetic" = null, "middlename" = null, "alternatename" = null
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 134, 'core_user.additional_names', 'empty', 'mdl_user', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 135. core_user.address: empty mdl_user (components/account.yaml:52)
with "changed" as (
update "mdl_user"
set "address" = '', "city" = '', "country" = ''
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 135, 'core_user.address', 'empty', 'mdl_user', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 136. core_user.description: empty mdl_user (components/account.yaml:62)
with "changed" as (
update "mdl_user"
set "description" = null, "moodlenetprofile" = null
where "mdl_user"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 26)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 136, 'core_user.description', 'empty', 'mdl_user', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 137. core_user.password: overwrite mdl_user (components/account.yaml:85)
with "changed" as (
update "mdl_user"
set "password" = '', "secret" = ''
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 137, 'core_user.password', 'overwrite', 'mdl_user', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 138. core_user.phones: empty mdl_user (components/account.yaml:47)
with "changed" as (
update "mdl_user"
set "phone1" = '', "phone2" = ''
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 138, 'core_user.phones', 'empty', 'mdl_user', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 139. core_user.picture: empty mdl_user (components/account.yaml:68)
with "changed" as (
update "mdl_user"
set "picture" = 0, "imagealt" = null
where "mdl_user"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 26)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 139, 'core_user.picture', 'empty', 'mdl_user', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 140. core_user.settings: overwrite mdl_user (components/account.yaml:75)
with "changed" as (
update "mdl_user"
set "emailstop" = 0, "lang" = 'en', "calendartype" = 'gregorian', "theme" = '', "timezone" = '99', "mailformat" = 1, "maildigest" = 0, "maildisplay" = 2, "autosubscribe" = 1, "trackforums" = 0
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 140, 'core_user.settings', 'overwrite', 'mdl_user', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- 141. core_user.workplace: empty mdl_user (components/account.yaml:57)
with "changed" as (
update "mdl_user"
set "institution" = null, "department" = null
where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
returning 1
)
insert into "probate_result" ("run", "step", "item", "action", "table_name", "changed")
select "run", 141, 'core_user.workplace', 'empty', 'mdl_user', (select count(*) from "changed") from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- outbox: bytes that no file has any more
insert into "probate_outbox" ("run", "kind", "body", "created")
select distinct nullif(current_setting('probate.run', true), '')::bigint, 'file', substr("probate_text_key"."k", 1, 2) || '/' || substr("probate_text_key"."k", 3, 2) || '/' || "probate_text_key"."k", floor(extract(epoch from now()))::bigint
from "probate_text_key"
where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" in (6, 11, 28, 31, 33, 35, 40, 42, 45, 47) and not (exists (select 1 from "mdl_files" where "mdl_files"."contenthash" = "probate_text_key"."k"));

-- residue: nothing that was decided may be left
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 1 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 5))),
  ('residue of step 2 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 10))),
  ('residue of step 3 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 27))),
  ('residue of step 4 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 30))),
  ('residue of step 5 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 32))),
  ('residue of step 6 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 34))),
  ('residue of step 7 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 39))),
  ('residue of step 8 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 41))),
  ('residue of step 9 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 44))),
  ('residue of step 10 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 44))),
  ('residue of step 11 (delete mdl_files)', (select count(*) from "mdl_files" where "mdl_files"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 46))),
  ('residue of step 12 (delete mdl_block_positions)', (select count(*) from "mdl_block_positions" where "mdl_block_positions"."blockinstanceid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 25))),
  ('residue of step 13 (delete mdl_blog_association)', (select count(*) from "mdl_blog_association" where "mdl_blog_association"."blogid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 3))),
  ('residue of step 14 (delete mdl_blog_association)', (select count(*) from "mdl_blog_association" where "mdl_blog_association"."blogid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 19))),
  ('residue of step 15 (delete mdl_blog_association)', (select count(*) from "mdl_blog_association" where "mdl_blog_association"."blogid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 21))),
  ('residue of step 16 (detach mdl_event)', (select count(*) from "mdl_event" where "mdl_event"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and (("mdl_event"."courseid" <> 0 or "mdl_event"."groupid" <> 0) or "mdl_event"."categoryid" <> 0))),
  ('residue of step 17 (delete mdl_event)', (select count(*) from "mdl_event" where "mdl_event"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 4))),
  ('residue of step 18 (delete mdl_event)', (select count(*) from "mdl_event" where "mdl_event"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 8))),
  ('residue of step 19 (delete mdl_feedback_value)', (select count(*) from "mdl_feedback_value" where "mdl_feedback_value"."completed" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 36))),
  ('residue of step 20 (delete mdl_feedback_valuetmp)', (select count(*) from "mdl_feedback_valuetmp" where "mdl_feedback_valuetmp"."completed" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 37))),
  ('residue of step 21 (delete mdl_glossary_alias)', (select count(*) from "mdl_glossary_alias" where "mdl_glossary_alias"."entryid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 43))),
  ('residue of step 22 (delete mdl_glossary_entries_categories)', (select count(*) from "mdl_glossary_entries_categories" where "mdl_glossary_entries_categories"."entryid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 43))),
  ('residue of step 23 (delete mdl_message_airnotifier_devices)', (select count(*) from "mdl_message_airnotifier_devices" where "mdl_message_airnotifier_devices"."userdeviceid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 29))),
  ('residue of step 24 (delete mdl_message_email_messages)', (select count(*) from "mdl_message_email_messages" where "mdl_message_email_messages"."useridto" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 25 (delete mdl_message_email_messages)', (select count(*) from "mdl_message_email_messages" where "mdl_message_email_messages"."messageid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 17))),
  ('residue of step 26 (delete mdl_message_popup_notifications)', (select count(*) from "mdl_message_popup_notifications" where "mdl_message_popup_notifications"."notificationid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 24))),
  ('residue of step 27 (delete mdl_message_user_actions)', (select count(*) from "mdl_message_user_actions" where "mdl_message_user_actions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 28 (delete mdl_message_user_actions)', (select count(*) from "mdl_message_user_actions" where "mdl_message_user_actions"."messageid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 17))),
  ('residue of step 29 (delete mdl_repository_instance_config)', (select count(*) from "mdl_repository_instance_config" where "mdl_repository_instance_config"."instanceid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 12))),
  ('residue of step 30 (delete mdl_analytics_prediction_actions)', (select count(*) from "mdl_analytics_prediction_actions" where "mdl_analytics_prediction_actions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 31 (delete mdl_auth_lti_linked_login)', (select count(*) from "mdl_auth_lti_linked_login" where "mdl_auth_lti_linked_login"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 32 (detach mdl_auth_oauth2_linked_login)', (select count(*) from "mdl_auth_oauth2_linked_login" where "mdl_auth_oauth2_linked_login"."usermodified" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 33 (delete mdl_auth_oauth2_linked_login)', (select count(*) from "mdl_auth_oauth2_linked_login" where "mdl_auth_oauth2_linked_login"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 34 (delete mdl_auth_oidc_prevlogin)', (select count(*) from "mdl_auth_oidc_prevlogin" where "mdl_auth_oidc_prevlogin"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 35 (overwrite mdl_auth_oidc_token)', (select count(*) from "mdl_auth_oidc_token" where "mdl_auth_oidc_token"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 1) and ("mdl_auth_oidc_token"."oidcuniqid" is distinct from '' or "mdl_auth_oidc_token"."username" is distinct from '' or "mdl_auth_oidc_token"."oidcusername" is distinct from '' or "mdl_auth_oidc_token"."authcode" is distinct from '' or "mdl_auth_oidc_token"."token" is distinct from '' or "mdl_auth_oidc_token"."refreshtoken" is distinct from '' or "mdl_auth_oidc_token"."idtoken" is distinct from ''))),
  ('residue of step 36 (delete mdl_auth_oidc_token)', (select count(*) from "mdl_auth_oidc_token" where "mdl_auth_oidc_token"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 37 (delete mdl_block_instances)', (select count(*) from "mdl_block_instances" where "mdl_block_instances"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 25))),
  ('residue of step 38 (delete mdl_block_recent_activity)', (select count(*) from "mdl_block_recent_activity" where "mdl_block_recent_activity"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 39 (delete mdl_block_recentlyaccesseditems)', (select count(*) from "mdl_block_recentlyaccesseditems" where "mdl_block_recentlyaccesseditems"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 40 (delete mdl_block_rss_client)', (select count(*) from "mdl_block_rss_client" where "mdl_block_rss_client"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 41 (delete mdl_block_todo)', (select count(*) from "mdl_block_todo" where "mdl_block_todo"."usermodified" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 42 (delete mdl_blog_external)', (select count(*) from "mdl_blog_external" where "mdl_blog_external"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 43 (delete mdl_cache_flags)', (select count(*) from "mdl_cache_flags" where "mdl_cache_flags"."name" in (select "value" from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "name" = '{key}' and "shared" = 0) and "mdl_cache_flags"."flagtype" = 'accesslib/dirtyusers')),
  ('residue of step 44 (delete mdl_chat_messages)', (select count(*) from "mdl_chat_messages" where "mdl_chat_messages"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 45 (delete mdl_chat_messages_current)', (select count(*) from "mdl_chat_messages_current" where "mdl_chat_messages_current"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 46 (delete mdl_chat_users)', (select count(*) from "mdl_chat_users" where "mdl_chat_users"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 47 (delete mdl_choice_answers)', (select count(*) from "mdl_choice_answers" where "mdl_choice_answers"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 48 (overwrite mdl_comments)', (select count(*) from "mdl_comments" where "mdl_comments"."itemid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 2) and "mdl_comments"."component" = 'blog' and "mdl_comments"."content" is distinct from '')),
  ('residue of step 49 (overwrite mdl_comments)', (select count(*) from "mdl_comments" where "mdl_comments"."itemid" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 43) and "mdl_comments"."component" = 'mod_glossary' and "mdl_comments"."commentarea" = 'glossary_entry' and "mdl_comments"."content" is distinct from '')),
  ('residue of step 50 (delete mdl_comments)', (select count(*) from "mdl_comments" where "mdl_comments"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)))
) as "found" on 1 = 1
where "run" = nullif(current_setting('probate.run', true), '')::bigint;
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 51 (delete mdl_course_request)', (select count(*) from "mdl_course_request" where "mdl_course_request"."requester" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 52 (delete mdl_editor_atto_autosave)', (select count(*) from "mdl_editor_atto_autosave" where "mdl_editor_atto_autosave"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 53 (detach mdl_event_subscriptions)', (select count(*) from "mdl_event_subscriptions" where "mdl_event_subscriptions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_event_subscriptions"."eventtype" <> 'user')),
  ('residue of step 54 (delete mdl_event_subscriptions)', (select count(*) from "mdl_event_subscriptions" where "mdl_event_subscriptions"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 7))),
  ('residue of step 55 (delete mdl_external_services_users)', (select count(*) from "mdl_external_services_users" where "mdl_external_services_users"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 56 (detach mdl_external_tokens)', (select count(*) from "mdl_external_tokens" where "mdl_external_tokens"."creatorid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 57 (delete mdl_external_tokens)', (select count(*) from "mdl_external_tokens" where "mdl_external_tokens"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 58 (delete mdl_favourite)', (select count(*) from "mdl_favourite" where "mdl_favourite"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 59 (delete mdl_feedback_completed)', (select count(*) from "mdl_feedback_completed" where "mdl_feedback_completed"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 36))),
  ('residue of step 59 (delete mdl_feedback_completed, looked for again)', (select count(*) from "mdl_feedback_completed" where "mdl_feedback_completed"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 60 (delete mdl_feedback_completedtmp)', (select count(*) from "mdl_feedback_completedtmp" where "mdl_feedback_completedtmp"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 37))),
  ('residue of step 60 (delete mdl_feedback_completedtmp, looked for again)', (select count(*) from "mdl_feedback_completedtmp" where "mdl_feedback_completedtmp"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 61 (delete mdl_forum_digests)', (select count(*) from "mdl_forum_digests" where "mdl_forum_digests"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 62 (delete mdl_forum_discussion_subs)', (select count(*) from "mdl_forum_discussion_subs" where "mdl_forum_discussion_subs"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 63 (detach mdl_forum_discussions)', (select count(*) from "mdl_forum_discussions" where "mdl_forum_discussions"."usermodified" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 64 (overwrite mdl_forum_discussions)', (select count(*) from "mdl_forum_discussions" where "mdl_forum_discussions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_forum_discussions"."name" is distinct from '')),
  ('residue of step 65 (detach mdl_forum_posts)', (select count(*) from "mdl_forum_posts" where "mdl_forum_posts"."privatereplyto" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 66 (overwrite mdl_forum_posts)', (select count(*) from "mdl_forum_posts" where "mdl_forum_posts"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 38) and ("mdl_forum_posts"."subject" is distinct from '' or "mdl_forum_posts"."message" is distinct from '' or "mdl_forum_posts"."attachment" is distinct from '' or "mdl_forum_posts"."deleted" is distinct from 1 or "mdl_forum_posts"."wordcount" is distinct from null or "mdl_forum_posts"."charcount" is distinct from null))),
  ('residue of step 66 (overwrite mdl_forum_posts, looked for again)', (select count(*) from "mdl_forum_posts" where "mdl_forum_posts"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_forum_posts"."subject" is distinct from '' or "mdl_forum_posts"."message" is distinct from '' or "mdl_forum_posts"."attachment" is distinct from '' or "mdl_forum_posts"."deleted" is distinct from 1 or "mdl_forum_posts"."wordcount" is distinct from null or "mdl_forum_posts"."charcount" is distinct from null))),
  ('residue of step 67 (delete mdl_forum_queue)', (select count(*) from "mdl_forum_queue" where "mdl_forum_queue"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 68 (delete mdl_forum_read)', (select count(*) from "mdl_forum_read" where "mdl_forum_read"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 69 (delete mdl_forum_subscriptions)', (select count(*) from "mdl_forum_subscriptions" where "mdl_forum_subscriptions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 70 (delete mdl_forum_track_prefs)', (select count(*) from "mdl_forum_track_prefs" where "mdl_forum_track_prefs"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 71 (delete mdl_glossary_entries)', (select count(*) from "mdl_glossary_entries" where "mdl_glossary_entries"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 43))),
  ('residue of step 71 (delete mdl_glossary_entries, looked for again)', (select count(*) from "mdl_glossary_entries" where "mdl_glossary_entries"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 72 (delete mdl_infected_files)', (select count(*) from "mdl_infected_files" where "mdl_infected_files"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 73 (overwrite mdl_log)', (select count(*) from "mdl_log" where "mdl_log"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 14) and ("mdl_log"."url" is distinct from '' or "mdl_log"."info" is distinct from ''))),
  ('residue of step 74 (delete mdl_log)', (select count(*) from "mdl_log" where "mdl_log"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 75 (detach mdl_logstore_standard_log)', (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."contextinstanceid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_logstore_standard_log"."contextlevel" = 30 and "mdl_logstore_standard_log"."contextlevel" = 30)),
  ('residue of step 76 (overwrite mdl_logstore_standard_log)', (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 13) and ("mdl_logstore_standard_log"."relateduserid" is distinct from null or "mdl_logstore_standard_log"."other" is distinct from null))),
  ('residue of step 76 (overwrite mdl_logstore_standard_log, looked for again)', (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."relateduserid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_logstore_standard_log"."relateduserid" is distinct from null or "mdl_logstore_standard_log"."other" is distinct from null))),
  ('residue of step 77 (detach mdl_logstore_standard_log)', (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."realuserid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 78 (detach mdl_logstore_standard_log)', (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."objectid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_logstore_standard_log"."objecttable" = 'user' and "mdl_logstore_standard_log"."objecttable" = 'user')),
  ('residue of step 79 (delete mdl_logstore_standard_log)', (select count(*) from "mdl_logstore_standard_log" where "mdl_logstore_standard_log"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 80 (detach mdl_message)', (select count(*) from "mdl_message" where "mdl_message"."useridto" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 81 (overwrite mdl_message)', (select count(*) from "mdl_message" where "mdl_message"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 15) and ("mdl_message"."useridfrom" is distinct from 0 or "mdl_message"."subject" is distinct from null or "mdl_message"."fullmessage" is distinct from null or "mdl_message"."fullmessagehtml" is distinct from null or "mdl_message"."smallmessage" is distinct from null or "mdl_message"."contexturl" is distinct from null or "mdl_message"."contexturlname" is distinct from null))),
  ('residue of step 81 (overwrite mdl_message, looked for again)', (select count(*) from "mdl_message" where "mdl_message"."useridfrom" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_message"."useridfrom" is distinct from 0 or "mdl_message"."subject" is distinct from null or "mdl_message"."fullmessage" is distinct from null or "mdl_message"."fullmessagehtml" is distinct from null or "mdl_message"."smallmessage" is distinct from null or "mdl_message"."contexturl" is distinct from null or "mdl_message"."contexturlname" is distinct from null))),
  ('residue of step 82 (delete mdl_message_contact_requests)', (select count(*) from "mdl_message_contact_requests" where "mdl_message_contact_requests"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 83 (delete mdl_message_contacts)', (select count(*) from "mdl_message_contacts" where "mdl_message_contacts"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 84 (delete mdl_message_conversation_actions)', (select count(*) from "mdl_message_conversation_actions" where "mdl_message_conversation_actions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 85 (delete mdl_message_conversation_members)', (select count(*) from "mdl_message_conversation_members" where "mdl_message_conversation_members"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 86 (overwrite mdl_message_read)', (select count(*) from "mdl_message_read" where "mdl_message_read"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 16) and ("mdl_message_read"."useridfrom" is distinct from 0 or "mdl_message_read"."subject" is distinct from null or "mdl_message_read"."fullmessage" is distinct from null or "mdl_message_read"."fullmessagehtml" is distinct from null or "mdl_message_read"."smallmessage" is distinct from null or "mdl_message_read"."contexturl" is distinct from null or "mdl_message_read"."contexturlname" is distinct from null))),
  ('residue of step 86 (overwrite mdl_message_read, looked for again)', (select count(*) from "mdl_message_read" where "mdl_message_read"."useridfrom" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_message_read"."useridfrom" is distinct from 0 or "mdl_message_read"."subject" is distinct from null or "mdl_message_read"."fullmessage" is distinct from null or "mdl_message_read"."fullmessagehtml" is distinct from null or "mdl_message_read"."smallmessage" is distinct from null or "mdl_message_read"."contexturl" is distinct from null or "mdl_message_read"."contexturlname" is distinct from null))),
  ('residue of step 87 (detach mdl_message_read)', (select count(*) from "mdl_message_read" where "mdl_message_read"."useridto" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 88 (delete mdl_message_users_blocked)', (select count(*) from "mdl_message_users_blocked" where "mdl_message_users_blocked"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 89 (delete mdl_messageinbound_messagelist)', (select count(*) from "mdl_messageinbound_messagelist" where "mdl_messageinbound_messagelist"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 90 (delete mdl_messages)', (select count(*) from "mdl_messages" where "mdl_messages"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 17))),
  ('residue of step 90 (delete mdl_messages, looked for again)', (select count(*) from "mdl_messages" where "mdl_messages"."useridfrom" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 91 (delete mdl_mnet_log)', (select count(*) from "mdl_mnet_log" where "mdl_mnet_log"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 92 (delete mdl_mnet_session)', (select count(*) from "mdl_mnet_session" where "mdl_mnet_session"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)))
) as "found" on 1 = 1
where "run" = nullif(current_setting('probate.run', true), '')::bigint;
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 93 (delete mdl_my_pages)', (select count(*) from "mdl_my_pages" where "mdl_my_pages"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 94 (overwrite mdl_notifications)', (select count(*) from "mdl_notifications" where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 22) and ("mdl_notifications"."useridfrom" is distinct from 0 or "mdl_notifications"."subject" is distinct from null or "mdl_notifications"."fullmessage" is distinct from null or "mdl_notifications"."fullmessagehtml" is distinct from null or "mdl_notifications"."smallmessage" is distinct from null or "mdl_notifications"."contexturlname" is distinct from null or "mdl_notifications"."customdata" is distinct from null))),
  ('residue of step 94 (overwrite mdl_notifications, looked for again)', (select count(*) from "mdl_notifications" where "mdl_notifications"."useridfrom" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_notifications"."useridfrom" is distinct from 0 or "mdl_notifications"."subject" is distinct from null or "mdl_notifications"."fullmessage" is distinct from null or "mdl_notifications"."fullmessagehtml" is distinct from null or "mdl_notifications"."smallmessage" is distinct from null or "mdl_notifications"."contexturlname" is distinct from null or "mdl_notifications"."customdata" is distinct from null))),
  ('residue of step 95 (overwrite mdl_notifications)', (select count(*) from "mdl_notifications" where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 23) and ("mdl_notifications"."contexturl" is distinct from null or "mdl_notifications"."contexturlname" is distinct from null))),
  ('residue of step 95 (overwrite mdl_notifications, looked for again)', (select count(*) from "mdl_notifications" where exists (select 1 from (select "value" as "value" from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "name" = '*/user/profile.php?id={key}' and "shared" = 0) as "probate_value" where "mdl_notifications"."contexturl" collate "C" like "probate_value"."value") and ("mdl_notifications"."contexturl" is distinct from null or "mdl_notifications"."contexturlname" is distinct from null))),
  ('residue of step 96 (delete mdl_notifications)', (select count(*) from "mdl_notifications" where "mdl_notifications"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 24))),
  ('residue of step 96 (delete mdl_notifications, looked for again)', (select count(*) from "mdl_notifications" where "mdl_notifications"."useridto" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 97 (delete mdl_oauth2_refresh_token)', (select count(*) from "mdl_oauth2_refresh_token" where "mdl_oauth2_refresh_token"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 98 (delete mdl_portfolio_instance_user)', (select count(*) from "mdl_portfolio_instance_user" where "mdl_portfolio_instance_user"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 99 (delete mdl_portfolio_log)', (select count(*) from "mdl_portfolio_log" where "mdl_portfolio_log"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 100 (delete mdl_portfolio_tempdata)', (select count(*) from "mdl_portfolio_tempdata" where "mdl_portfolio_tempdata"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 101 (detach mdl_post)', (select count(*) from "mdl_post" where "mdl_post"."usermodified" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_post"."module" = 'notes')),
  ('residue of step 102 (delete mdl_post)', (select count(*) from "mdl_post" where "mdl_post"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 3))),
  ('residue of step 103 (delete mdl_post)', (select count(*) from "mdl_post" where "mdl_post"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 18))),
  ('residue of step 104 (delete mdl_post)', (select count(*) from "mdl_post" where "mdl_post"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 20))),
  ('residue of step 105 (delete mdl_rating)', (select count(*) from "mdl_rating" where "mdl_rating"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 106 (delete mdl_repository_instances)', (select count(*) from "mdl_repository_instances" where "mdl_repository_instances"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 12))),
  ('residue of step 106 (delete mdl_repository_instances, looked for again)', (select count(*) from "mdl_repository_instances" where "mdl_repository_instances"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 107 (detach mdl_search_simpledb_index)', (select count(*) from "mdl_search_simpledb_index" where "mdl_search_simpledb_index"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 108 (overwrite mdl_search_simpledb_index)', (select count(*) from "mdl_search_simpledb_index" where "mdl_search_simpledb_index"."owneruserid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_search_simpledb_index"."title" is distinct from null or "mdl_search_simpledb_index"."content" is distinct from null or "mdl_search_simpledb_index"."description1" is distinct from null or "mdl_search_simpledb_index"."description2" is distinct from null))),
  ('residue of step 109 (delete mdl_sessions)', (select count(*) from "mdl_sessions" where "mdl_sessions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 110 (delete mdl_stats_user_daily)', (select count(*) from "mdl_stats_user_daily" where "mdl_stats_user_daily"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 111 (delete mdl_stats_user_monthly)', (select count(*) from "mdl_stats_user_monthly" where "mdl_stats_user_monthly"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 112 (delete mdl_stats_user_weekly)', (select count(*) from "mdl_stats_user_weekly" where "mdl_stats_user_weekly"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 113 (delete mdl_survey_analysis)', (select count(*) from "mdl_survey_analysis" where "mdl_survey_analysis"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 114 (delete mdl_survey_answers)', (select count(*) from "mdl_survey_answers" where "mdl_survey_answers"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 115 (delete mdl_tag_instance)', (select count(*) from "mdl_tag_instance" where "mdl_tag_instance"."itemid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and "mdl_tag_instance"."component" = 'core' and "mdl_tag_instance"."itemtype" = 'user' and "mdl_tag_instance"."component" = 'core' and "mdl_tag_instance"."itemtype" = 'user')),
  ('residue of step 116 (delete mdl_tiny_autosave)', (select count(*) from "mdl_tiny_autosave" where "mdl_tiny_autosave"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 117 (delete mdl_tool_monitor_history)', (select count(*) from "mdl_tool_monitor_history" where "mdl_tool_monitor_history"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 118 (detach mdl_tool_monitor_rules)', (select count(*) from "mdl_tool_monitor_rules" where "mdl_tool_monitor_rules"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 119 (delete mdl_tool_monitor_subscriptions)', (select count(*) from "mdl_tool_monitor_subscriptions" where "mdl_tool_monitor_subscriptions"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 120 (delete mdl_user_devices)', (select count(*) from "mdl_user_devices" where "mdl_user_devices"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 29))),
  ('residue of step 120 (delete mdl_user_devices, looked for again)', (select count(*) from "mdl_user_devices" where "mdl_user_devices"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 121 (delete mdl_user_info_data)', (select count(*) from "mdl_user_info_data" where "mdl_user_info_data"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and (select "probate_1"."visible" from "mdl_user_info_field" as "probate_1" where "probate_1"."id" = "mdl_user_info_data"."fieldid") <> 0)),
  ('residue of step 122 (delete mdl_user_info_data)', (select count(*) from "mdl_user_info_data" where "mdl_user_info_data"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and (select "probate_1"."visible" from "mdl_user_info_field" as "probate_1" where "probate_1"."id" = "mdl_user_info_data"."fieldid") = 0)),
  ('residue of step 123 (delete mdl_user_password_history)', (select count(*) from "mdl_user_password_history" where "mdl_user_password_history"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 124 (delete mdl_user_password_resets)', (select count(*) from "mdl_user_password_resets" where "mdl_user_password_resets"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 125 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('atto\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('filemanager\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('filepicker\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('htmleditor' || '%')))),
  ('residue of step 126 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('forum\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('markasreadonnotification' || '%')))),
  ('residue of step 127 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and (((starts_with("mdl_user_preferences"."name", 'login_') or starts_with("mdl_user_preferences"."name", 'auth_')) or starts_with("mdl_user_preferences"."name", 'create_password')) or starts_with("mdl_user_preferences"."name", 'tool_mobile_')))),
  ('residue of step 128 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('core\_message\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('email\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('message\_' || '%')))),
  ('residue of step 129 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and not ((((((((((((((((((((((((((((((((((((starts_with("mdl_user_preferences"."name", 'htmleditor') or starts_with("mdl_user_preferences"."name", 'atto_')) or starts_with("mdl_user_preferences"."name", 'filepicker_')) or starts_with("mdl_user_preferences"."name", 'filemanager_')) or starts_with("mdl_user_preferences"."name", 'message_')) or starts_with("mdl_user_preferences"."name", 'core_message_')) or starts_with("mdl_user_preferences"."name", 'email_')) or starts_with("mdl_user_preferences"."name", 'user_home_')) or starts_with("mdl_user_preferences"."name", 'drawer-')) or starts_with("mdl_user_preferences"."name", 'block')) or starts_with("mdl_user_preferences"."name", 'docked_')) or starts_with("mdl_user_preferences"."name", 'calendar_')) or starts_with("mdl_user_preferences"."name", 'coursecat_')) or starts_with("mdl_user_preferences"."name", 'coursesectionspreferences')) or starts_with("mdl_user_preferences"."name", 'flextable_')) or starts_with("mdl_user_preferences"."name", 'tool_usertours_')) or starts_with("mdl_user_preferences"."name", 'accessibilitystyles_')) or starts_with("mdl_user_preferences"."name", 'forum_')) or starts_with("mdl_user_preferences"."name", 'markasreadonnotification')) or starts_with("mdl_user_preferences"."name", 'assign_')) or starts_with("mdl_user_preferences"."name", 'assignment_')) or starts_with("mdl_user_preferences"."name", 'workshop')) or starts_with("mdl_user_preferences"."name", 'quiz_')) or starts_with("mdl_user_preferences"."name", 'lesson_')) or starts_with("mdl_user_preferences"."name", 'scorm_')) or starts_with("mdl_user_preferences"."name", 'grade_report_')) or starts_with("mdl_user_preferences"."name", 'gradereport_')) or starts_with("mdl_user_preferences"."name", 'gradingform_')) or starts_with("mdl_user_preferences"."name", 'qtype_')) or starts_with("mdl_user_preferences"."name", 'data_perpage_')) or starts_with("mdl_user_preferences"."name", 'login_')) or starts_with("mdl_user_preferences"."name", 'auth_')) or starts_with("mdl_user_preferences"."name", 'create_password')) or starts_with("mdl_user_preferences"."name", 'tool_mobile_')) or starts_with("mdl_user_preferences"."name", 'repository_')) or starts_with("mdl_user_preferences"."name", 'flickr_')) or starts_with("mdl_user_preferences"."name", 'badges_email_')))),
  ('residue of step 130 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('accessibilitystyles\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('block' || '%') or "mdl_user_preferences"."name" collate "C" like ('calendar\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('coursecat\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('coursesectionspreferences' || '%') or "mdl_user_preferences"."name" collate "C" like ('docked\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('drawer-' || '%') or "mdl_user_preferences"."name" collate "C" like ('flextable\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('tool\_usertours\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('user\_home\_' || '%')))),
  ('residue of step 131 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ((starts_with("mdl_user_preferences"."name", 'repository_') or starts_with("mdl_user_preferences"."name", 'flickr_')) or starts_with("mdl_user_preferences"."name", 'badges_email_')))),
  ('residue of step 132 (delete mdl_user_preferences)', (select count(*) from "mdl_user_preferences" where "mdl_user_preferences"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user_preferences"."name" collate "C" like ('assign\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('assignment\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('data\_perpage\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('grade\_report\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('gradereport\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('gradingform\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('lesson\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('qtype\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('quiz\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('scorm\_' || '%') or "mdl_user_preferences"."name" collate "C" like ('workshop' || '%')))),
  ('residue of step 133 (delete mdl_user_private_key)', (select count(*) from "mdl_user_private_key" where "mdl_user_private_key"."userid" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint))),
  ('residue of step 134 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user"."lastnamephonetic" is distinct from null or "mdl_user"."firstnamephonetic" is distinct from null or "mdl_user"."middlename" is distinct from null or "mdl_user"."alternatename" is distinct from null))),
  ('residue of step 135 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user"."address" is distinct from '' or "mdl_user"."city" is distinct from '' or "mdl_user"."country" is distinct from ''))),
  ('residue of step 136 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 26) and ("mdl_user"."description" is distinct from null or "mdl_user"."moodlenetprofile" is distinct from null))),
  ('residue of step 136 (empty mdl_user, looked for again)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user"."description" is distinct from null or "mdl_user"."moodlenetprofile" is distinct from null)))
) as "found" on 1 = 1
where "run" = nullif(current_setting('probate.run', true), '')::bigint;
insert into "probate_check" ("run", "what", "bad")
select "probate_run"."run", "found"."column1", "found"."column2"
from "probate_run"
join (values
  ('residue of step 137 (overwrite mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user"."password" is distinct from '' or "mdl_user"."secret" is distinct from ''))),
  ('residue of step 138 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user"."phone1" is distinct from '' or "mdl_user"."phone2" is distinct from ''))),
  ('residue of step 139 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "k" from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" = 26) and ("mdl_user"."picture" is distinct from 0 or "mdl_user"."imagealt" is distinct from null))),
  ('residue of step 139 (empty mdl_user, looked for again)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user"."picture" is distinct from 0 or "mdl_user"."imagealt" is distinct from null))),
  ('residue of step 140 (overwrite mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user"."emailstop" is distinct from 0 or "mdl_user"."lang" is distinct from 'en' or "mdl_user"."calendartype" is distinct from 'gregorian' or "mdl_user"."theme" is distinct from '' or "mdl_user"."timezone" is distinct from '99' or "mdl_user"."mailformat" is distinct from 1 or "mdl_user"."maildigest" is distinct from 0 or "mdl_user"."maildisplay" is distinct from 2 or "mdl_user"."autosubscribe" is distinct from 1 or "mdl_user"."trackforums" is distinct from 0))),
  ('residue of step 141 (empty mdl_user)', (select count(*) from "mdl_user" where "mdl_user"."id" in (select "subject" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) and ("mdl_user"."institution" is distinct from null or "mdl_user"."department" is distinct from null))),
  ('captures in probate_key', 37 - (select count(*) from "probate_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" < 0)),
  ('captures in probate_text_key', 10 - (select count(*) from "probate_text_key" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "capture" < 0)),
  ('identifiers username captured', (select count(*) from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) - (select count(*) from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "name" = 'looked for username')),
  ('identifiers view.php?id={key}&course=* captured', (select count(*) from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) - (select count(*) from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "name" = 'looked for view.php?id={key}&course=*')),
  ('identifiers {key} captured', (select count(*) from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) - (select count(*) from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "name" = 'looked for {key}')),
  ('identifiers */user/profile.php?id={key} captured', (select count(*) from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint) - (select count(*) from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "name" = 'looked for */user/profile.php?id={key}'))
) as "found" on 1 = 1
where "run" = nullif(current_setting('probate.run', true), '')::bigint;

-- the ledger, the requests, the run
insert into "probate_ledger" ("run", "request", "type", "program", "at")
select "run", "request", 'leaver-light', 'edd5810b0c4a73c610dd3dbcea44d1b5e54bdab94651d27fed068f1992c37294', floor(extract(epoch from now()))::bigint
from "probate_batch"
where "run" = nullif(current_setting('probate.run', true), '')::bigint
order by "subject";
update "probate_request"
set "state" = case when "id" in (select "request" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "subject" in (select "subject" from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "shared" = 1)) then 'held' else 'done' end, "run" = nullif(current_setting('probate.run', true), '')::bigint, "finished" = floor(extract(epoch from now()))::bigint, "not_before" = case when "id" in (select "request" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "subject" in (select "subject" from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "shared" = 1)) then null else case when exists (select 1 from "mdl_user" where not ("mdl_user"."id" is null) and not ("mdl_user"."id" in (0)) and "mdl_user"."deleted" = 0 and "mdl_user"."suspended" = 1 and not ("mdl_user"."username" in ('guest', 'admin')) and not (("mdl_user"."username" = 'former-user') is true) and "mdl_user"."id" = "probate_request"."subject") then floor(extract(epoch from now()))::bigint else null end end, "reason" = case when "id" in (select "request" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "subject" in (select "subject" from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "shared" = 1)) then (select 'shared-identifier ' || min("name" collate "C") from "probate_identifier" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "probate_identifier"."subject" = "probate_request"."subject" and "shared" = 1) else null end, "token" = null
where "id" in (select "request" from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint);
update "probate_run"
set "finished" = floor(extract(epoch from now()))::bigint, "subjects" = (select count(*) from "probate_batch" where "run" = nullif(current_setting('probate.run', true), '')::bigint)
where "run" = nullif(current_setting('probate.run', true), '')::bigint;
delete from "probate_key"
where "run" = nullif(current_setting('probate.run', true), '')::bigint;
delete from "probate_text_key"
where "run" = nullif(current_setting('probate.run', true), '')::bigint;
delete from "probate_identifier"
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
union all select "run", 'checks made', coalesce(162 - (select count(*) from "probate_check" where "run" = nullif(current_setting('probate.run', true), '')::bigint), 1) from "ended"
union all select "run", 'steps done', coalesce(141 - (select count(*) from "probate_result" where "run" = nullif(current_setting('probate.run', true), '')::bigint), 1) from "ended"
union all select "run", 'ledger rows', coalesce((select "subjects" from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint) - (select count(*) from "probate_ledger" where "run" = nullif(current_setting('probate.run', true), '')::bigint), 1) from "ended"
union all select "run", 'requests done', coalesce((select "subjects" from "probate_run" where "run" = nullif(current_setting('probate.run', true), '')::bigint) - (select count(*) from "probate_request" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "state" in ('done', 'held')), 1) from "ended"
union all select "run", 'notices written', coalesce((select count(*) from "probate_request" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "state" = 'done') - (select count(*) from "probate_outbox" where "run" = nullif(current_setting('probate.run', true), '')::bigint and "kind" = 'notice'), 1) from "ended";
commit;
