-- Tables of Moodle 4.1 that the policies speak of, or reach by a path: all their columns, the unique keys, and the indexes that a purge uses.
-- Moodle declares no foreign keys; relations.csv does. Here for PostgreSQL.

create table mdl_analytics_prediction_actions (
  id bigserial primary key, predictionid bigint not null, userid bigint not null, actionname varchar(255) not null default '',
  timecreated bigint not null
);
create index mdl_analpredacti_use_ix on mdl_analytics_prediction_actions (userid);

create table mdl_assign (
  id bigserial primary key, course bigint not null default 0, name varchar(255) not null default '', intro text not null,
  introformat smallint not null default 0, alwaysshowdescription smallint not null default 0, nosubmissions smallint not null default 0,
  submissiondrafts smallint not null default 0, sendnotifications smallint not null default 0, sendlatenotifications smallint not null default 0,
  duedate bigint not null default 0, allowsubmissionsfromdate bigint not null default 0, grade bigint not null default 0,
  timemodified bigint not null default 0, requiresubmissionstatement smallint not null default 0, completionsubmit smallint not null default 0,
  cutoffdate bigint not null default 0, gradingduedate bigint not null default 0, teamsubmission smallint not null default 0,
  requireallteammemberssubmit smallint not null default 0, teamsubmissiongroupingid bigint not null default 0,
  blindmarking smallint not null default 0, hidegrader smallint not null default 0, revealidentities smallint not null default 0,
  attemptreopenmethod varchar(10) not null default 'none', maxattempts integer not null default -1, markingworkflow smallint not null default 0,
  markingallocation smallint not null default 0, sendstudentnotifications smallint not null default 1,
  preventsubmissionnotingroup smallint not null default 0, activity text, activityformat smallint not null default 0,
  timelimit bigint not null default 0, submissionattachments smallint not null default 0
);

create table mdl_assign_grades (
  id bigserial primary key, assignment bigint not null default 0, userid bigint not null default 0, timecreated bigint not null default 0,
  timemodified bigint not null default 0, grader bigint not null default 0, grade numeric(10,5) default 0, attemptnumber bigint not null default 0
);
create index mdl_assigrad_ass_ix on mdl_assign_grades (assignment);
create unique index mdl_assigrad_assuseatt_uix on mdl_assign_grades (assignment, userid, attemptnumber);
create index mdl_assigrad_use_ix on mdl_assign_grades (userid);

create table mdl_assign_overrides (
  id bigserial primary key, assignid bigint not null default 0, groupid bigint, userid bigint, sortorder bigint, allowsubmissionsfromdate bigint,
  duedate bigint, cutoffdate bigint, timelimit bigint
);
create index mdl_assiover_ass_ix on mdl_assign_overrides (assignid);
create index mdl_assiover_use_ix on mdl_assign_overrides (userid);

create table mdl_assign_submission (
  id bigserial primary key, assignment bigint not null default 0, userid bigint not null default 0, timecreated bigint not null default 0,
  timemodified bigint not null default 0, timestarted bigint, status varchar(10), groupid bigint not null default 0,
  attemptnumber bigint not null default 0, latest smallint not null default 0
);
create index mdl_assisubm_ass_ix on mdl_assign_submission (assignment);
create unique index mdl_assisubm_assusegroatt_uix on mdl_assign_submission (assignment, userid, groupid, attemptnumber);
create index mdl_assisubm_assusegrolat_ix on mdl_assign_submission (assignment, userid, groupid, latest);
create index mdl_assisubm_use_ix on mdl_assign_submission (userid);

create table mdl_assign_user_flags (
  id bigserial primary key, userid bigint not null default 0, assignment bigint not null default 0, locked bigint not null default 0,
  mailed smallint not null default 0, extensionduedate bigint not null default 0, workflowstate varchar(20), allocatedmarker bigint not null default 0
);
create index mdl_assiuserflag_ass_ix on mdl_assign_user_flags (assignment);
create index mdl_assiuserflag_use_ix on mdl_assign_user_flags (userid);

create table mdl_assign_user_mapping (
  id bigserial primary key, assignment bigint not null default 0, userid bigint not null default 0
);
create index mdl_assiusermapp_ass_ix on mdl_assign_user_mapping (assignment);
create index mdl_assiusermapp_use_ix on mdl_assign_user_mapping (userid);

create table mdl_assignfeedback_comments (
  id bigserial primary key, assignment bigint not null default 0, grade bigint not null default 0, commenttext text,
  commentformat smallint not null default 0
);
create index mdl_assicomm_gra_ix on mdl_assignfeedback_comments (grade);

create table mdl_assignfeedback_editpdf_annot (
  id bigserial primary key, gradeid bigint not null default 0, pageno bigint not null default 0, x bigint default 0, y bigint default 0,
  endx bigint default 0, endy bigint default 0, path text, "type" varchar(10) default 'line', colour varchar(10) default 'black',
  draft smallint not null default 1
);
create index mdl_assieditanno_gra_ix on mdl_assignfeedback_editpdf_annot (gradeid);
create index mdl_assieditanno_grapag_ix on mdl_assignfeedback_editpdf_annot (gradeid, pageno);

create table mdl_assignfeedback_editpdf_cmnt (
  id bigserial primary key, gradeid bigint not null default 0, x bigint default 0, y bigint default 0, width bigint default 120, rawtext text,
  pageno bigint not null default 0, colour varchar(10) default 'black', draft smallint not null default 1
);
create index mdl_assieditcmnt_gra_ix on mdl_assignfeedback_editpdf_cmnt (gradeid);
create index mdl_assieditcmnt_grapag_ix on mdl_assignfeedback_editpdf_cmnt (gradeid, pageno);

create table mdl_assignfeedback_editpdf_quick (
  id bigserial primary key, userid bigint not null default 0, rawtext text not null, width bigint not null default 120,
  colour varchar(10) default 'yellow'
);
create index mdl_assieditquic_use_ix on mdl_assignfeedback_editpdf_quick (userid);

create table mdl_assignfeedback_editpdf_rot (
  id bigserial primary key, gradeid bigint not null default 0, pageno bigint not null default 0, pathnamehash text not null,
  isrotated smallint not null default 0, degree bigint not null default 0
);
create index mdl_assieditrot_gra_ix on mdl_assignfeedback_editpdf_rot (gradeid);
create unique index mdl_assieditrot_grapag_uix on mdl_assignfeedback_editpdf_rot (gradeid, pageno);

create table mdl_assignfeedback_file (
  id bigserial primary key, assignment bigint not null default 0, grade bigint not null default 0, numfiles bigint not null default 0
);
create index mdl_assifile_gra_ix on mdl_assignfeedback_file (grade);

create table mdl_assignfeedback_historic (
  id bigserial primary key, assignment bigint not null default 0, grade bigint not null default 0, useridnumber varchar(255)
);
create index mdl_assihist_gra_ix on mdl_assignfeedback_historic (grade);
create index mdl_assihist_use_ix on mdl_assignfeedback_historic (useridnumber);

create table mdl_assignfeedback_historic_data (
  id bigserial primary key, annuality varchar(20), courseidnumber varchar(255), useridnumber varchar(30), datatype varchar(20) not null default '',
  grade numeric(10,5) default -1, comment varchar(255) not null default ''
);
create unique index mdl_assihistdata_annusecou_uix on mdl_assignfeedback_historic_data (annuality, useridnumber, courseidnumber, datatype);
create index mdl_assihistdata_use_ix on mdl_assignfeedback_historic_data (useridnumber);

create table mdl_assignment (
  id bigserial primary key, course bigint not null default 0, name varchar(255) not null default '', intro text not null,
  introformat smallint not null default 0, assignmenttype varchar(50) not null default '', resubmit smallint not null default 0,
  preventlate smallint not null default 0, emailteachers smallint not null default 0, var1 bigint default 0, var2 bigint default 0,
  var3 bigint default 0, var4 bigint default 0, var5 bigint default 0, maxbytes bigint not null default 100000, timedue bigint not null default 0,
  timeavailable bigint not null default 0, grade bigint not null default 0, timemodified bigint not null default 0
);

create table mdl_assignment_submissions (
  id bigserial primary key, assignment bigint not null default 0, userid bigint not null default 0, timecreated bigint not null default 0,
  timemodified bigint not null default 0, numfiles bigint not null default 0, data1 text, data2 text, grade bigint not null default 0,
  submissioncomment text not null, format smallint not null default 0, teacher bigint not null default 0, timemarked bigint not null default 0,
  mailed smallint not null default 0
);
create index mdl_assisubm_ass2_ix on mdl_assignment_submissions (assignment);
create index mdl_assisubm_use2_ix on mdl_assignment_submissions (userid);

create table mdl_assignsubmission_file (
  id bigserial primary key, assignment bigint not null default 0, submission bigint not null default 0, numfiles bigint not null default 0
);
create index mdl_assifile_sub_ix on mdl_assignsubmission_file (submission);

create table mdl_assignsubmission_onlinetext (
  id bigserial primary key, assignment bigint not null default 0, submission bigint not null default 0, onlinetext text,
  onlineformat smallint not null default 0
);
create index mdl_assionli_sub_ix on mdl_assignsubmission_onlinetext (submission);

create table mdl_attendance (
  id bigserial primary key, course bigint not null default 0, name varchar(255), grade bigint not null default 100,
  timemodified bigint not null default 0, intro text, introformat smallint not null default 0, subnet varchar(255),
  sessiondetailspos varchar(5) not null default 'left', showsessiondetails smallint not null default 1,
  showextrauserdetails smallint not null default 1, seating smallint not null default 0
);

create table mdl_attendance_log (
  id bigserial primary key, sessionid bigint not null default 0, studentid bigint not null default 0, statusid bigint not null default 0,
  statusset varchar(1333), timetaken bigint not null default 0, takenby bigint not null default 0, remarks varchar(1333),
  ipaddress varchar(45) default '', seat varchar(100)
);
create index mdl_attelog_ses_ix on mdl_attendance_log (sessionid);
create index mdl_attelog_sta_ix on mdl_attendance_log (statusid);
create index mdl_attelog_stu_ix on mdl_attendance_log (studentid);

create table mdl_attendance_sessions (
  id bigserial primary key, attendanceid bigint not null default 0, groupid bigint not null default 0, sessdate bigint not null default 0,
  duration bigint not null default 0, lasttaken bigint, lasttakenby bigint not null default 0, timemodified bigint, description text not null,
  descriptionformat smallint not null default 0, studentscanmark smallint not null default 0, allowupdatestatus smallint not null default 0,
  studentsearlyopentime bigint not null default 0, autoassignstatus smallint not null default 0, studentpassword varchar(50) default '',
  subnet varchar(255), automark smallint not null default 0, automarkcompleted smallint not null default 0, statusset integer not null default 0,
  absenteereport smallint not null default 1, preventsharedip smallint not null default 0, preventsharediptime bigint,
  caleventid bigint not null default 0, calendarevent smallint not null default 1, includeqrcode smallint not null default 0,
  rotateqrcode smallint not null default 0, rotateqrcodesecret varchar(10), automarkcmid bigint default 0, seatrows smallint not null default 0,
  seatcols smallint not null default 0, seatblocking text
);
create index mdl_attesess_att_ix on mdl_attendance_sessions (attendanceid);

create table mdl_attendance_statuses (
  id bigserial primary key, attendanceid bigint not null default 0, acronym varchar(2) not null default '',
  description varchar(30) not null default '', grade numeric(5,2) not null default 0, studentavailability bigint, availablebeforesession smallint,
  setunmarked smallint, visible smallint not null default 1, deleted smallint not null default 0, setnumber integer not null default 0
);

create table mdl_attendance_tempusers (
  id bigserial primary key, studentid bigint, courseid bigint, fullname varchar(100), email varchar(100), created bigint
);
create index mdl_attetemp_cou_ix on mdl_attendance_tempusers (courseid);
create unique index mdl_attetemp_stu_uix on mdl_attendance_tempusers (studentid);

create table mdl_attendance_warning_done (
  id bigserial primary key, notifyid bigint not null, userid bigint not null, timesent bigint not null
);

create table mdl_auth_lti_linked_login (
  id bigserial primary key, userid bigint not null, issuer text not null, issuer256 varchar(64) not null default '',
  sub varchar(255) not null default '', sub256 varchar(64) not null default '', timecreated bigint not null, timemodified bigint not null
);
create index mdl_authltilinklogi_use_ix on mdl_auth_lti_linked_login (userid);
create unique index mdl_authltilinklogi_useiss_uix on mdl_auth_lti_linked_login (userid, issuer256, sub256);

create table mdl_auth_oauth2_linked_login (
  id bigserial primary key, timecreated bigint not null, timemodified bigint not null, usermodified bigint not null, userid bigint not null,
  issuerid bigint not null, username varchar(255) not null default '', email text not null, confirmtoken varchar(64) not null default '',
  confirmtokenexpires bigint
);
create index mdl_authoautlinklogi_iss_ix on mdl_auth_oauth2_linked_login (issuerid);
create index mdl_authoautlinklogi_issuse_ix on mdl_auth_oauth2_linked_login (issuerid, username);
create index mdl_authoautlinklogi_use2_ix on mdl_auth_oauth2_linked_login (userid);
create index mdl_authoautlinklogi_use_ix on mdl_auth_oauth2_linked_login (usermodified);
create unique index mdl_authoautlinklogi_useis_uix on mdl_auth_oauth2_linked_login (userid, issuerid, username);

create table mdl_auth_oidc_prevlogin (
  id bigserial primary key, userid bigint not null, method varchar(255) not null default '', password varchar(255) not null default ''
);
create unique index mdl_authoidcprev_use_uix on mdl_auth_oidc_prevlogin (userid);

create table mdl_auth_oidc_token (
  id bigserial primary key, oidcuniqid varchar(255) not null default '', username varchar(100) not null default '', userid bigint not null default 0,
  oidcusername varchar(255) not null default '', scope text not null, tokenresource varchar(127) not null default '', authcode text not null,
  token text not null, expiry bigint not null, refreshtoken text not null, idtoken text not null, sid varchar(36)
);
create index mdl_authoidctoke_use2_ix on mdl_auth_oidc_token (username);
create index mdl_authoidctoke_use_ix on mdl_auth_oidc_token (userid);

create table mdl_backup_controllers (
  id bigserial primary key, backupid varchar(32) not null default '', operation varchar(20) not null default 'backup',
  "type" varchar(10) not null default '', itemid bigint not null, format varchar(20) not null default '', interactive smallint not null,
  purpose smallint not null, userid bigint not null, status smallint not null, execution smallint not null, executiontime bigint not null,
  checksum varchar(32) not null default '', timecreated bigint not null, timemodified bigint not null, progress numeric(15,14) not null default 0,
  controller text not null
);
create unique index mdl_backcont_bac_uix on mdl_backup_controllers (backupid);
create index mdl_backcont_use_ix on mdl_backup_controllers (userid);
create index mdl_backcont_useite_ix on mdl_backup_controllers (userid, itemid);

create table mdl_badge (
  id bigserial primary key, name varchar(255) not null default '', description text, timecreated bigint not null default 0,
  timemodified bigint not null default 0, usercreated bigint not null, usermodified bigint not null, issuername varchar(255) not null default '',
  issuerurl varchar(255) not null default '', issuercontact varchar(255), expiredate bigint, expireperiod bigint, "type" smallint not null default 1,
  courseid bigint, message text not null, messagesubject text not null, attachment smallint not null default 1,
  notification smallint not null default 1, status smallint not null default 0, nextcron bigint, version varchar(255), language varchar(255),
  imageauthorname varchar(255), imageauthoremail varchar(255), imageauthorurl varchar(255), imagecaption text
);
create index mdl_badg_use2_ix on mdl_badge (usercreated);
create index mdl_badg_use_ix on mdl_badge (usermodified);

create table mdl_badge_backpack (
  id bigserial primary key, userid bigint not null default 0, email varchar(100) not null default '', backpackuid bigint not null,
  autosync smallint not null default 0, password varchar(50), externalbackpackid bigint
);
create index mdl_badgback_ext_ix on mdl_badge_backpack (externalbackpackid);
create index mdl_badgback_use_ix on mdl_badge_backpack (userid);
create unique index mdl_badgback_useext_uix on mdl_badge_backpack (userid, externalbackpackid);

create table mdl_badge_backpack_oauth2 (
  id bigserial primary key, usermodified bigint not null default 0, timecreated bigint not null default 0, timemodified bigint not null default 0,
  userid bigint not null, issuerid bigint not null, externalbackpackid bigint not null, token text not null, refreshtoken text not null,
  expires bigint, scope text
);
create index mdl_badgbackoaut_use2_ix on mdl_badge_backpack_oauth2 (userid);
create index mdl_badgbackoaut_use_ix on mdl_badge_backpack_oauth2 (usermodified);

create table mdl_badge_criteria (
  id bigserial primary key, badgeid bigint not null default 0, criteriatype bigint, method smallint not null default 1, description text,
  descriptionformat smallint not null default 0
);
create index mdl_badgcrit_bad_ix on mdl_badge_criteria (badgeid);
create unique index mdl_badgcrit_badcri_uix on mdl_badge_criteria (badgeid, criteriatype);

create table mdl_badge_criteria_met (
  id bigserial primary key, issuedid bigint, critid bigint not null, userid bigint not null, datemet bigint not null
);
create index mdl_badgcritmet_cri_ix on mdl_badge_criteria_met (critid);
create index mdl_badgcritmet_use_ix on mdl_badge_criteria_met (userid);

create table mdl_badge_endorsement (
  id bigserial primary key, badgeid bigint not null default 0, issuername varchar(255) not null default '', issuerurl varchar(255) not null default '',
  issueremail varchar(255) not null default '', claimid varchar(255), claimcomment text, dateissued bigint not null default 0
);
create index mdl_badgendo_bad_ix on mdl_badge_endorsement (badgeid);

create table mdl_badge_external (
  id bigserial primary key, backpackid bigint not null, collectionid bigint not null, entityid varchar(255), assertion text
);
create index mdl_badgexte_bac_ix on mdl_badge_external (backpackid);

create table mdl_badge_external_backpack (
  id bigserial primary key, backpackapiurl varchar(255) not null default '', backpackweburl varchar(255) not null default '',
  apiversion varchar(12) not null default '1.0', sortorder bigint not null default 0, oauth2_issuerid bigint
);
create unique index mdl_badgexteback_bac2_uix on mdl_badge_external_backpack (backpackweburl);
create unique index mdl_badgexteback_bac_uix on mdl_badge_external_backpack (backpackapiurl);

create table mdl_badge_issued (
  id bigserial primary key, badgeid bigint not null default 0, userid bigint not null default 0, uniquehash text not null,
  dateissued bigint not null default 0, dateexpire bigint, visible smallint not null default 0, issuernotified bigint
);
create index mdl_badgissu_bad_ix on mdl_badge_issued (badgeid);
create unique index mdl_badgissu_baduse_uix on mdl_badge_issued (badgeid, userid);
create index mdl_badgissu_use_ix on mdl_badge_issued (userid);

create table mdl_badge_manual_award (
  id bigserial primary key, badgeid bigint not null, recipientid bigint not null, issuerid bigint not null, issuerrole bigint not null,
  datemet bigint not null
);
create index mdl_badgmanuawar_bad_ix on mdl_badge_manual_award (badgeid);
create index mdl_badgmanuawar_iss_ix on mdl_badge_manual_award (issuerid);
create index mdl_badgmanuawar_rec_ix on mdl_badge_manual_award (recipientid);

create table mdl_bigbluebuttonbn (
  id bigserial primary key, "type" smallint not null default 0, course bigint not null default 0, name varchar(255) not null default '', intro text,
  introformat smallint not null default 1, meetingid varchar(255) not null default '', moderatorpass varchar(255) not null default '',
  viewerpass varchar(255) not null default '', wait smallint not null default 0, record smallint not null default 0,
  recordallfromstart smallint not null default 0, recordhidebutton smallint not null default 0, welcome text, voicebridge integer not null default 0,
  openingtime bigint not null default 0, closingtime bigint not null default 0, timecreated bigint not null default 0,
  timemodified bigint not null default 0, presentation text, participants text, userlimit smallint not null default 0,
  recordings_html smallint not null default 0, recordings_deleted smallint not null default 1, recordings_imported smallint not null default 0,
  recordings_preview smallint not null default 0, clienttype smallint not null default 0, muteonstart smallint not null default 0,
  disablecam smallint not null default 0, disablemic smallint not null default 0, disableprivatechat smallint not null default 0,
  disablepublicchat smallint not null default 0, disablenote smallint not null default 0, hideuserlist smallint not null default 0,
  lockedlayout smallint not null default 0, completionattendance integer not null default 0, completionengagementchats integer not null default 0,
  completionengagementtalks integer not null default 0, completionengagementraisehand integer not null default 0,
  completionengagementpollvotes integer not null default 0, completionengagementemojis integer not null default 0, guestallowed smallint default 0,
  mustapproveuser smallint default 1, guestlinkuid varchar(1024), guestpassword varchar(255)
);

create table mdl_bigbluebuttonbn_logs (
  id bigserial primary key, courseid bigint not null, bigbluebuttonbnid bigint not null, userid bigint, timecreated bigint not null default 0,
  meetingid varchar(256) not null default '', log varchar(32) not null default '', meta text
);
create index mdl_bigblogs_uselog_ix on mdl_bigbluebuttonbn_logs (userid, log);

create table mdl_bigbluebuttonbn_recordings (
  id bigserial primary key, courseid bigint not null, bigbluebuttonbnid bigint not null, groupid bigint, recordingid varchar(64) not null default '',
  headless smallint not null default 0, imported smallint not null default 0, status smallint not null default 0, importeddata text,
  timecreated bigint not null default 0, usermodified bigint not null default 0, timemodified bigint not null default 0
);
create index mdl_bigbreco_big_ix on mdl_bigbluebuttonbn_recordings (bigbluebuttonbnid);
create index mdl_bigbreco_use_ix on mdl_bigbluebuttonbn_recordings (usermodified);

create table mdl_block_instances (
  id bigserial primary key, blockname varchar(40) not null default '', parentcontextid bigint not null, showinsubcontexts smallint not null,
  requiredbytheme smallint not null default 0, pagetypepattern varchar(64) not null default '', subpagepattern varchar(16),
  defaultregion varchar(16) not null default '', defaultweight bigint not null, configdata text, timecreated bigint not null,
  timemodified bigint not null
);
create index mdl_blocinst_par_ix on mdl_block_instances (parentcontextid);
create index mdl_blocinst_parshopagsub_ix on mdl_block_instances (parentcontextid, showinsubcontexts, pagetypepattern, subpagepattern);

create table mdl_block_positions (
  id bigserial primary key, blockinstanceid bigint not null, contextid bigint not null, pagetype varchar(64) not null default '',
  subpage varchar(16) not null default '', visible smallint not null, region varchar(16) not null default '', weight bigint not null
);
create index mdl_blocposi_blo_ix on mdl_block_positions (blockinstanceid);
create unique index mdl_blocposi_bloconpagsub_uix on mdl_block_positions (blockinstanceid, contextid, pagetype, subpage);

create table mdl_block_recent_activity (
  id bigserial primary key, courseid bigint not null, cmid bigint not null, timecreated bigint not null, userid bigint not null,
  action smallint not null, modname varchar(20)
);
create index mdl_blocreceacti_coutim_ix on mdl_block_recent_activity (courseid, timecreated);

create table mdl_block_recentlyaccesseditems (
  id bigserial primary key, courseid bigint not null, cmid bigint not null, userid bigint not null, timeaccess bigint not null
);
create index mdl_blocrece_cmi_ix on mdl_block_recentlyaccesseditems (cmid);
create index mdl_blocrece_cou_ix on mdl_block_recentlyaccesseditems (courseid);
create index mdl_blocrece_use_ix on mdl_block_recentlyaccesseditems (userid);
create unique index mdl_blocrece_usecoucmi_uix on mdl_block_recentlyaccesseditems (userid, courseid, cmid);

create table mdl_block_rss_client (
  id bigserial primary key, userid bigint not null default 0, title text not null, preferredtitle varchar(64) not null default '',
  description text not null, shared smallint not null default 0, url varchar(255) not null default '', skiptime bigint not null default 0,
  skipuntil bigint not null default 0
);

create table mdl_block_todo (
  id bigserial primary key, usermodified bigint not null, timecreated bigint not null, timemodified bigint not null,
  todotext varchar(1333) not null default '', done smallint not null default 0
);
create index mdl_bloctodo_use_ix on mdl_block_todo (usermodified);

create table mdl_blog_association (
  id bigserial primary key, contextid bigint not null, blogid bigint not null
);
create index mdl_blogasso_blo_ix on mdl_blog_association (blogid);

create table mdl_blog_external (
  id bigserial primary key, userid bigint not null, name varchar(255) not null default '', description text, url text not null,
  filtertags varchar(255), failedlastsync smallint not null default 0, timemodified bigint, timefetched bigint not null default 0
);
create index mdl_blogexte_use_ix on mdl_blog_external (userid);

create table mdl_cache_flags (
  id bigserial primary key, flagtype varchar(255) not null default '', name varchar(255) not null default '', timemodified bigint not null default 0,
  "value" text not null, expiry bigint not null
);
create index mdl_cachflag_nam_ix on mdl_cache_flags (name);

create table mdl_chat (
  id bigserial primary key, course bigint not null default 0, name varchar(255) not null default '', intro text not null,
  introformat smallint not null default 0, keepdays bigint not null default 0, studentlogs smallint not null default 0,
  chattime bigint not null default 0, schedule smallint not null default 0, timemodified bigint not null default 0
);

create table mdl_chat_messages (
  id bigserial primary key, chatid bigint not null default 0, userid bigint not null default 0, groupid bigint not null default 0,
  issystem smallint not null default 0, message text not null, "timestamp" bigint not null default 0
);
create index mdl_chatmess_cha_ix on mdl_chat_messages (chatid);
create index mdl_chatmess_use_ix on mdl_chat_messages (userid);

create table mdl_chat_messages_current (
  id bigserial primary key, chatid bigint not null default 0, userid bigint not null default 0, groupid bigint not null default 0,
  issystem smallint not null default 0, message text not null, "timestamp" bigint not null default 0
);
create index mdl_chatmesscurr_cha_ix on mdl_chat_messages_current (chatid);
create index mdl_chatmesscurr_use_ix on mdl_chat_messages_current (userid);

create table mdl_chat_users (
  id bigserial primary key, chatid bigint not null default 0, userid bigint not null default 0, groupid bigint not null default 0,
  version varchar(16) not null default '', ip varchar(45) not null default '', firstping bigint not null default 0, lastping bigint not null default 0,
  lastmessageping bigint not null default 0, sid varchar(32) not null default '', course bigint not null default 0,
  lang varchar(30) not null default ''
);
create index mdl_chatuser_cha_ix on mdl_chat_users (chatid);
create index mdl_chatuser_use_ix on mdl_chat_users (userid);

create table mdl_choice (
  id bigserial primary key, course bigint not null default 0, name varchar(255) not null default '', intro text not null,
  introformat smallint not null default 0, publish smallint not null default 0, showresults smallint not null default 0,
  display smallint not null default 0, allowupdate smallint not null default 0, allowmultiple smallint not null default 0,
  showunanswered smallint not null default 0, includeinactive smallint not null default 1, limitanswers smallint not null default 0,
  timeopen bigint not null default 0, timeclose bigint not null default 0, showpreview smallint not null default 0,
  timemodified bigint not null default 0, completionsubmit smallint not null default 0, showavailable smallint not null default 0
);

create table mdl_choice_answers (
  id bigserial primary key, choiceid bigint not null default 0, userid bigint not null default 0, optionid bigint not null default 0,
  timemodified bigint not null default 0
);
create index mdl_choiansw_cho_ix on mdl_choice_answers (choiceid);
create index mdl_choiansw_opt_ix on mdl_choice_answers (optionid);
create index mdl_choiansw_use_ix on mdl_choice_answers (userid);

create table mdl_choice_options (
  id bigserial primary key, choiceid bigint not null default 0, "text" text, maxanswers bigint default 0, timemodified bigint not null default 0
);

create table mdl_cohort (
  id bigserial primary key, contextid bigint not null, name varchar(254) not null default '', idnumber varchar(100), description text,
  descriptionformat smallint not null, visible smallint not null default 1, component varchar(100) not null default '', timecreated bigint not null,
  timemodified bigint not null, theme varchar(50)
);
create index mdl_coho_con_ix on mdl_cohort (contextid);

create table mdl_cohort_members (
  id bigserial primary key, cohortid bigint not null default 0, userid bigint not null default 0, timeadded bigint not null default 0
);
create index mdl_cohomemb_coh_ix on mdl_cohort_members (cohortid);
create unique index mdl_cohomemb_cohuse_uix on mdl_cohort_members (cohortid, userid);
create index mdl_cohomemb_use_ix on mdl_cohort_members (userid);

create table mdl_comments (
  id bigserial primary key, contextid bigint not null, component varchar(255), commentarea varchar(255) not null default '', itemid bigint not null,
  content text not null, format smallint not null default 0, userid bigint not null, timecreated bigint not null
);
create index mdl_comm_concomite_ix on mdl_comments (contextid, commentarea, itemid);
create index mdl_comm_use_ix on mdl_comments (userid);

create table mdl_competency (
  id bigserial primary key, shortname varchar(100), description text, descriptionformat smallint not null default 0, idnumber varchar(100),
  competencyframeworkid bigint not null, parentid bigint not null default 0, path varchar(255) not null default '', sortorder bigint not null,
  ruletype varchar(100), ruleoutcome smallint not null default 0, ruleconfig text, scaleid bigint, scaleconfiguration text,
  timecreated bigint not null, timemodified bigint not null, usermodified bigint
);
create unique index mdl_comp_comidn_uix on mdl_competency (competencyframeworkid, idnumber);
create index mdl_comp_use_ix on mdl_competency (usermodified);

create table mdl_competency_evidence (
  id bigserial primary key, usercompetencyid bigint not null, contextid bigint not null, action smallint not null, actionuserid bigint,
  descidentifier varchar(255) not null default '', desccomponent varchar(255) not null default '', desca text, url varchar(255), grade bigint,
  note text, timecreated bigint not null, timemodified bigint not null, usermodified bigint not null
);
create index mdl_compevid_act_ix on mdl_competency_evidence (actionuserid);
create index mdl_compevid_con_ix on mdl_competency_evidence (contextid);
create index mdl_compevid_use2_ix on mdl_competency_evidence (usermodified);
create index mdl_compevid_use_ix on mdl_competency_evidence (usercompetencyid);

create table mdl_competency_framework (
  id bigserial primary key, shortname varchar(100), contextid bigint not null, idnumber varchar(100), description text,
  descriptionformat smallint not null default 0, scaleid bigint, scaleconfiguration text not null, visible smallint not null default 1,
  taxonomies varchar(255) not null default '', timecreated bigint not null, timemodified bigint not null, usermodified bigint
);
create index mdl_compfram_con_ix on mdl_competency_framework (contextid);
create unique index mdl_compfram_idn_uix on mdl_competency_framework (idnumber);
create index mdl_compfram_use_ix on mdl_competency_framework (usermodified);

create table mdl_competency_plan (
  id bigserial primary key, name varchar(100) not null default '', description text, descriptionformat smallint not null default 0,
  userid bigint not null, templateid bigint, origtemplateid bigint, status smallint not null, duedate bigint default 0, reviewerid bigint,
  timecreated bigint not null, timemodified bigint not null default 0, usermodified bigint not null
);
create index mdl_compplan_use_ix on mdl_competency_plan (usermodified);
create index mdl_compplan_usesta_ix on mdl_competency_plan (userid, status);

create table mdl_competency_plancomp (
  id bigserial primary key, planid bigint not null, competencyid bigint not null, sortorder bigint, timecreated bigint not null, timemodified bigint,
  usermodified bigint not null
);
create unique index mdl_compplan_placom_uix on mdl_competency_plancomp (planid, competencyid);
create index mdl_compplan_use2_ix on mdl_competency_plancomp (usermodified);

create table mdl_competency_template (
  id bigserial primary key, shortname varchar(100), contextid bigint not null, description text, descriptionformat smallint not null default 0,
  visible smallint not null default 1, duedate bigint, timecreated bigint not null, timemodified bigint not null, usermodified bigint
);
create index mdl_comptemp_con_ix on mdl_competency_template (contextid);
create index mdl_comptemp_use_ix on mdl_competency_template (usermodified);

create table mdl_competency_usercomp (
  id bigserial primary key, userid bigint not null, competencyid bigint not null, status smallint not null default 0, reviewerid bigint,
  proficiency smallint, grade bigint, timecreated bigint not null, timemodified bigint, usermodified bigint not null
);
create index mdl_compuser_use_ix on mdl_competency_usercomp (usermodified);
create unique index mdl_compuser_usecom_uix on mdl_competency_usercomp (userid, competencyid);

create table mdl_competency_usercompcourse (
  id bigserial primary key, userid bigint not null, courseid bigint not null, competencyid bigint not null, proficiency smallint, grade bigint,
  timecreated bigint not null, timemodified bigint, usermodified bigint not null
);
create index mdl_compuser_use2_ix on mdl_competency_usercompcourse (usermodified);
create unique index mdl_compuser_usecoucom_uix on mdl_competency_usercompcourse (userid, courseid, competencyid);

create table mdl_competency_usercompplan (
  id bigserial primary key, userid bigint not null, competencyid bigint not null, planid bigint not null, proficiency smallint, grade bigint,
  sortorder bigint, timecreated bigint not null, timemodified bigint, usermodified bigint not null
);
create index mdl_compuser_use3_ix on mdl_competency_usercompplan (usermodified);
create unique index mdl_compuser_usecompla_uix on mdl_competency_usercompplan (userid, competencyid, planid);

create table mdl_competency_userevidence (
  id bigserial primary key, userid bigint not null, name varchar(100) not null default '', description text not null,
  descriptionformat smallint not null, url text not null, timecreated bigint not null, timemodified bigint not null, usermodified bigint not null
);
create index mdl_compuser_use4_ix on mdl_competency_userevidence (userid);
create index mdl_compuser_use5_ix on mdl_competency_userevidence (usermodified);

create table mdl_competency_userevidencecomp (
  id bigserial primary key, userevidenceid bigint not null, competencyid bigint not null, timecreated bigint not null, timemodified bigint not null,
  usermodified bigint not null
);
create index mdl_compuser_use6_ix on mdl_competency_userevidencecomp (userevidenceid);
create index mdl_compuser_use7_ix on mdl_competency_userevidencecomp (usermodified);
create unique index mdl_compuser_usecom2_uix on mdl_competency_userevidencecomp (userevidenceid, competencyid);

create table mdl_config_log (
  id bigserial primary key, userid bigint not null, timemodified bigint not null, plugin varchar(100), name varchar(100) not null default '',
  "value" text, oldvalue text
);
create index mdl_conflog_use_ix on mdl_config_log (userid);

create table mdl_contentbank_content (
  id bigserial primary key, name varchar(255) not null default '', contenttype varchar(100) not null default '', contextid bigint not null,
  visibility smallint not null default 1, instanceid bigint, configdata text, usercreated bigint not null, usermodified bigint,
  timecreated bigint not null default 0, timemodified bigint default 0
);
create index mdl_contcont_con_ix on mdl_contentbank_content (contextid);
create index mdl_contcont_conconins_ix on mdl_contentbank_content (contextid, contenttype, instanceid);
create index mdl_contcont_use2_ix on mdl_contentbank_content (usercreated);
create index mdl_contcont_use_ix on mdl_contentbank_content (usermodified);

create table mdl_context (
  id bigserial primary key, contextlevel bigint not null default 0, instanceid bigint not null default 0, path varchar(255),
  depth smallint not null default 0, locked smallint not null default 0
);
create unique index mdl_cont_conins_uix on mdl_context (contextlevel, instanceid);
create index mdl_cont_ins_ix on mdl_context (instanceid);

create table mdl_course (
  id bigserial primary key, category bigint not null default 0, sortorder bigint not null default 0, fullname varchar(254) not null default '',
  shortname varchar(255) not null default '', idnumber varchar(100) not null default '', summary text, summaryformat smallint not null default 0,
  format varchar(21) not null default 'topics', showgrades smallint not null default 1, newsitems integer not null default 1,
  startdate bigint not null default 0, enddate bigint not null default 0, relativedatesmode smallint not null default 0,
  marker bigint not null default 0, maxbytes bigint not null default 0, legacyfiles smallint not null default 0,
  showreports smallint not null default 0, visible smallint not null default 1, visibleold smallint not null default 1, downloadcontent smallint,
  groupmode smallint not null default 0, groupmodeforce smallint not null default 0, defaultgroupingid bigint not null default 0,
  lang varchar(30) not null default '', calendartype varchar(30) not null default '', theme varchar(50) not null default '',
  timecreated bigint not null default 0, timemodified bigint not null default 0, requested smallint not null default 0,
  enablecompletion smallint not null default 0, completionnotify smallint not null default 0, cacherev bigint not null default 0,
  originalcourseid bigint, showactivitydates smallint not null default 0, showcompletionconditions smallint
);
create index mdl_cour_cat_ix on mdl_course (category);

create table mdl_course_categories (
  id bigserial primary key, name varchar(255) not null default '', idnumber varchar(100), description text,
  descriptionformat smallint not null default 0, parent bigint not null default 0, sortorder bigint not null default 0,
  coursecount bigint not null default 0, visible smallint not null default 1, visibleold smallint not null default 1,
  timemodified bigint not null default 0, depth bigint not null default 0, path varchar(255) not null default '', theme varchar(50)
);
create index mdl_courcate_par_ix on mdl_course_categories (parent);

create table mdl_course_completion_crit_compl (
  id bigserial primary key, userid bigint not null default 0, course bigint not null default 0, criteriaid bigint not null default 0,
  gradefinal numeric(10,5), unenroled bigint, timecompleted bigint
);
create index mdl_courcompcritcomp_cou_ix on mdl_course_completion_crit_compl (course);
create index mdl_courcompcritcomp_use_ix on mdl_course_completion_crit_compl (userid);
create unique index mdl_courcompcritcomp_useco_uix on mdl_course_completion_crit_compl (userid, course, criteriaid);

create table mdl_course_completions (
  id bigserial primary key, userid bigint not null default 0, course bigint not null default 0, timeenrolled bigint not null default 0,
  timestarted bigint not null default 0, timecompleted bigint, reaggregate bigint not null default 0
);
create index mdl_courcomp_cou_ix on mdl_course_completions (course);
create index mdl_courcomp_use_ix on mdl_course_completions (userid);
create unique index mdl_courcomp_usecou_uix on mdl_course_completions (userid, course);

create table mdl_course_modules (
  id bigserial primary key, course bigint not null default 0, module bigint not null default 0, instance bigint not null default 0,
  section bigint not null default 0, idnumber varchar(100), added bigint not null default 0, score smallint not null default 0,
  indent integer not null default 0, visible smallint not null default 1, visibleoncoursepage smallint not null default 1,
  visibleold smallint not null default 1, groupmode smallint not null default 0, groupingid bigint not null default 0,
  completion smallint not null default 0, completiongradeitemnumber bigint, completionview smallint not null default 0,
  completionexpected bigint not null default 0, completionpassgrade smallint not null default 0, showdescription smallint not null default 0,
  availability text, deletioninprogress smallint not null default 0, downloadcontent smallint default 1, lang varchar(30)
);
create index mdl_courmodu_cou_ix on mdl_course_modules (course);
create index mdl_courmodu_ins_ix on mdl_course_modules (instance);
create index mdl_courmodu_mod_ix on mdl_course_modules (module);

create table mdl_course_modules_completion (
  id bigserial primary key, coursemoduleid bigint not null, userid bigint not null, completionstate smallint not null, overrideby bigint,
  timemodified bigint not null
);
create index mdl_courmoducomp_cou_ix on mdl_course_modules_completion (coursemoduleid);
create unique index mdl_courmoducomp_usecou_uix on mdl_course_modules_completion (userid, coursemoduleid);

create table mdl_course_modules_viewed (
  id bigserial primary key, coursemoduleid bigint not null, userid bigint not null, timecreated bigint not null
);
create index mdl_courmoduview_cou_ix on mdl_course_modules_viewed (coursemoduleid);
create unique index mdl_courmoduview_usecou_uix on mdl_course_modules_viewed (userid, coursemoduleid);

create table mdl_course_request (
  id bigserial primary key, fullname varchar(254) not null default '', shortname varchar(100) not null default '', summary text not null,
  summaryformat smallint not null default 0, category bigint not null default 0, reason text not null, requester bigint not null default 0,
  password varchar(50) not null default ''
);

create table mdl_data (
  id bigserial primary key, course bigint not null default 0, name varchar(255) not null default '', intro text not null,
  introformat smallint not null default 0, comments smallint not null default 0, timeavailablefrom bigint not null default 0,
  timeavailableto bigint not null default 0, timeviewfrom bigint not null default 0, timeviewto bigint not null default 0,
  requiredentries integer not null default 0, requiredentriestoview integer not null default 0, maxentries integer not null default 0,
  rssarticles smallint not null default 0, singletemplate text, listtemplate text, listtemplateheader text, listtemplatefooter text, addtemplate text,
  rsstemplate text, rsstitletemplate text, csstemplate text, jstemplate text, asearchtemplate text, approval smallint not null default 0,
  manageapproved smallint not null default 1, scale bigint not null default 0, assessed bigint not null default 0,
  assesstimestart bigint not null default 0, assesstimefinish bigint not null default 0, defaultsort bigint not null default 0,
  defaultsortdir smallint not null default 0, editany smallint not null default 0, notification bigint not null default 0,
  timemodified bigint not null default 0, config text, completionentries bigint default 0
);

create table mdl_data_content (
  id bigserial primary key, fieldid bigint not null default 0, recordid bigint not null default 0, content text, content1 text, content2 text,
  content3 text, content4 text
);
create index mdl_datacont_fie_ix on mdl_data_content (fieldid);
create index mdl_datacont_rec_ix on mdl_data_content (recordid);

create table mdl_data_fields (
  id bigserial primary key, dataid bigint not null default 0, "type" varchar(255) not null default '', name varchar(255) not null default '',
  description text not null, required smallint not null default 0, param1 text, param2 text, param3 text, param4 text, param5 text, param6 text,
  param7 text, param8 text, param9 text, param10 text
);

create table mdl_data_records (
  id bigserial primary key, userid bigint not null default 0, groupid bigint not null default 0, dataid bigint not null default 0,
  timecreated bigint not null default 0, timemodified bigint not null default 0, approved smallint not null default 0
);
create index mdl_datareco_dat_ix on mdl_data_records (dataid);
create index mdl_datareco_use_ix on mdl_data_records (userid);

create table mdl_editor_atto_autosave (
  id bigserial primary key, elementid varchar(255) not null default '', contextid bigint not null, pagehash varchar(64) not null default '',
  userid bigint not null, drafttext text not null, draftid bigint, pageinstance varchar(64) not null default '',
  timemodified bigint not null default 0
);
create unique index mdl_editattoauto_eleconuse_uix on mdl_editor_atto_autosave (elementid, contextid, userid, pagehash);

create table mdl_enrol (
  id bigserial primary key, enrol varchar(20) not null default '', status bigint not null default 0, courseid bigint not null,
  sortorder bigint not null default 0, name varchar(255), enrolperiod bigint default 0, enrolstartdate bigint default 0, enrolenddate bigint default 0,
  expirynotify smallint default 0, expirythreshold bigint default 0, notifyall smallint default 0, password varchar(50), cost varchar(20),
  currency varchar(3), roleid bigint default 0, customint1 bigint, customint2 bigint, customint3 bigint, customint4 bigint, customint5 bigint,
  customint6 bigint, customint7 bigint, customint8 bigint, customchar1 varchar(255), customchar2 varchar(255), customchar3 varchar(1333),
  customdec1 numeric(12,7), customdec2 numeric(12,7), customtext1 text, customtext2 text, customtext3 text, customtext4 text,
  timecreated bigint not null default 0, timemodified bigint not null default 0
);
create index mdl_enro_cou_ix on mdl_enrol (courseid);

create table mdl_enrol_flatfile (
  id bigserial primary key, action varchar(30) not null default '', roleid bigint not null, userid bigint not null, courseid bigint not null,
  timestart bigint not null default 0, timeend bigint not null default 0, timemodified bigint not null default 0
);
create index mdl_enroflat_cou_ix on mdl_enrol_flatfile (courseid);
create index mdl_enroflat_use_ix on mdl_enrol_flatfile (userid);

create table mdl_enrol_lti_users (
  id bigserial primary key, userid bigint not null, toolid bigint not null, serviceurl text, sourceid text, ltideploymentid bigint, consumerkey text,
  consumersecret text, membershipsurl text, membershipsid text, lastgrade numeric(10,5), lastaccess bigint, timecreated bigint
);
create index mdl_enroltiuser_use_ix on mdl_enrol_lti_users (userid);

create table mdl_enrol_paypal (
  id bigserial primary key, business varchar(255) not null default '', receiver_email varchar(255) not null default '',
  receiver_id varchar(255) not null default '', item_name varchar(255) not null default '', courseid bigint not null default 0,
  userid bigint not null default 0, instanceid bigint not null default 0, memo varchar(255) not null default '', tax varchar(255) not null default '',
  option_name1 varchar(255) not null default '', option_selection1_x varchar(255) not null default '', option_name2 varchar(255) not null default '',
  option_selection2_x varchar(255) not null default '', payment_status varchar(255) not null default '',
  pending_reason varchar(255) not null default '', reason_code varchar(30) not null default '', txn_id varchar(255) not null default '',
  parent_txn_id varchar(255) not null default '', payment_type varchar(30) not null default '', timeupdated bigint not null default 0
);
create index mdl_enropayp_cou_ix on mdl_enrol_paypal (courseid);
create index mdl_enropayp_use_ix on mdl_enrol_paypal (userid);

create table mdl_event (
  id bigserial primary key, name text not null, description text not null, format smallint not null default 0, categoryid bigint not null default 0,
  courseid bigint not null default 0, groupid bigint not null default 0, userid bigint not null default 0, repeatid bigint not null default 0,
  component varchar(100), modulename varchar(20) not null default '', instance bigint not null default 0, "type" smallint not null default 0,
  eventtype varchar(20) not null default '', timestart bigint not null default 0, timeduration bigint not null default 0, timesort bigint,
  visible smallint not null default 1, uuid varchar(255) not null default '', sequence bigint not null default 1,
  timemodified bigint not null default 0, subscriptionid bigint, priority bigint, location text
);
create index mdl_even_sub_ix on mdl_event (subscriptionid);
create index mdl_even_use_ix on mdl_event (userid);

create table mdl_event_subscriptions (
  id bigserial primary key, url varchar(255) not null default '', categoryid bigint not null default 0, courseid bigint not null default 0,
  groupid bigint not null default 0, userid bigint not null default 0, eventtype varchar(20) not null default '',
  pollinterval bigint not null default 0, lastupdated bigint, name varchar(255) not null default ''
);
create index mdl_evensubs_use_ix on mdl_event_subscriptions (userid);

create table mdl_events_queue (
  id bigserial primary key, eventdata text not null, stackdump text, userid bigint, timecreated bigint not null
);
create index mdl_evenqueu_use_ix on mdl_events_queue (userid);

create table mdl_external_services (
  id bigserial primary key, name varchar(200) not null default '', enabled smallint not null, requiredcapability varchar(150),
  restrictedusers smallint not null, component varchar(100), timecreated bigint not null, timemodified bigint, shortname varchar(255),
  downloadfiles smallint not null default 0, uploadfiles smallint not null default 0
);
create unique index mdl_exteserv_nam_uix on mdl_external_services (name);

create table mdl_external_services_users (
  id bigserial primary key, externalserviceid bigint not null, userid bigint not null, iprestriction varchar(255), validuntil bigint,
  timecreated bigint
);
create index mdl_exteservuser_ext_ix on mdl_external_services_users (externalserviceid);
create index mdl_exteservuser_use_ix on mdl_external_services_users (userid);

create table mdl_external_tokens (
  id bigserial primary key, token varchar(128) not null default '', privatetoken varchar(64), tokentype smallint not null, userid bigint not null,
  externalserviceid bigint not null, sid varchar(128), contextid bigint not null, creatorid bigint not null default 1, iprestriction varchar(255),
  validuntil bigint, timecreated bigint not null, lastaccess bigint
);
create index mdl_extetoke_con_ix on mdl_external_tokens (contextid);
create index mdl_extetoke_cre_ix on mdl_external_tokens (creatorid);
create index mdl_extetoke_ext_ix on mdl_external_tokens (externalserviceid);
create index mdl_extetoke_use_ix on mdl_external_tokens (userid);

create table mdl_favourite (
  id bigserial primary key, component varchar(100) not null default '', itemtype varchar(100) not null default '', itemid bigint not null,
  contextid bigint not null, userid bigint not null, ordering bigint, timecreated bigint not null, timemodified bigint not null
);
create unique index mdl_favo_comiteiteconuse_uix on mdl_favourite (component, itemtype, itemid, contextid, userid);
create index mdl_favo_con_ix on mdl_favourite (contextid);
create index mdl_favo_use_ix on mdl_favourite (userid);

create table mdl_feedback (
  id bigserial primary key, course bigint not null default 0, name varchar(255) not null default '', intro text not null,
  introformat smallint not null default 0, anonymous smallint not null default 1, email_notification smallint not null default 1,
  multiple_submit smallint not null default 1, autonumbering smallint not null default 1, site_after_submit varchar(255) not null default '',
  page_after_submit text not null, page_after_submitformat smallint not null default 0, publish_stats smallint not null default 0,
  timeopen bigint not null default 0, timeclose bigint not null default 0, timemodified bigint not null default 0,
  completionsubmit smallint not null default 0
);

create table mdl_feedback_completed (
  id bigserial primary key, feedback bigint not null default 0, userid bigint not null default 0, timemodified bigint not null default 0,
  random_response bigint not null default 0, anonymous_response smallint not null default 0, courseid bigint not null default 0
);
create index mdl_feedcomp_fee_ix on mdl_feedback_completed (feedback);
create index mdl_feedcomp_use_ix on mdl_feedback_completed (userid);

create table mdl_feedback_completedtmp (
  id bigserial primary key, feedback bigint not null default 0, userid bigint not null default 0, guestid varchar(255) not null default '',
  timemodified bigint not null default 0, random_response bigint not null default 0, anonymous_response smallint not null default 0,
  courseid bigint not null default 0
);
create index mdl_feedcomp_fee2_ix on mdl_feedback_completedtmp (feedback);
create index mdl_feedcomp_use2_ix on mdl_feedback_completedtmp (userid);

create table mdl_feedback_item (
  id bigserial primary key, feedback bigint not null default 0, template bigint not null default 0, name varchar(255) not null default '',
  label varchar(255) not null default '', presentation text not null, typ varchar(255) not null default '', hasvalue smallint not null default 0,
  position smallint not null default 0, required smallint not null default 0, dependitem bigint not null default 0,
  dependvalue varchar(255) not null default '', options varchar(255) not null default ''
);

create table mdl_feedback_value (
  id bigserial primary key, course_id bigint not null default 0, item bigint not null default 0, completed bigint not null default 0,
  tmp_completed bigint not null default 0, "value" text not null
);
create unique index mdl_feedvalu_comitecou_uix on mdl_feedback_value (completed, item, course_id);
create index mdl_feedvalu_ite_ix on mdl_feedback_value (item);

create table mdl_feedback_valuetmp (
  id bigserial primary key, course_id bigint not null default 0, item bigint not null default 0, completed bigint not null default 0,
  tmp_completed bigint not null default 0, "value" text not null
);
create unique index mdl_feedvalu_comitecou2_uix on mdl_feedback_valuetmp (completed, item, course_id);
create index mdl_feedvalu_ite2_ix on mdl_feedback_valuetmp (item);

create table mdl_files (
  id bigserial primary key, contenthash varchar(40) not null default '', pathnamehash varchar(40) not null default '', contextid bigint not null,
  component varchar(100) not null default '', filearea varchar(50) not null default '', itemid bigint not null,
  filepath varchar(255) not null default '', filename varchar(255) not null default '', userid bigint, filesize bigint not null, mimetype varchar(100),
  status bigint not null default 0, source text, author varchar(255), license varchar(255), timecreated bigint not null, timemodified bigint not null,
  sortorder bigint not null default 0, referencefileid bigint
);
create index mdl_file_con2_ix on mdl_files (contextid);
create unique index mdl_file_pat_uix on mdl_files (pathnamehash);
create index mdl_file_use_ix on mdl_files (userid);

create table mdl_forum (
  id bigserial primary key, course bigint not null default 0, "type" varchar(20) not null default 'general', name varchar(255) not null default '',
  intro text not null, introformat smallint not null default 0, duedate bigint not null default 0, cutoffdate bigint not null default 0,
  assessed bigint not null default 0, assesstimestart bigint not null default 0, assesstimefinish bigint not null default 0,
  scale bigint not null default 0, grade_forum bigint not null default 0, grade_forum_notify smallint not null default 0,
  maxbytes bigint not null default 0, maxattachments bigint not null default 1, forcesubscribe smallint not null default 0,
  trackingtype smallint not null default 1, rsstype smallint not null default 0, rssarticles smallint not null default 0,
  timemodified bigint not null default 0, warnafter bigint not null default 0, blockafter bigint not null default 0,
  blockperiod bigint not null default 0, completiondiscussions integer not null default 0, completionreplies integer not null default 0,
  completionposts integer not null default 0, displaywordcount smallint not null default 0, lockdiscussionafter bigint not null default 0
);

create table mdl_forum_digests (
  id bigserial primary key, userid bigint not null, forum bigint not null, maildigest smallint not null default -1
);
create index mdl_forudige_for_ix on mdl_forum_digests (forum);
create unique index mdl_forudige_forusemai_uix on mdl_forum_digests (forum, userid, maildigest);
create index mdl_forudige_use_ix on mdl_forum_digests (userid);

create table mdl_forum_discussion_subs (
  id bigserial primary key, forum bigint not null, userid bigint not null, discussion bigint not null, preference bigint not null default 1
);
create index mdl_forudiscsubs_dis_ix on mdl_forum_discussion_subs (discussion);
create index mdl_forudiscsubs_for_ix on mdl_forum_discussion_subs (forum);
create index mdl_forudiscsubs_use_ix on mdl_forum_discussion_subs (userid);
create unique index mdl_forudiscsubs_usedis_uix on mdl_forum_discussion_subs (userid, discussion);

create table mdl_forum_discussions (
  id bigserial primary key, course bigint not null default 0, forum bigint not null default 0, name varchar(255) not null default '',
  firstpost bigint not null default 0, userid bigint not null default 0, groupid bigint not null default -1, assessed smallint not null default 1,
  timemodified bigint not null default 0, usermodified bigint not null default 0, timestart bigint not null default 0,
  timeend bigint not null default 0, pinned smallint not null default 0, timelocked bigint not null default 0
);
create index mdl_forudisc_for_ix on mdl_forum_discussions (forum);
create index mdl_forudisc_use2_ix on mdl_forum_discussions (usermodified);
create index mdl_forudisc_use_ix on mdl_forum_discussions (userid);

create table mdl_forum_grades (
  id bigserial primary key, forum bigint not null, itemnumber bigint not null, userid bigint not null, grade numeric(10,5),
  timecreated bigint not null, timemodified bigint not null
);
create index mdl_forugrad_for_ix on mdl_forum_grades (forum);
create unique index mdl_forugrad_foriteuse_uix on mdl_forum_grades (forum, itemnumber, userid);
create index mdl_forugrad_use_ix on mdl_forum_grades (userid);

create table mdl_forum_posts (
  id bigserial primary key, discussion bigint not null default 0, parent bigint not null default 0, userid bigint not null default 0,
  created bigint not null default 0, modified bigint not null default 0, mailed smallint not null default 0, subject varchar(255) not null default '',
  message text not null, messageformat smallint not null default 0, messagetrust smallint not null default 0,
  attachment varchar(100) not null default '', totalscore smallint not null default 0, mailnow bigint not null default 0,
  deleted smallint not null default 0, privatereplyto bigint not null default 0, wordcount bigint, charcount bigint
);
create index mdl_forupost_dis_ix on mdl_forum_posts (discussion);
create index mdl_forupost_pri_ix on mdl_forum_posts (privatereplyto);
create index mdl_forupost_use_ix on mdl_forum_posts (userid);

create table mdl_forum_queue (
  id bigserial primary key, userid bigint not null default 0, discussionid bigint not null default 0, postid bigint not null default 0,
  timemodified bigint not null default 0
);
create index mdl_foruqueu_dis_ix on mdl_forum_queue (discussionid);
create index mdl_foruqueu_use_ix on mdl_forum_queue (userid);

create table mdl_forum_read (
  id bigserial primary key, userid bigint not null default 0, forumid bigint not null default 0, discussionid bigint not null default 0,
  postid bigint not null default 0, firstread bigint not null default 0, lastread bigint not null default 0
);
create index mdl_foruread_foruse_ix on mdl_forum_read (forumid, userid);
create index mdl_foruread_use_ix on mdl_forum_read (userid);

create table mdl_forum_subscriptions (
  id bigserial primary key, userid bigint not null default 0, forum bigint not null default 0
);
create index mdl_forusubs_for_ix on mdl_forum_subscriptions (forum);
create index mdl_forusubs_use_ix on mdl_forum_subscriptions (userid);
create unique index mdl_forusubs_usefor_uix on mdl_forum_subscriptions (userid, forum);

create table mdl_forum_track_prefs (
  id bigserial primary key, userid bigint not null default 0, forumid bigint not null default 0
);
create index mdl_forutracpref_usefor_ix on mdl_forum_track_prefs (userid, forumid);

create table mdl_glossary (
  id bigserial primary key, course bigint not null default 0, name varchar(255) not null default '', intro text not null,
  introformat smallint not null default 0, allowduplicatedentries smallint not null default 0, displayformat varchar(50) not null default 'dictionary',
  mainglossary smallint not null default 0, showspecial smallint not null default 1, showalphabet smallint not null default 1,
  showall smallint not null default 1, allowcomments smallint not null default 0, allowprintview smallint not null default 1,
  usedynalink smallint not null default 1, defaultapproval smallint not null default 1, approvaldisplayformat varchar(50) not null default 'default',
  globalglossary smallint not null default 0, entbypage smallint not null default 10, editalways smallint not null default 0,
  rsstype smallint not null default 0, rssarticles smallint not null default 0, assessed bigint not null default 0,
  assesstimestart bigint not null default 0, assesstimefinish bigint not null default 0, scale bigint not null default 0,
  timecreated bigint not null default 0, timemodified bigint not null default 0, completionentries integer not null default 0
);

create table mdl_glossary_alias (
  id bigserial primary key, entryid bigint not null default 0, alias varchar(255) not null default ''
);
create index mdl_glosalia_ent_ix on mdl_glossary_alias (entryid);

create table mdl_glossary_categories (
  id bigserial primary key, glossaryid bigint not null default 0, name varchar(255) not null default '', usedynalink smallint not null default 1
);

create table mdl_glossary_entries (
  id bigserial primary key, glossaryid bigint not null default 0, userid bigint not null default 0, concept varchar(255) not null default '',
  definition text not null, definitionformat smallint not null default 0, definitiontrust smallint not null default 0,
  attachment varchar(100) not null default '', timecreated bigint not null default 0, timemodified bigint not null default 0,
  teacherentry smallint not null default 0, sourceglossaryid bigint not null default 0, usedynalink smallint not null default 1,
  casesensitive smallint not null default 0, fullmatch smallint not null default 1, approved smallint not null default 1
);
create index mdl_glosentr_glo_ix on mdl_glossary_entries (glossaryid);
create index mdl_glosentr_use_ix on mdl_glossary_entries (userid);

create table mdl_glossary_entries_categories (
  id bigserial primary key, categoryid bigint not null default 0, entryid bigint not null default 0
);
create index mdl_glosentrcate_cat_ix on mdl_glossary_entries_categories (categoryid);
create index mdl_glosentrcate_ent_ix on mdl_glossary_entries_categories (entryid);

create table mdl_grade_categories_history (
  id bigserial primary key, action bigint not null default 0, oldid bigint not null, source varchar(255), timemodified bigint, loggeduser bigint,
  courseid bigint not null, parent bigint, depth bigint not null default 0, path varchar(255), fullname varchar(255) not null default '',
  aggregation bigint not null default 0, keephigh bigint not null default 0, droplow bigint not null default 0,
  aggregateonlygraded smallint not null default 0, aggregateoutcomes smallint not null default 0, aggregatesubcats smallint not null default 0,
  hidden bigint not null default 0
);
create index mdl_gradcatehist_log_ix on mdl_grade_categories_history (loggeduser);

create table mdl_grade_grades (
  id bigserial primary key, itemid bigint not null, userid bigint not null, rawgrade numeric(10,5), rawgrademax numeric(10,5) not null default 100,
  rawgrademin numeric(10,5) not null default 0, rawscaleid bigint, usermodified bigint, finalgrade numeric(10,5), hidden bigint not null default 0,
  locked bigint not null default 0, locktime bigint not null default 0, exported bigint not null default 0, overridden bigint not null default 0,
  excluded bigint not null default 0, feedback text, feedbackformat bigint not null default 0, information text,
  informationformat bigint not null default 0, timecreated bigint, timemodified bigint, aggregationstatus varchar(10) not null default 'unknown',
  aggregationweight numeric(10,5)
);
create index mdl_gradgrad_ite_ix on mdl_grade_grades (itemid);
create index mdl_gradgrad_use2_ix on mdl_grade_grades (usermodified);
create index mdl_gradgrad_use_ix on mdl_grade_grades (userid);
create unique index mdl_gradgrad_useite_uix on mdl_grade_grades (userid, itemid);

create table mdl_grade_grades_history (
  id bigserial primary key, action bigint not null default 0, oldid bigint not null, source varchar(255), timemodified bigint, loggeduser bigint,
  itemid bigint not null, userid bigint not null, rawgrade numeric(10,5), rawgrademax numeric(10,5) not null default 100,
  rawgrademin numeric(10,5) not null default 0, rawscaleid bigint, usermodified bigint, finalgrade numeric(10,5), hidden bigint not null default 0,
  locked bigint not null default 0, locktime bigint not null default 0, exported bigint not null default 0, overridden bigint not null default 0,
  excluded bigint not null default 0, feedback text, feedbackformat bigint not null default 0, information text,
  informationformat bigint not null default 0
);
create index mdl_gradgradhist_ite_ix on mdl_grade_grades_history (itemid);
create index mdl_gradgradhist_log_ix on mdl_grade_grades_history (loggeduser);
create index mdl_gradgradhist_use2_ix on mdl_grade_grades_history (usermodified);
create index mdl_gradgradhist_use_ix on mdl_grade_grades_history (userid);
create index mdl_gradgradhist_useitetim_ix on mdl_grade_grades_history (userid, itemid, timemodified);

create table mdl_grade_import_values (
  id bigserial primary key, itemid bigint, newgradeitem bigint, userid bigint not null, finalgrade numeric(10,5), feedback text,
  importcode bigint not null, importer bigint, importonlyfeedback smallint default 0
);
create index mdl_gradimpovalu_imp_ix on mdl_grade_import_values (importer);
create index mdl_gradimpovalu_use_ix on mdl_grade_import_values (userid);

create table mdl_grade_items (
  id bigserial primary key, courseid bigint, categoryid bigint, itemname varchar(255), itemtype varchar(30) not null default '',
  itemmodule varchar(30), iteminstance bigint, itemnumber bigint, iteminfo text, idnumber varchar(255), calculation text,
  gradetype smallint not null default 1, grademax numeric(10,5) not null default 100, grademin numeric(10,5) not null default 0, scaleid bigint,
  outcomeid bigint, gradepass numeric(10,5) not null default 0, multfactor numeric(10,5) not null default 1.0,
  plusfactor numeric(10,5) not null default 0, aggregationcoef numeric(10,5) not null default 0, aggregationcoef2 numeric(10,5) not null default 0,
  sortorder bigint not null default 0, display bigint not null default 0, decimals smallint, hidden bigint not null default 0,
  locked bigint not null default 0, locktime bigint not null default 0, needsupdate bigint not null default 0,
  weightoverride smallint not null default 0, timecreated bigint, timemodified bigint
);
create index mdl_graditem_cou_ix on mdl_grade_items (courseid);

create table mdl_grade_items_history (
  id bigserial primary key, action bigint not null default 0, oldid bigint not null, source varchar(255), timemodified bigint, loggeduser bigint,
  courseid bigint, categoryid bigint, itemname varchar(255), itemtype varchar(30) not null default '', itemmodule varchar(30), iteminstance bigint,
  itemnumber bigint, iteminfo text, idnumber varchar(255), calculation text, gradetype smallint not null default 1,
  grademax numeric(10,5) not null default 100, grademin numeric(10,5) not null default 0, scaleid bigint, outcomeid bigint,
  gradepass numeric(10,5) not null default 0, multfactor numeric(10,5) not null default 1.0, plusfactor numeric(10,5) not null default 0,
  aggregationcoef numeric(10,5) not null default 0, aggregationcoef2 numeric(10,5) not null default 0, sortorder bigint not null default 0,
  hidden bigint not null default 0, locked bigint not null default 0, locktime bigint not null default 0, needsupdate bigint not null default 0,
  display bigint not null default 0, decimals smallint, weightoverride smallint not null default 0
);
create index mdl_graditemhist_log_ix on mdl_grade_items_history (loggeduser);

create table mdl_grade_outcomes_history (
  id bigserial primary key, action bigint not null default 0, oldid bigint not null, source varchar(255), timemodified bigint, loggeduser bigint,
  courseid bigint, shortname varchar(255) not null default '', fullname text not null, scaleid bigint, description text,
  descriptionformat smallint not null default 0
);
create index mdl_gradoutchist_log_ix on mdl_grade_outcomes_history (loggeduser);

create table mdl_grading_areas (
  id bigserial primary key, contextid bigint not null, component varchar(100) not null default '', areaname varchar(100) not null default '',
  activemethod varchar(100)
);
create unique index mdl_gradarea_concomare_uix on mdl_grading_areas (contextid, component, areaname);

create table mdl_grading_definitions (
  id bigserial primary key, areaid bigint not null, method varchar(100) not null default '', name varchar(255) not null default '', description text,
  descriptionformat smallint, status bigint not null default 0, copiedfromid bigint, timecreated bigint not null, usercreated bigint not null,
  timemodified bigint not null, usermodified bigint not null, timecopied bigint default 0, options text
);
create index mdl_graddefi_are_ix on mdl_grading_definitions (areaid);
create unique index mdl_graddefi_aremet_uix on mdl_grading_definitions (areaid, method);
create index mdl_graddefi_use2_ix on mdl_grading_definitions (usercreated);
create index mdl_graddefi_use_ix on mdl_grading_definitions (usermodified);

create table mdl_grading_instances (
  id bigserial primary key, definitionid bigint not null, raterid bigint not null, itemid bigint, rawgrade numeric(10,5),
  status bigint not null default 0, feedback text, feedbackformat smallint, timemodified bigint not null
);
create index mdl_gradinst_def_ix on mdl_grading_instances (definitionid);
create index mdl_gradinst_rat_ix on mdl_grading_instances (raterid);

create table mdl_gradingform_guide_criteria (
  id bigserial primary key, definitionid bigint not null, sortorder bigint not null, shortname varchar(255) not null default '', description text,
  descriptionformat smallint, descriptionmarkers text, descriptionmarkersformat smallint, maxscore numeric(10,5) not null
);

create table mdl_gradingform_guide_fillings (
  id bigserial primary key, instanceid bigint not null, criterionid bigint not null, remark text, remarkformat smallint, score numeric(10,5) not null
);
create index mdl_gradguidfill_cri_ix on mdl_gradingform_guide_fillings (criterionid);
create index mdl_gradguidfill_ins_ix on mdl_gradingform_guide_fillings (instanceid);
create unique index mdl_gradguidfill_inscri_uix on mdl_gradingform_guide_fillings (instanceid, criterionid);

create table mdl_gradingform_rubric_criteria (
  id bigserial primary key, definitionid bigint not null, sortorder bigint not null, description text, descriptionformat smallint
);

create table mdl_gradingform_rubric_fillings (
  id bigserial primary key, instanceid bigint not null, criterionid bigint not null, levelid bigint, remark text, remarkformat smallint
);
create index mdl_gradrubrfill_cri_ix on mdl_gradingform_rubric_fillings (criterionid);
create index mdl_gradrubrfill_ins_ix on mdl_gradingform_rubric_fillings (instanceid);
create unique index mdl_gradrubrfill_inscri_uix on mdl_gradingform_rubric_fillings (instanceid, criterionid);

create table mdl_groups (
  id bigserial primary key, courseid bigint not null, idnumber varchar(100) not null default '', name varchar(254) not null default '',
  description text, descriptionformat smallint not null default 0, enrolmentkey varchar(50), picture bigint not null default 0,
  timecreated bigint not null default 0, timemodified bigint not null default 0
);
create index mdl_grou_cou_ix on mdl_groups (courseid);

create table mdl_groups_members (
  id bigserial primary key, groupid bigint not null default 0, userid bigint not null default 0, timeadded bigint not null default 0,
  component varchar(100) not null default '', itemid bigint not null default 0
);
create index mdl_groumemb_gro_ix on mdl_groups_members (groupid);
create index mdl_groumemb_use_ix on mdl_groups_members (userid);
create unique index mdl_groumemb_usegro_uix on mdl_groups_members (userid, groupid);

create table mdl_h5pactivity (
  id bigserial primary key, course bigint not null, name varchar(255) not null default '', timecreated bigint not null, timemodified bigint not null,
  intro text, introformat smallint not null default 0, grade bigint default 0, displayoptions smallint not null default 0,
  enabletracking smallint not null default 1, grademethod smallint not null default 1, reviewmode smallint default 1
);

create table mdl_h5pactivity_attempts (
  id bigserial primary key, h5pactivityid bigint not null, userid bigint not null, timecreated bigint not null, timemodified bigint not null,
  attempt integer not null default 1, rawscore bigint default 0, maxscore bigint default 0, scaled numeric(10,5) not null default 0,
  duration bigint default 0, completion smallint, success smallint
);
create index mdl_h5paatte_h5p_ix on mdl_h5pactivity_attempts (h5pactivityid);
create index mdl_h5paatte_h5ptim_ix on mdl_h5pactivity_attempts (h5pactivityid, timecreated);
create index mdl_h5paatte_h5puse_ix on mdl_h5pactivity_attempts (h5pactivityid, userid);
create unique index mdl_h5paatte_h5puseatt_uix on mdl_h5pactivity_attempts (h5pactivityid, userid, attempt);

create table mdl_h5pactivity_attempts_results (
  id bigserial primary key, attemptid bigint not null, subcontent varchar(128), timecreated bigint not null, interactiontype varchar(128),
  description text, correctpattern text, response text not null, additionals text, rawscore bigint not null default 0,
  maxscore bigint not null default 0, duration bigint default 0, completion smallint, success smallint
);
create index mdl_h5paatteresu_att_ix on mdl_h5pactivity_attempts_results (attemptid);
create index mdl_h5paatteresu_atttim_ix on mdl_h5pactivity_attempts_results (attemptid, timecreated);

create table mdl_infected_files (
  id bigserial primary key, filename text not null, quarantinedfile text, userid bigint not null, reason text not null,
  timecreated bigint not null default 0
);
create index mdl_infefile_use_ix on mdl_infected_files (userid);

create table mdl_lesson (
  id bigserial primary key, course bigint not null default 0, name varchar(255) not null default '', intro text,
  introformat smallint not null default 0, practice smallint not null default 0, modattempts smallint not null default 0,
  usepassword smallint not null default 0, password varchar(32) not null default '', dependency bigint not null default 0, conditions text not null,
  grade bigint not null default 0, custom smallint not null default 0, ongoing smallint not null default 0, usemaxgrade smallint not null default 0,
  maxanswers smallint not null default 4, maxattempts smallint not null default 5, review smallint not null default 0,
  nextpagedefault smallint not null default 0, feedback smallint not null default 1, minquestions smallint not null default 0,
  maxpages smallint not null default 0, timelimit bigint not null default 0, retake smallint not null default 1,
  activitylink bigint not null default 0, mediafile varchar(255) not null default '', mediaheight bigint not null default 100,
  mediawidth bigint not null default 650, mediaclose smallint not null default 0, slideshow smallint not null default 0,
  width bigint not null default 640, height bigint not null default 480, bgcolor varchar(7) not null default '#FFFFFF',
  displayleft smallint not null default 0, displayleftif smallint not null default 0, progressbar smallint not null default 0,
  available bigint not null default 0, deadline bigint not null default 0, timemodified bigint not null default 0,
  completionendreached smallint default 0, completiontimespent bigint default 0, allowofflineattempts smallint default 0
);

create table mdl_lesson_attempts (
  id bigserial primary key, lessonid bigint not null default 0, pageid bigint not null default 0, userid bigint not null default 0,
  answerid bigint not null default 0, retry smallint not null default 0, correct bigint not null default 0, useranswer text,
  timeseen bigint not null default 0
);
create index mdl_lessatte_les_ix on mdl_lesson_attempts (lessonid);
create index mdl_lessatte_pag_ix on mdl_lesson_attempts (pageid);
create index mdl_lessatte_use_ix on mdl_lesson_attempts (userid);

create table mdl_lesson_branch (
  id bigserial primary key, lessonid bigint not null default 0, userid bigint not null default 0, pageid bigint not null default 0,
  retry bigint not null default 0, flag smallint not null default 0, timeseen bigint not null default 0, nextpageid bigint not null default 0
);
create index mdl_lessbran_les_ix on mdl_lesson_branch (lessonid);
create index mdl_lessbran_pag_ix on mdl_lesson_branch (pageid);
create index mdl_lessbran_use_ix on mdl_lesson_branch (userid);

create table mdl_lesson_grades (
  id bigserial primary key, lessonid bigint not null default 0, userid bigint not null default 0, grade double precision not null default 0,
  late smallint not null default 0, completed bigint not null default 0
);
create index mdl_lessgrad_les_ix on mdl_lesson_grades (lessonid);
create index mdl_lessgrad_use_ix on mdl_lesson_grades (userid);

create table mdl_lesson_overrides (
  id bigserial primary key, lessonid bigint not null default 0, groupid bigint, userid bigint, available bigint, deadline bigint, timelimit bigint,
  review smallint, maxattempts smallint, retake smallint, password varchar(32)
);
create index mdl_lessover_les_ix on mdl_lesson_overrides (lessonid);
create index mdl_lessover_use_ix on mdl_lesson_overrides (userid);

create table mdl_lesson_pages (
  id bigserial primary key, lessonid bigint not null default 0, prevpageid bigint not null default 0, nextpageid bigint not null default 0,
  qtype smallint not null default 0, qoption smallint not null default 0, layout smallint not null default 1, display smallint not null default 1,
  timecreated bigint not null default 0, timemodified bigint not null default 0, title varchar(255) not null default '', contents text not null,
  contentsformat smallint not null default 0
);

create table mdl_lesson_timer (
  id bigserial primary key, lessonid bigint not null default 0, userid bigint not null default 0, starttime bigint not null default 0,
  lessontime bigint not null default 0, completed smallint default 0, timemodifiedoffline bigint not null default 0
);
create index mdl_lesstime_les_ix on mdl_lesson_timer (lessonid);
create index mdl_lesstime_use_ix on mdl_lesson_timer (userid);

create table mdl_log (
  id bigserial primary key, "time" bigint not null default 0, userid bigint not null default 0, ip varchar(45) not null default '',
  course bigint not null default 0, module varchar(20) not null default '', cmid bigint not null default 0, action varchar(40) not null default '',
  url varchar(100) not null default '', info varchar(255) not null default ''
);
create index mdl_log_usecou_ix on mdl_log (userid, course);

create table mdl_logstore_standard_log (
  id bigserial primary key, eventname varchar(255) not null default '', component varchar(100) not null default '',
  action varchar(100) not null default '', target varchar(100) not null default '', objecttable varchar(50), objectid bigint,
  crud varchar(1) not null default '', edulevel smallint not null, contextid bigint not null, contextlevel bigint not null,
  contextinstanceid bigint not null, userid bigint not null, courseid bigint, relateduserid bigint, anonymous smallint not null default 0, other text,
  timecreated bigint not null, origin varchar(10), ip varchar(45), realuserid bigint
);
create index mdl_logsstanlog_con_ix on mdl_logstore_standard_log (contextid);
create index mdl_logsstanlog_cou_ix on mdl_logstore_standard_log (courseid);
create index mdl_logsstanlog_couanotim_ix on mdl_logstore_standard_log (courseid, anonymous, timecreated);
create index mdl_logsstanlog_rea_ix on mdl_logstore_standard_log (realuserid);
create index mdl_logsstanlog_rel_ix on mdl_logstore_standard_log (relateduserid);
create index mdl_logsstanlog_use_ix on mdl_logstore_standard_log (userid);
create index mdl_logsstanlog_useconconcr_ix on mdl_logstore_standard_log (userid, contextlevel, contextinstanceid, crud, edulevel, timecreated);

create table mdl_lti (
  id bigserial primary key, course bigint not null default 0, name varchar(255) not null default '', intro text, introformat smallint default 0,
  timecreated bigint not null default 0, timemodified bigint not null default 0, typeid bigint, toolurl text not null, securetoolurl text,
  instructorchoicesendname smallint, instructorchoicesendemailaddr smallint, instructorchoiceallowroster smallint,
  instructorchoiceallowsetting smallint, instructorcustomparameters text, instructorchoiceacceptgrades smallint, grade bigint not null default 100,
  launchcontainer smallint not null default 1, resourcekey varchar(255), password varchar(255), debuglaunch smallint not null default 0,
  showtitlelaunch smallint not null default 0, showdescriptionlaunch smallint not null default 0, servicesalt varchar(40), icon text, secureicon text
);

create table mdl_lti_submission (
  id bigserial primary key, ltiid bigint not null, userid bigint not null, datesubmitted bigint not null, dateupdated bigint not null,
  gradepercent numeric(10,5) not null, originalgrade numeric(10,5) not null, launchid bigint not null, state smallint not null
);
create index mdl_ltisubm_lti_ix on mdl_lti_submission (ltiid);

create table mdl_lti_types (
  id bigserial primary key, name varchar(255) not null default 'basiclti Activity', baseurl text not null, tooldomain varchar(255) not null default '',
  state smallint not null default 2, course bigint not null, coursevisible smallint not null default 0, ltiversion varchar(10) not null default '',
  clientid varchar(255), toolproxyid bigint, enabledcapability text, parameter text, icon text, secureicon text, createdby bigint not null,
  timecreated bigint not null, timemodified bigint not null, description text
);
create unique index mdl_ltitype_cli_uix on mdl_lti_types (clientid);

create table mdl_message (
  id bigserial primary key, useridfrom bigint not null default 0, useridto bigint not null default 0, subject text, fullmessage text,
  fullmessageformat smallint default 0, fullmessagehtml text, smallmessage text, notification smallint default 0, contexturl text, contexturlname text,
  timecreated bigint not null default 0, timeuserfromdeleted bigint not null default 0, timeusertodeleted bigint not null default 0,
  component varchar(100), eventtype varchar(100), customdata text
);
create index mdl_mess_usetimnot2_ix on mdl_message (useridto, timeusertodeleted, notification);
create index mdl_mess_usetimnot_ix on mdl_message (useridfrom, timeuserfromdeleted, notification);
create index mdl_mess_useusetimtim_ix on mdl_message (useridfrom, useridto, timeuserfromdeleted, timeusertodeleted);

create table mdl_message_airnotifier_devices (
  id bigserial primary key, userdeviceid bigint not null, enable smallint not null default 1
);
create unique index mdl_messairndevi_use_uix on mdl_message_airnotifier_devices (userdeviceid);

create table mdl_message_contact_requests (
  id bigserial primary key, userid bigint not null, requesteduserid bigint not null, timecreated bigint not null
);
create index mdl_messcontrequ_req_ix on mdl_message_contact_requests (requesteduserid);
create index mdl_messcontrequ_use_ix on mdl_message_contact_requests (userid);
create unique index mdl_messcontrequ_usereq_uix on mdl_message_contact_requests (userid, requesteduserid);

create table mdl_message_contacts (
  id bigserial primary key, userid bigint not null, contactid bigint not null, timecreated bigint
);
create index mdl_messcont_con_ix on mdl_message_contacts (contactid);
create index mdl_messcont_use_ix on mdl_message_contacts (userid);
create unique index mdl_messcont_usecon_uix on mdl_message_contacts (userid, contactid);

create table mdl_message_conversation_actions (
  id bigserial primary key, userid bigint not null, conversationid bigint not null, action bigint not null, timecreated bigint not null
);
create index mdl_messconvacti_con_ix on mdl_message_conversation_actions (conversationid);
create index mdl_messconvacti_use_ix on mdl_message_conversation_actions (userid);

create table mdl_message_conversation_members (
  id bigserial primary key, conversationid bigint not null, userid bigint not null, timecreated bigint not null
);
create index mdl_messconvmemb_con_ix on mdl_message_conversation_members (conversationid);
create index mdl_messconvmemb_use_ix on mdl_message_conversation_members (userid);

create table mdl_message_conversations (
  id bigserial primary key, "type" bigint not null default 1, name varchar(255), convhash varchar(40), component varchar(100), itemtype varchar(100),
  itemid bigint, contextid bigint, enabled smallint not null default 0, timecreated bigint not null, timemodified bigint
);

create table mdl_message_email_messages (
  id bigserial primary key, useridto bigint not null, conversationid bigint not null, messageid bigint not null
);
create index mdl_messemaimess_mes_ix on mdl_message_email_messages (messageid);
create index mdl_messemaimess_use_ix on mdl_message_email_messages (useridto);

create table mdl_message_popup_notifications (
  id bigserial primary key, notificationid bigint not null
);
create index mdl_messpopunoti_not_ix on mdl_message_popup_notifications (notificationid);

create table mdl_message_read (
  id bigserial primary key, useridfrom bigint not null default 0, useridto bigint not null default 0, subject text, fullmessage text,
  fullmessageformat smallint default 0, fullmessagehtml text, smallmessage text, notification smallint default 0, contexturl text, contexturlname text,
  timecreated bigint not null default 0, timeread bigint not null default 0, timeuserfromdeleted bigint not null default 0,
  timeusertodeleted bigint not null default 0, component varchar(100), eventtype varchar(100)
);
create index mdl_messread_usetimnot2_ix on mdl_message_read (useridto, timeusertodeleted, notification);
create index mdl_messread_usetimnot_ix on mdl_message_read (useridfrom, timeuserfromdeleted, notification);
create index mdl_messread_useusetimtim_ix on mdl_message_read (useridfrom, useridto, timeuserfromdeleted, timeusertodeleted);

create table mdl_message_user_actions (
  id bigserial primary key, userid bigint not null, messageid bigint not null, action bigint not null, timecreated bigint not null
);
create index mdl_messuseracti_mes_ix on mdl_message_user_actions (messageid);
create index mdl_messuseracti_use_ix on mdl_message_user_actions (userid);
create unique index mdl_messuseracti_usemesact_uix on mdl_message_user_actions (userid, messageid, action);

create table mdl_message_users_blocked (
  id bigserial primary key, userid bigint not null, blockeduserid bigint not null, timecreated bigint
);
create index mdl_messuserbloc_blo_ix on mdl_message_users_blocked (blockeduserid);
create index mdl_messuserbloc_use_ix on mdl_message_users_blocked (userid);
create unique index mdl_messuserbloc_useblo_uix on mdl_message_users_blocked (userid, blockeduserid);

create table mdl_messageinbound_messagelist (
  id bigserial primary key, messageid text not null, userid bigint not null, address text not null, timecreated bigint not null
);
create index mdl_messmess_use_ix on mdl_messageinbound_messagelist (userid);

create table mdl_messages (
  id bigserial primary key, useridfrom bigint not null, conversationid bigint not null, subject text, fullmessage text,
  fullmessageformat smallint not null default 0, fullmessagehtml text, smallmessage text, timecreated bigint not null,
  fullmessagetrust smallint not null default 0, customdata text
);
create index mdl_mess_con_ix on mdl_messages (conversationid);
create index mdl_mess_contim_ix on mdl_messages (conversationid, timecreated);
create index mdl_mess_use_ix on mdl_messages (useridfrom);

create table mdl_mnet_log (
  id bigserial primary key, hostid bigint not null default 0, remoteid bigint not null default 0, "time" bigint not null default 0,
  userid bigint not null default 0, ip varchar(45) not null default '', course bigint not null default 0, coursename varchar(40) not null default '',
  module varchar(20) not null default '', cmid bigint not null default 0, action varchar(40) not null default '', url varchar(100) not null default '',
  info varchar(255) not null default ''
);

create table mdl_mnet_session (
  id bigserial primary key, userid bigint not null default 0, username varchar(100) not null default '', token varchar(40) not null default '',
  mnethostid bigint not null default 0, useragent varchar(40) not null default '', confirm_timeout bigint not null default 0,
  session_id varchar(40) not null default '', expires bigint not null default 0
);
create unique index mdl_mnetsess_tok_uix on mdl_mnet_session (token);
create index mdl_mnetsess_use_ix on mdl_mnet_session (userid);

create table mdl_mnetservice_enrol_enrolments (
  id bigserial primary key, hostid bigint not null, userid bigint not null, remotecourseid bigint not null, rolename varchar(255) not null default '',
  enroltime bigint not null default 0, enroltype varchar(20) not null default ''
);
create index mdl_mnetenroenro_use_ix on mdl_mnetservice_enrol_enrolments (userid);

create table mdl_modules (
  id bigserial primary key, name varchar(20) not null default '', cron bigint not null default 0, lastcron bigint not null default 0,
  search varchar(255) not null default '', visible smallint not null default 1
);

create table mdl_my_pages (
  id bigserial primary key, userid bigint default 0, name varchar(200) not null default '', private smallint not null default 1,
  sortorder integer not null default 0
);
create index mdl_mypage_usepri_ix on mdl_my_pages (userid, private);

create table mdl_notifications (
  id bigserial primary key, useridfrom bigint not null, useridto bigint not null, subject text, fullmessage text,
  fullmessageformat smallint not null default 0, fullmessagehtml text, smallmessage text, component varchar(100), eventtype varchar(100),
  contexturl text, contexturlname text, timeread bigint, timecreated bigint not null, customdata text
);
create index mdl_noti_use2_ix on mdl_notifications (useridto);
create index mdl_noti_use_ix on mdl_notifications (useridfrom);

create table mdl_oauth2_issuer (
  id bigserial primary key, timecreated bigint not null, timemodified bigint not null, usermodified bigint not null,
  name varchar(255) not null default '', image text not null, baseurl text not null, clientid text not null, clientsecret text not null,
  loginscopes text not null, loginscopesoffline text not null, loginparams text not null, loginparamsoffline text not null,
  alloweddomains text not null, scopessupported text, enabled smallint not null default 1, showonloginpage smallint not null default 1,
  basicauth smallint not null default 0, sortorder bigint not null, requireconfirmation smallint not null default 1, servicetype varchar(255),
  loginpagename varchar(255)
);

create table mdl_oauth2_refresh_token (
  id bigserial primary key, timecreated bigint not null, timemodified bigint not null, userid bigint not null, issuerid bigint not null,
  token text not null, scopehash varchar(40) not null default ''
);
create index mdl_oautrefrtoke_iss_ix on mdl_oauth2_refresh_token (issuerid);
create index mdl_oautrefrtoke_use_ix on mdl_oauth2_refresh_token (userid);
create unique index mdl_oautrefrtoke_useisssco_uix on mdl_oauth2_refresh_token (userid, issuerid, scopehash);

create table mdl_payments (
  id bigserial primary key, component varchar(100) not null default '', paymentarea varchar(50) not null default '', itemid bigint not null,
  userid bigint not null, amount varchar(20) not null default '', currency varchar(3) not null default '', accountid bigint not null,
  gateway varchar(100) not null default '', timecreated bigint not null default 0, timemodified bigint not null default 0
);
create index mdl_paym_use_ix on mdl_payments (userid);

create table mdl_portfolio_instance (
  id bigserial primary key, plugin varchar(50) not null default '', name varchar(255) not null default '', visible smallint not null default 1
);

create table mdl_portfolio_instance_user (
  id bigserial primary key, instance bigint not null, userid bigint not null, name varchar(255) not null default '', "value" text
);
create index mdl_portinstuser_ins_ix on mdl_portfolio_instance_user (instance);
create index mdl_portinstuser_use_ix on mdl_portfolio_instance_user (userid);

create table mdl_portfolio_log (
  id bigserial primary key, userid bigint not null, "time" bigint not null, portfolio bigint not null, caller_class varchar(150) not null default '',
  caller_file varchar(255) not null default '', caller_component varchar(255), caller_sha1 varchar(255) not null default '',
  tempdataid bigint not null default 0, returnurl varchar(255) not null default '', continueurl varchar(255) not null default ''
);
create index mdl_portlog_use_ix on mdl_portfolio_log (userid);

create table mdl_portfolio_tempdata (
  id bigserial primary key, data text, expirytime bigint not null, userid bigint not null, instance bigint default 0,
  queued smallint not null default 0
);
create index mdl_porttemp_use_ix on mdl_portfolio_tempdata (userid);

create table mdl_post (
  id bigserial primary key, module varchar(20) not null default '', userid bigint not null default 0, courseid bigint not null default 0,
  groupid bigint not null default 0, moduleid bigint not null default 0, coursemoduleid bigint not null default 0,
  subject varchar(128) not null default '', summary text, content text, uniquehash varchar(255) not null default '', rating bigint not null default 0,
  format bigint not null default 0, summaryformat smallint not null default 0, attachment varchar(100),
  publishstate varchar(20) not null default 'draft', lastmodified bigint not null default 0, created bigint not null default 0, usermodified bigint
);
create index mdl_post_cou_ix on mdl_post (courseid);
create unique index mdl_post_iduse_uix on mdl_post (id, userid);
create index mdl_post_use_ix on mdl_post (usermodified);

create table mdl_question (
  id bigserial primary key, parent bigint not null default 0, name varchar(255) not null default '', questiontext text not null,
  questiontextformat smallint not null default 0, generalfeedback text not null, generalfeedbackformat smallint not null default 0,
  defaultmark numeric(12,7) not null default 1, penalty numeric(12,7) not null default 0.3333333, qtype varchar(20) not null default '',
  length bigint not null default 1, stamp varchar(255) not null default '', timecreated bigint not null default 0,
  timemodified bigint not null default 0, createdby bigint, modifiedby bigint, creatoridnumber varchar(255) not null default '',
  modifieridnumber varchar(255) not null default ''
);
create index mdl_ques_cre_ix on mdl_question (createdby);
create index mdl_ques_mod_ix on mdl_question (modifiedby);

create table mdl_question_attempt_step_data (
  id bigserial primary key, attemptstepid bigint not null, name varchar(32) not null default '', "value" text
);
create index mdl_quesattestepdata_att_ix on mdl_question_attempt_step_data (attemptstepid);

create table mdl_question_attempt_steps (
  id bigserial primary key, questionattemptid bigint not null, sequencenumber bigint not null, state varchar(13) not null default '',
  fraction numeric(12,7), timecreated bigint not null, userid bigint
);
create index mdl_quesattestep_que_ix on mdl_question_attempt_steps (questionattemptid);
create unique index mdl_quesattestep_queseq_uix on mdl_question_attempt_steps (questionattemptid, sequencenumber);
create index mdl_quesattestep_use_ix on mdl_question_attempt_steps (userid);

create table mdl_question_attempts (
  id bigserial primary key, questionusageid bigint not null, slot bigint not null, behaviour varchar(32) not null default '',
  questionid bigint not null, variant bigint not null default 1, maxmark numeric(12,7) not null, minfraction numeric(12,7) not null,
  maxfraction numeric(12,7) not null default 1, flagged smallint not null default 0, questionsummary text, rightanswer text, responsesummary text,
  timemodified bigint not null
);
create index mdl_quesatte_que2_ix on mdl_question_attempts (questionusageid);
create unique index mdl_quesatte_queslo_uix on mdl_question_attempts (questionusageid, slot);

create table mdl_question_bank_entries (
  id bigserial primary key, questioncategoryid bigint not null default 0, idnumber varchar(100), ownerid bigint
);
create index mdl_quesbankentr_own_ix on mdl_question_bank_entries (ownerid);
create unique index mdl_quesbankentr_queidn_uix on mdl_question_bank_entries (questioncategoryid, idnumber);

create table mdl_question_usages (
  id bigserial primary key, contextid bigint not null, component varchar(255) not null default '', preferredbehaviour varchar(32) not null default ''
);

create table mdl_quiz (
  id bigserial primary key, course bigint not null default 0, name varchar(255) not null default '', intro text not null,
  introformat smallint not null default 0, timeopen bigint not null default 0, timeclose bigint not null default 0,
  timelimit bigint not null default 0, overduehandling varchar(16) not null default 'autoabandon', graceperiod bigint not null default 0,
  preferredbehaviour varchar(32) not null default '', canredoquestions smallint not null default 0, attempts integer not null default 0,
  attemptonlast smallint not null default 0, grademethod smallint not null default 1, decimalpoints smallint not null default 2,
  questiondecimalpoints smallint not null default -1, reviewattempt integer not null default 0, reviewcorrectness integer not null default 0,
  reviewmarks integer not null default 0, reviewspecificfeedback integer not null default 0, reviewgeneralfeedback integer not null default 0,
  reviewrightanswer integer not null default 0, reviewoverallfeedback integer not null default 0, questionsperpage bigint not null default 0,
  navmethod varchar(16) not null default 'free', shuffleanswers smallint not null default 0, sumgrades numeric(10,5) not null default 0,
  grade numeric(10,5) not null default 0, timecreated bigint not null default 0, timemodified bigint not null default 0,
  password varchar(255) not null default '', subnet varchar(255) not null default '', browsersecurity varchar(32) not null default '',
  delay1 bigint not null default 0, delay2 bigint not null default 0, showuserpicture smallint not null default 0,
  showblocks smallint not null default 0, completionattemptsexhausted smallint default 0, completionminattempts bigint not null default 0,
  allowofflineattempts smallint default 0
);

create table mdl_quiz_attempts (
  id bigserial primary key, quiz bigint not null default 0, userid bigint not null default 0, attempt integer not null default 0,
  uniqueid bigint not null default 0, layout text not null, currentpage bigint not null default 0, preview smallint not null default 0,
  state varchar(16) not null default 'inprogress', timestart bigint not null default 0, timefinish bigint not null default 0,
  timemodified bigint not null default 0, timemodifiedoffline bigint not null default 0, timecheckstate bigint default 0, sumgrades numeric(10,5),
  gradednotificationsenttime bigint
);
create index mdl_quizatte_qui_ix on mdl_quiz_attempts (quiz);
create unique index mdl_quizatte_quiuseatt_uix on mdl_quiz_attempts (quiz, userid, attempt);
create unique index mdl_quizatte_uni_uix on mdl_quiz_attempts (uniqueid);
create index mdl_quizatte_use_ix on mdl_quiz_attempts (userid);

create table mdl_quiz_grades (
  id bigserial primary key, quiz bigint not null default 0, userid bigint not null default 0, grade numeric(10,5) not null default 0,
  timemodified bigint not null default 0
);
create index mdl_quizgrad_qui_ix on mdl_quiz_grades (quiz);
create index mdl_quizgrad_use_ix on mdl_quiz_grades (userid);

create table mdl_quiz_overrides (
  id bigserial primary key, quiz bigint not null default 0, groupid bigint, userid bigint, timeopen bigint, timeclose bigint, timelimit bigint,
  attempts integer, password varchar(255)
);
create index mdl_quizover_qui_ix on mdl_quiz_overrides (quiz);
create index mdl_quizover_use_ix on mdl_quiz_overrides (userid);

create table mdl_quiz_overview_regrades (
  id bigserial primary key, questionusageid bigint not null, slot bigint not null, newfraction numeric(12,7), oldfraction numeric(12,7),
  regraded smallint not null, timemodified bigint not null
);
create index mdl_quizoverregr_queslo_ix on mdl_quiz_overview_regrades (questionusageid, slot);

create table mdl_rating (
  id bigserial primary key, contextid bigint not null, component varchar(100) not null default '', ratingarea varchar(50) not null default '',
  itemid bigint not null, scaleid bigint not null, rating bigint not null, userid bigint not null, timecreated bigint not null,
  timemodified bigint not null
);
create index mdl_rati_con_ix on mdl_rating (contextid);
create index mdl_rati_use_ix on mdl_rating (userid);

create table mdl_report_customsql_queries (
  id bigserial primary key, displayname varchar(255) not null default '', description text, descriptionformat smallint not null default 1,
  querysql text not null, queryparams text, querylimit bigint default 5000, capability varchar(255) not null default '', lastrun bigint default 0,
  lastexecutiontime bigint, runable varchar(32) not null default 'manual', singlerow smallint not null default 0, at varchar(16), emailto varchar(255),
  emailwhat varchar(64), categoryid bigint, customdir varchar(255), usermodified bigint not null default 0, timecreated bigint not null default 0,
  timemodified bigint not null default 0
);
create index mdl_repocustquer_use_ix on mdl_report_customsql_queries (usermodified);

create table mdl_reportbuilder_audience (
  id bigserial primary key, reportid bigint not null, heading varchar(255), classname varchar(255) not null default '', configdata text not null,
  usercreated bigint not null default 0, usermodified bigint not null default 0, timecreated bigint not null default 0,
  timemodified bigint not null default 0
);
create index mdl_repoaudi_use2_ix on mdl_reportbuilder_audience (usermodified);
create index mdl_repoaudi_use_ix on mdl_reportbuilder_audience (usercreated);

create table mdl_reportbuilder_report (
  id bigserial primary key, name varchar(255), source varchar(255) not null default '', "type" smallint not null default 0,
  uniquerows smallint not null default 0, conditiondata text, settingsdata text, contextid bigint not null, component varchar(100) not null default '',
  area varchar(100) not null default '', itemid bigint not null default 0, usercreated bigint not null default 0,
  usermodified bigint not null default 0, timecreated bigint not null default 0, timemodified bigint not null default 0
);
create index mdl_reporepo_con_ix on mdl_reportbuilder_report (contextid);
create index mdl_reporepo_use2_ix on mdl_reportbuilder_report (usermodified);
create index mdl_reporepo_use_ix on mdl_reportbuilder_report (usercreated);

create table mdl_reportbuilder_schedule (
  id bigserial primary key, reportid bigint not null default 0, name varchar(255) not null default '', enabled smallint not null default 1,
  audiences text not null, format varchar(255) not null default '', subject varchar(255) not null default '', message text not null,
  messageformat bigint not null, userviewas bigint not null default 0, timescheduled bigint not null default 0, recurrence bigint not null default 0,
  reportempty bigint not null default 0, timelastsent bigint not null default 0, timenextsend bigint not null default 0,
  usercreated bigint not null default 0, usermodified bigint not null default 0, timecreated bigint not null default 0,
  timemodified bigint not null default 0
);
create index mdl_reposche_use2_ix on mdl_reportbuilder_schedule (usercreated);
create index mdl_reposche_use3_ix on mdl_reportbuilder_schedule (usermodified);
create index mdl_reposche_use_ix on mdl_reportbuilder_schedule (userviewas);

create table mdl_repository (
  id bigserial primary key, "type" varchar(255) not null default '', visible smallint default 1, sortorder bigint not null default 0
);

create table mdl_repository_instance_config (
  id bigserial primary key, instanceid bigint not null, name varchar(255) not null default '', "value" text
);

create table mdl_repository_instances (
  id bigserial primary key, name varchar(255) not null default '', typeid bigint not null, userid bigint not null default 0, contextid bigint not null,
  username varchar(255), password varchar(255), timecreated bigint, timemodified bigint, readonly smallint not null default 0
);
create index mdl_repoinst_con_ix on mdl_repository_instances (contextid);
create index mdl_repoinst_use_ix on mdl_repository_instances (userid);

create table mdl_role (
  id bigserial primary key, name varchar(255) not null default '', shortname varchar(100) not null default '', description text not null,
  sortorder bigint not null default 0, archetype varchar(30) not null default ''
);
create unique index mdl_role_sho_uix on mdl_role (shortname);
create unique index mdl_role_sor_uix on mdl_role (sortorder);

create table mdl_role_assignments (
  id bigserial primary key, roleid bigint not null default 0, contextid bigint not null default 0, userid bigint not null default 0,
  timemodified bigint not null default 0, modifierid bigint not null default 0, component varchar(100) not null default '',
  itemid bigint not null default 0, sortorder bigint not null default 0
);
create index mdl_roleassi_con_ix on mdl_role_assignments (contextid);
create index mdl_roleassi_rol_ix on mdl_role_assignments (roleid);
create index mdl_roleassi_rolcon_ix on mdl_role_assignments (roleid, contextid);
create index mdl_roleassi_use_ix on mdl_role_assignments (userid);
create index mdl_roleassi_useconrol_ix on mdl_role_assignments (userid, contextid, roleid);

create table mdl_scale (
  id bigserial primary key, courseid bigint not null default 0, userid bigint not null default 0, name varchar(255) not null default '',
  scale text not null, description text not null, descriptionformat smallint not null default 0, timemodified bigint not null default 0
);
create index mdl_scal_use_ix on mdl_scale (userid);

create table mdl_scale_history (
  id bigserial primary key, action bigint not null default 0, oldid bigint not null, source varchar(255), timemodified bigint, loggeduser bigint,
  courseid bigint not null default 0, userid bigint not null default 0, name varchar(255) not null default '', scale text not null,
  description text not null
);
create index mdl_scalhist_log_ix on mdl_scale_history (loggeduser);
create index mdl_scalhist_use_ix on mdl_scale_history (userid);

create table mdl_scorm (
  id bigserial primary key, course bigint not null default 0, name varchar(255) not null default '', scormtype varchar(50) not null default 'local',
  reference varchar(255) not null default '', intro text not null, introformat smallint not null default 0, version varchar(9) not null default '',
  maxgrade double precision not null default 0, grademethod smallint not null default 0, whatgrade bigint not null default 0,
  maxattempt bigint not null default 1, forcecompleted smallint not null default 0, forcenewattempt smallint not null default 0,
  lastattemptlock smallint not null default 0, masteryoverride smallint not null default 1, displayattemptstatus smallint not null default 1,
  displaycoursestructure smallint not null default 0, updatefreq smallint not null default 0, sha1hash varchar(40),
  md5hash varchar(32) not null default '', revision bigint not null default 0, launch bigint not null default 0, skipview smallint not null default 1,
  hidebrowse smallint not null default 0, hidetoc smallint not null default 0, nav smallint not null default 1, navpositionleft bigint default -100,
  navpositiontop bigint default -100, auto smallint not null default 0, popup smallint not null default 0, options varchar(255) not null default '',
  width bigint not null default 100, height bigint not null default 600, timeopen bigint not null default 0, timeclose bigint not null default 0,
  timemodified bigint not null default 0, completionstatusrequired smallint, completionscorerequired bigint, completionstatusallscos smallint,
  autocommit smallint not null default 0
);

create table mdl_scorm_aicc_session (
  id bigserial primary key, userid bigint not null default 0, scormid bigint not null default 0, hacpsession varchar(255) not null default '',
  scoid bigint default 0, scormmode varchar(50), scormstatus varchar(255), attempt bigint, lessonstatus varchar(255), sessiontime varchar(255),
  timecreated bigint not null default 0, timemodified bigint not null default 0
);
create index mdl_scoraiccsess_sco_ix on mdl_scorm_aicc_session (scormid);
create index mdl_scoraiccsess_use_ix on mdl_scorm_aicc_session (userid);

create table mdl_scorm_scoes (
  id bigserial primary key, scorm bigint not null default 0, manifest varchar(255) not null default '', organization varchar(255) not null default '',
  parent varchar(255) not null default '', identifier varchar(255) not null default '', launch text not null, scormtype varchar(5) not null default '',
  title varchar(255) not null default '', sortorder bigint not null default 0
);

create table mdl_scorm_scoes_track (
  id bigserial primary key, userid bigint not null default 0, scormid bigint not null default 0, scoid bigint not null default 0,
  attempt bigint not null default 1, element varchar(255) not null default '', "value" text not null, timemodified bigint not null default 0
);
create index mdl_scorscoetrac_sco2_ix on mdl_scorm_scoes_track (scoid);
create index mdl_scorscoetrac_sco_ix on mdl_scorm_scoes_track (scormid);
create index mdl_scorscoetrac_use_ix on mdl_scorm_scoes_track (userid);
create unique index mdl_scorscoetrac_usescosco_uix on mdl_scorm_scoes_track (userid, scormid, scoid, attempt, element);

create table mdl_search_simpledb_index (
  id bigserial primary key, docid varchar(255) not null default '', itemid bigint not null, title text, content text, contextid bigint not null,
  areaid varchar(255) not null default '', "type" smallint not null, courseid bigint not null, owneruserid bigint, modified bigint not null,
  userid bigint, description1 text, description2 text
);
create index mdl_searsimpinde_con_ix on mdl_search_simpledb_index (contextid);
create unique index mdl_searsimpinde_doc_uix on mdl_search_simpledb_index (docid);
create index mdl_searsimpinde_owncon_ix on mdl_search_simpledb_index (owneruserid, contextid);

create table mdl_sessions (
  id bigserial primary key, state bigint not null default 0, sid varchar(128) not null default '', userid bigint not null, sessdata text,
  timecreated bigint not null, timemodified bigint not null, firstip varchar(45), lastip varchar(45)
);
create unique index mdl_sess_sid_uix on mdl_sessions (sid);
create index mdl_sess_use_ix on mdl_sessions (userid);

create table mdl_stats_user_daily (
  id bigserial primary key, courseid bigint not null default 0, userid bigint not null default 0, roleid bigint not null default 0,
  timeend bigint not null default 0, statsreads bigint not null default 0, statswrites bigint not null default 0,
  stattype varchar(30) not null default ''
);
create index mdl_statuserdail_cou_ix on mdl_stats_user_daily (courseid);
create index mdl_statuserdail_use_ix on mdl_stats_user_daily (userid);

create table mdl_stats_user_monthly (
  id bigserial primary key, courseid bigint not null default 0, userid bigint not null default 0, roleid bigint not null default 0,
  timeend bigint not null default 0, statsreads bigint not null default 0, statswrites bigint not null default 0,
  stattype varchar(30) not null default ''
);
create index mdl_statusermont_cou_ix on mdl_stats_user_monthly (courseid);
create index mdl_statusermont_use_ix on mdl_stats_user_monthly (userid);

create table mdl_stats_user_weekly (
  id bigserial primary key, courseid bigint not null default 0, userid bigint not null default 0, roleid bigint not null default 0,
  timeend bigint not null default 0, statsreads bigint not null default 0, statswrites bigint not null default 0,
  stattype varchar(30) not null default ''
);
create index mdl_statuserweek_cou_ix on mdl_stats_user_weekly (courseid);
create index mdl_statuserweek_use_ix on mdl_stats_user_weekly (userid);

create table mdl_survey (
  id bigserial primary key, course bigint not null default 0, template bigint not null default 0, days integer not null default 0,
  timecreated bigint not null default 0, timemodified bigint not null default 0, name varchar(255) not null default '', intro text not null,
  introformat smallint not null default 0, questions varchar(255) not null default '', completionsubmit smallint not null default 0
);

create table mdl_survey_analysis (
  id bigserial primary key, survey bigint not null default 0, userid bigint not null default 0, notes text not null
);
create index mdl_survanal_sur_ix on mdl_survey_analysis (survey);
create index mdl_survanal_use_ix on mdl_survey_analysis (userid);

create table mdl_survey_answers (
  id bigserial primary key, userid bigint not null default 0, survey bigint not null default 0, question bigint not null default 0,
  "time" bigint not null default 0, answer1 text not null, answer2 text not null
);
create index mdl_survansw_que_ix on mdl_survey_answers (question);
create index mdl_survansw_sur_ix on mdl_survey_answers (survey);
create index mdl_survansw_use_ix on mdl_survey_answers (userid);

create table mdl_survey_questions (
  id bigserial primary key, "text" varchar(255) not null default '', shorttext varchar(30) not null default '', multi varchar(100) not null default '',
  intro varchar(50) not null default '', "type" smallint not null default 0, options text
);

create table mdl_tag (
  id bigserial primary key, userid bigint not null, tagcollid bigint not null, name varchar(255) not null default '',
  rawname varchar(255) not null default '', isstandard smallint not null default 0, description text, descriptionformat smallint not null default 0,
  flag smallint default 0, timemodified bigint
);
create unique index mdl_tag_tagnam_uix on mdl_tag (tagcollid, name);
create index mdl_tag_use_ix on mdl_tag (userid);

create table mdl_tag_instance (
  id bigserial primary key, tagid bigint not null, component varchar(100) not null default '', itemtype varchar(100) not null default '',
  itemid bigint not null, contextid bigint, tiuserid bigint not null default 0, ordering bigint, timecreated bigint not null default 0,
  timemodified bigint not null default 0
);
create unique index mdl_taginst_comiteiteconti_uix on mdl_tag_instance (component, itemtype, itemid, contextid, tiuserid, tagid);
create index mdl_taginst_con_ix on mdl_tag_instance (contextid);
create index mdl_taginst_tag_ix on mdl_tag_instance (tagid);

create table mdl_task_adhoc (
  id bigserial primary key, component varchar(255) not null default '', classname varchar(255) not null default '', nextruntime bigint not null,
  faildelay bigint, customdata text, userid bigint, blocking smallint not null default 0, timecreated bigint not null default 0, timestarted bigint,
  hostname varchar(255), pid bigint
);
create index mdl_taskadho_use_ix on mdl_task_adhoc (userid);

create table mdl_task_log (
  id bigserial primary key, "type" smallint not null, component varchar(255) not null default '', classname varchar(255) not null default '',
  userid bigint not null, timestart numeric(20,10) not null, timeend numeric(20,10) not null, dbreads bigint not null, dbwrites bigint not null,
  result smallint not null, output text not null, hostname varchar(255), pid bigint
);
create index mdl_tasklog_use_ix on mdl_task_log (userid);

create table mdl_tiny_autosave (
  id bigserial primary key, elementid varchar(255) not null default '', contextid bigint not null, pagehash varchar(64) not null default '',
  userid bigint not null, drafttext text not null, draftid bigint, pageinstance varchar(64) not null default '',
  timemodified bigint not null default 0
);
create unique index mdl_tinyauto_eleconusepag_uix on mdl_tiny_autosave (elementid, contextid, userid, pagehash);

create table mdl_tool_cohortroles (
  id bigserial primary key, cohortid bigint not null, roleid bigint not null, userid bigint not null, timecreated bigint not null,
  timemodified bigint not null, usermodified bigint
);
create unique index mdl_toolcoho_cohroluse_uix on mdl_tool_cohortroles (cohortid, roleid, userid);

create table mdl_tool_dataprivacy_request (
  id bigserial primary key, "type" bigint not null default 0, comments text, commentsformat smallint not null default 0,
  userid bigint not null default 0, requestedby bigint not null default 0, status smallint not null default 0, dpo bigint default 0, dpocomment text,
  dpocommentformat smallint not null default 0, systemapproved smallint not null default 0, usermodified bigint not null default 0,
  timecreated bigint not null default 0, timemodified bigint not null default 0, creationmethod bigint not null default 0
);
create index mdl_tooldatarequ_dpo_ix on mdl_tool_dataprivacy_request (dpo);
create index mdl_tooldatarequ_req_ix on mdl_tool_dataprivacy_request (requestedby);
create index mdl_tooldatarequ_use2_ix on mdl_tool_dataprivacy_request (usermodified);
create index mdl_tooldatarequ_use_ix on mdl_tool_dataprivacy_request (userid);

create table mdl_tool_monitor_history (
  id bigserial primary key, sid bigint not null, userid bigint not null, timesent bigint not null
);
create unique index mdl_toolmonihist_sidusetim_uix on mdl_tool_monitor_history (sid, userid, timesent);

create table mdl_tool_monitor_rules (
  id bigserial primary key, description text, descriptionformat smallint not null, name varchar(254) not null default '', userid bigint not null,
  courseid bigint not null, plugin varchar(254) not null default '', eventname varchar(254) not null default '', template text not null,
  templateformat smallint not null, frequency smallint not null, timewindow integer not null, timemodified bigint not null,
  timecreated bigint not null
);

create table mdl_tool_monitor_subscriptions (
  id bigserial primary key, courseid bigint not null, ruleid bigint not null, cmid bigint not null, userid bigint not null,
  timecreated bigint not null, lastnotificationsent bigint not null default 0, inactivedate bigint not null default 0
);
create index mdl_toolmonisubs_rul_ix on mdl_tool_monitor_subscriptions (ruleid);

create table mdl_tool_policy_acceptances (
  id bigserial primary key, policyversionid bigint not null, userid bigint not null, status smallint, lang varchar(30) not null default '',
  usermodified bigint not null, timecreated bigint not null, timemodified bigint not null, note text
);
create index mdl_toolpoliacce_pol_ix on mdl_tool_policy_acceptances (policyversionid);
create unique index mdl_toolpoliacce_poluse_uix on mdl_tool_policy_acceptances (policyversionid, userid);
create index mdl_toolpoliacce_use2_ix on mdl_tool_policy_acceptances (usermodified);
create index mdl_toolpoliacce_use_ix on mdl_tool_policy_acceptances (userid);

create table mdl_tool_policy_versions (
  id bigserial primary key, name varchar(1333) not null default '', "type" smallint not null default 0, audience smallint not null default 0,
  archived smallint not null default 0, usermodified bigint not null, timecreated bigint not null, timemodified bigint not null,
  policyid bigint not null, agreementstyle smallint not null default 0, optional smallint not null default 0,
  revision varchar(1333) not null default '', summary text not null, summaryformat smallint not null, content text not null,
  contentformat smallint not null
);
create index mdl_toolpolivers_use_ix on mdl_tool_policy_versions (usermodified);

create table mdl_upgrade_log (
  id bigserial primary key, "type" bigint not null, plugin varchar(100), version varchar(100), targetversion varchar(100),
  info varchar(255) not null default '', details text, backtrace text, userid bigint not null, timemodified bigint not null
);
create index mdl_upgrlog_use_ix on mdl_upgrade_log (userid);

create table mdl_user (
  id bigserial primary key, auth varchar(20) not null default 'manual', confirmed smallint not null default 0,
  policyagreed smallint not null default 0, deleted smallint not null default 0, suspended smallint not null default 0,
  mnethostid bigint not null default 0, username varchar(100) not null default '', password varchar(255) not null default '',
  idnumber varchar(255) not null default '', firstname varchar(100) not null default '', lastname varchar(100) not null default '',
  email varchar(100) not null default '', emailstop smallint not null default 0, phone1 varchar(20) not null default '',
  phone2 varchar(20) not null default '', institution varchar(80) default '', department varchar(80) default '',
  address varchar(255) not null default '', city varchar(120) not null default '', country varchar(2) not null default '',
  lang varchar(30) not null default 'en', calendartype varchar(30) not null default 'gregorian', theme varchar(50) not null default '',
  timezone varchar(100) not null default '99', firstaccess bigint not null default 0, lastaccess bigint not null default 0,
  lastlogin bigint not null default 0, currentlogin bigint not null default 0, lastip varchar(45) not null default '',
  secret varchar(15) not null default '', picture bigint not null default 0, description text, descriptionformat smallint not null default 1,
  mailformat smallint not null default 1, maildigest smallint not null default 0, maildisplay smallint not null default 2,
  autosubscribe smallint not null default 1, trackforums smallint not null default 0, timecreated bigint not null default 0,
  timemodified bigint not null default 0, trustbitmask bigint not null default 0, imagealt varchar(255), lastnamephonetic varchar(255),
  firstnamephonetic varchar(255), middlename varchar(255), alternatename varchar(255), moodlenetprofile varchar(255)
);
create unique index mdl_user_mneuse_uix on mdl_user (mnethostid, username);

create table mdl_user_devices (
  id bigserial primary key, userid bigint not null default 0, appid varchar(128) not null default '', name varchar(32) not null default '',
  model varchar(32) not null default '', platform varchar(32) not null default '', version varchar(32) not null default '',
  pushid varchar(255) not null default '', uuid varchar(255) not null default '', publickey text, timecreated bigint not null,
  timemodified bigint not null
);
create unique index mdl_userdevi_pususe_uix on mdl_user_devices (pushid, userid);
create index mdl_userdevi_use_ix on mdl_user_devices (userid);

create table mdl_user_enrol_waitlist (
  id bigserial primary key, userid bigint not null, instanceid bigint not null, roleid bigint not null, timestart bigint not null,
  timeend bigint not null, timecreated bigint not null
);

create table mdl_user_enrolments (
  id bigserial primary key, status bigint not null default 0, enrolid bigint not null, userid bigint not null, timestart bigint not null default 0,
  timeend bigint not null default 2147483647, modifierid bigint not null default 0, timecreated bigint not null default 0,
  timemodified bigint not null default 0
);
create index mdl_userenro_enr_ix on mdl_user_enrolments (enrolid);
create unique index mdl_userenro_enruse_uix on mdl_user_enrolments (enrolid, userid);
create index mdl_userenro_mod_ix on mdl_user_enrolments (modifierid);
create index mdl_userenro_use_ix on mdl_user_enrolments (userid);

create table mdl_user_info_data (
  id bigserial primary key, userid bigint not null default 0, fieldid bigint not null default 0, data text not null,
  dataformat smallint not null default 0
);
create unique index mdl_userinfodata_usefie_uix on mdl_user_info_data (userid, fieldid);

create table mdl_user_info_field (
  id bigserial primary key, shortname varchar(255) not null default 'shortname', name text not null, datatype varchar(255) not null default '',
  description text, descriptionformat smallint not null default 0, categoryid bigint not null default 0, sortorder bigint not null default 0,
  required smallint not null default 0, locked smallint not null default 0, visible smallint not null default 0,
  forceunique smallint not null default 0, signup smallint not null default 0, defaultdata text, defaultdataformat smallint not null default 0,
  param1 text, param2 text, param3 text, param4 text, param5 text
);

create table mdl_user_lastaccess (
  id bigserial primary key, userid bigint not null default 0, courseid bigint not null default 0, timeaccess bigint not null default 0
);
create index mdl_userlast_cou_ix on mdl_user_lastaccess (courseid);
create index mdl_userlast_use_ix on mdl_user_lastaccess (userid);
create unique index mdl_userlast_usecou_uix on mdl_user_lastaccess (userid, courseid);

create table mdl_user_password_history (
  id bigserial primary key, userid bigint not null, hash varchar(255) not null default '', timecreated bigint not null
);
create index mdl_userpasshist_use_ix on mdl_user_password_history (userid);

create table mdl_user_password_resets (
  id bigserial primary key, userid bigint not null, timerequested bigint not null, timererequested bigint not null default 0,
  token varchar(32) not null default ''
);
create index mdl_userpassrese_use_ix on mdl_user_password_resets (userid);

create table mdl_user_preferences (
  id bigserial primary key, userid bigint not null default 0, name varchar(255) not null default '', "value" varchar(1333) not null default ''
);
create unique index mdl_userpref_usenam_uix on mdl_user_preferences (userid, name);

create table mdl_user_private_key (
  id bigserial primary key, script varchar(128) not null default '', "value" varchar(128) not null default '', userid bigint not null, instance bigint,
  iprestriction varchar(255), validuntil bigint, timecreated bigint
);
create index mdl_userprivkey_use_ix on mdl_user_private_key (userid);

create table mdl_wiki (
  id bigserial primary key, course bigint not null default 0, name varchar(255) not null default 'Wiki', intro text,
  introformat smallint not null default 0, timecreated bigint not null default 0, timemodified bigint not null default 0,
  firstpagetitle varchar(255) not null default 'First Page', wikimode varchar(20) not null default 'collaborative',
  defaultformat varchar(20) not null default 'creole', forceformat smallint not null default 1, editbegin bigint not null default 0,
  editend bigint default 0
);

create table mdl_wiki_links (
  id bigserial primary key, subwikiid bigint not null default 0, frompageid bigint not null default 0, topageid bigint not null default 0,
  tomissingpage varchar(255)
);
create index mdl_wikilink_sub_ix on mdl_wiki_links (subwikiid);

create table mdl_wiki_locks (
  id bigserial primary key, pageid bigint not null default 0, sectionname varchar(255), userid bigint not null default 0,
  lockedat bigint not null default 0
);

create table mdl_wiki_pages (
  id bigserial primary key, subwikiid bigint not null default 0, title varchar(255) not null default 'title', cachedcontent text not null,
  timecreated bigint not null default 0, timemodified bigint not null default 0, timerendered bigint not null default 0,
  userid bigint not null default 0, pageviews bigint not null default 0, readonly smallint not null default 0
);
create index mdl_wikipage_sub_ix on mdl_wiki_pages (subwikiid);
create unique index mdl_wikipage_subtituse_uix on mdl_wiki_pages (subwikiid, title, userid);

create table mdl_wiki_subwikis (
  id bigserial primary key, wikiid bigint not null default 0, groupid bigint not null default 0, userid bigint not null default 0
);
create index mdl_wikisubw_wik_ix on mdl_wiki_subwikis (wikiid);
create unique index mdl_wikisubw_wikgrouse_uix on mdl_wiki_subwikis (wikiid, groupid, userid);

create table mdl_wiki_synonyms (
  id bigserial primary key, subwikiid bigint not null default 0, pageid bigint not null default 0,
  pagesynonym varchar(255) not null default 'Pagesynonym'
);
create unique index mdl_wikisyno_pagpag_uix on mdl_wiki_synonyms (pageid, pagesynonym);

create table mdl_wiki_versions (
  id bigserial primary key, pageid bigint not null default 0, content text not null, contentformat varchar(20) not null default 'creole',
  version integer not null default 0, timecreated bigint not null default 0, userid bigint not null default 0
);
create index mdl_wikivers_pag_ix on mdl_wiki_versions (pageid);

create table mdl_workshop (
  id bigserial primary key, course bigint not null, name varchar(255) not null default '', intro text, introformat smallint not null default 0,
  instructauthors text, instructauthorsformat smallint not null default 0, instructreviewers text, instructreviewersformat smallint not null default 0,
  timemodified bigint not null, phase smallint default 0, useexamples smallint default 0, usepeerassessment smallint default 0,
  useselfassessment smallint default 0, grade numeric(10,5) default 80, gradinggrade numeric(10,5) default 20,
  strategy varchar(30) not null default '', evaluation varchar(30) not null default '', gradedecimals smallint default 0,
  submissiontypetext smallint not null default 1, submissiontypefile smallint not null default 1, nattachments smallint default 1,
  submissionfiletypes varchar(255), latesubmissions smallint default 0, maxbytes bigint default 100000, examplesmode smallint default 0,
  submissionstart bigint default 0, submissionend bigint default 0, assessmentstart bigint default 0, assessmentend bigint default 0,
  phaseswitchassessment smallint not null default 0, conclusion text, conclusionformat smallint not null default 1,
  overallfeedbackmode smallint default 1, overallfeedbackfiles smallint default 0, overallfeedbackfiletypes varchar(255),
  overallfeedbackmaxbytes bigint default 100000
);

create table mdl_workshop_aggregations (
  id bigserial primary key, workshopid bigint not null, userid bigint not null, gradinggrade numeric(10,5), timegraded bigint
);
create index mdl_workaggr_use_ix on mdl_workshop_aggregations (userid);
create index mdl_workaggr_wor_ix on mdl_workshop_aggregations (workshopid);
create unique index mdl_workaggr_woruse_uix on mdl_workshop_aggregations (workshopid, userid);

create table mdl_workshop_assessments (
  id bigserial primary key, submissionid bigint not null, reviewerid bigint not null, weight bigint not null default 1, timecreated bigint default 0,
  timemodified bigint default 0, grade numeric(10,5), gradinggrade numeric(10,5), gradinggradeover numeric(10,5), gradinggradeoverby bigint,
  feedbackauthor text, feedbackauthorformat smallint default 0, feedbackauthorattachment smallint default 0, feedbackreviewer text,
  feedbackreviewerformat smallint default 0
);
create index mdl_workasse_gra_ix on mdl_workshop_assessments (gradinggradeoverby);
create index mdl_workasse_rev_ix on mdl_workshop_assessments (reviewerid);
create index mdl_workasse_sub_ix on mdl_workshop_assessments (submissionid);

create table mdl_workshop_grades (
  id bigserial primary key, assessmentid bigint not null, strategy varchar(30) not null default '', dimensionid bigint not null, grade numeric(10,5),
  peercomment text, peercommentformat smallint default 0
);
create index mdl_workgrad_ass_ix on mdl_workshop_grades (assessmentid);
create unique index mdl_workgrad_assstrdim_uix on mdl_workshop_grades (assessmentid, strategy, dimensionid);

create table mdl_workshop_submissions (
  id bigserial primary key, workshopid bigint not null, example smallint default 0, authorid bigint not null, timecreated bigint not null,
  timemodified bigint not null, title varchar(255) not null default '', content text, contentformat smallint not null default 0,
  contenttrust smallint not null default 0, attachment smallint default 0, grade numeric(10,5), gradeover numeric(10,5), gradeoverby bigint,
  feedbackauthor text, feedbackauthorformat smallint default 0, timegraded bigint, published smallint default 0, late smallint not null default 0
);
create index mdl_worksubm_aut_ix on mdl_workshop_submissions (authorid);
create index mdl_worksubm_gra_ix on mdl_workshop_submissions (gradeoverby);
create index mdl_worksubm_wor_ix on mdl_workshop_submissions (workshopid);

-- Indexes that Moodle does not make: by these columns a purge finds rows.
create index mdl_assign_grades_grader_idx on mdl_assign_grades (grader);
create index mdl_assign_user_flags_allocatedmarker_idx on mdl_assign_user_flags (allocatedmarker);
create index mdl_assignment_submissions_teacher_idx on mdl_assignment_submissions (teacher);
create index mdl_attendance_log_takenby_idx on mdl_attendance_log (takenby);
create index mdl_attendance_sessions_lasttakenby_idx on mdl_attendance_sessions (lasttakenby);
create index mdl_attendance_warning_done_userid_idx on mdl_attendance_warning_done (userid);
create index mdl_block_recent_activity_userid_idx on mdl_block_recent_activity (userid);
create index mdl_block_rss_client_userid_idx on mdl_block_rss_client (userid);
create index mdl_comments_itemid_idx on mdl_comments (itemid);
create index mdl_competency_plan_reviewerid_idx on mdl_competency_plan (reviewerid);
create index mdl_competency_usercomp_reviewerid_idx on mdl_competency_usercomp (reviewerid);
create index mdl_course_modules_completion_overrideby_idx on mdl_course_modules_completion (overrideby);
create index mdl_course_request_requester_idx on mdl_course_request (requester);
create index mdl_editor_atto_autosave_userid_idx on mdl_editor_atto_autosave (userid);
create index mdl_grading_instances_itemid_idx on mdl_grading_instances (itemid);
create index mdl_h5pactivity_attempts_userid_idx on mdl_h5pactivity_attempts (userid);
create index mdl_logstore_standard_log_contextinstanceid_idx on mdl_logstore_standard_log (contextinstanceid);
create index mdl_logstore_standard_log_objectid_idx on mdl_logstore_standard_log (objectid);
create index mdl_lti_submission_userid_idx on mdl_lti_submission (userid);
create index mdl_lti_types_createdby_idx on mdl_lti_types (createdby);
create index mdl_mnet_log_userid_idx on mdl_mnet_log (userid);
create index mdl_post_userid_idx on mdl_post (userid);
create index mdl_question_creatoridnumber_idx on mdl_question (creatoridnumber);
create index mdl_question_modifieridnumber_idx on mdl_question (modifieridnumber);
create index mdl_repository_instance_config_instanceid_idx on mdl_repository_instance_config (instanceid);
create index mdl_role_assignments_modifierid_idx on mdl_role_assignments (modifierid);
create index mdl_search_simpledb_index_userid_idx on mdl_search_simpledb_index (userid);
create index mdl_tiny_autosave_userid_idx on mdl_tiny_autosave (userid);
create index mdl_tool_cohortroles_userid_idx on mdl_tool_cohortroles (userid);
create index mdl_tool_cohortroles_usermodified_idx on mdl_tool_cohortroles (usermodified);
create index mdl_tool_monitor_history_userid_idx on mdl_tool_monitor_history (userid);
create index mdl_tool_monitor_rules_userid_idx on mdl_tool_monitor_rules (userid);
create index mdl_tool_monitor_subscriptions_userid_idx on mdl_tool_monitor_subscriptions (userid);
create index mdl_user_enrol_waitlist_userid_idx on mdl_user_enrol_waitlist (userid);
create index mdl_wiki_locks_pageid_idx on mdl_wiki_locks (pageid);
create index mdl_wiki_locks_userid_idx on mdl_wiki_locks (userid);
create index mdl_wiki_pages_userid_idx on mdl_wiki_pages (userid);
create index mdl_wiki_subwikis_userid_idx on mdl_wiki_subwikis (userid);
create index mdl_wiki_versions_userid_idx on mdl_wiki_versions (userid);
create index mdl_attendance_tempusers_email_idx on mdl_attendance_tempusers ((lower(email collate "C")));
create index mdl_badge_endorsement_issueremail_idx on mdl_badge_endorsement ((lower(issueremail collate "C")));
create index mdl_badge_imageauthoremail_idx on mdl_badge ((lower(imageauthoremail collate "C")));
