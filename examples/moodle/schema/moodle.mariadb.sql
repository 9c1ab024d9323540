-- Tables of Moodle 4.1 that the policies speak of, or reach by a path: all their columns, keys and indexes.
-- Moodle declares no foreign keys; relations.csv does. Here for MariaDB.

create table mdl_analytics_prediction_actions (
  id bigint(10) not null auto_increment, predictionid bigint(10) not null, userid bigint(10) not null, actionname varchar(255) not null
  default '', timecreated bigint(10) not null,
  primary key (id),
  key mdl_analpredacti_preuseact_ix (predictionid,userid,actionname),
  key mdl_analpredacti_pre_ix (predictionid),
  key mdl_analpredacti_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assign (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, name varchar(255) not null default '', intro longtext not
  null, introformat smallint(4) not null default 0, alwaysshowdescription tinyint(2) not null default 0, nosubmissions tinyint(2) not
  null default 0, submissiondrafts tinyint(2) not null default 0, sendnotifications tinyint(2) not null default 0, sendlatenotifications
  tinyint(2) not null default 0, duedate bigint(10) not null default 0, allowsubmissionsfromdate bigint(10) not null default 0, grade
  bigint(10) not null default 0, timemodified bigint(10) not null default 0, requiresubmissionstatement tinyint(2) not null default 0,
  completionsubmit tinyint(2) not null default 0, cutoffdate bigint(10) not null default 0, gradingduedate bigint(10) not null default
  0, teamsubmission tinyint(2) not null default 0, requireallteammemberssubmit tinyint(2) not null default 0, teamsubmissiongroupingid
  bigint(10) not null default 0, blindmarking tinyint(2) not null default 0, hidegrader tinyint(2) not null default 0, revealidentities
  tinyint(2) not null default 0, attemptreopenmethod varchar(10) not null default 'none', maxattempts mediumint(6) not null default -1,
  markingworkflow tinyint(2) not null default 0, markingallocation tinyint(2) not null default 0, sendstudentnotifications tinyint(2)
  not null default 1, preventsubmissionnotingroup tinyint(2) not null default 0, activity longtext, activityformat smallint(4) not null
  default 0, timelimit bigint(10) not null default 0, submissionattachments tinyint(2) not null default 0,
  primary key (id),
  key mdl_assi_cou_ix (course),
  key mdl_assi_tea_ix (teamsubmissiongroupingid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assign_grades (
  id bigint(10) not null auto_increment, assignment bigint(10) not null default 0, userid bigint(10) not null default 0, timecreated
  bigint(10) not null default 0, timemodified bigint(10) not null default 0, grader bigint(10) not null default 0, grade decimal(10,5)
  default 0.00000, attemptnumber bigint(10) not null default 0,
  primary key (id),
  unique key mdl_assigrad_assuseatt_uix (assignment,userid,attemptnumber),
  key mdl_assigrad_use_ix (userid),
  key mdl_assigrad_att_ix (attemptnumber),
  key mdl_assigrad_ass_ix (assignment)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assign_overrides (
  id bigint(10) not null auto_increment, assignid bigint(10) not null default 0, groupid bigint(10), userid bigint(10), sortorder
  bigint(10), allowsubmissionsfromdate bigint(10), duedate bigint(10), cutoffdate bigint(10), timelimit bigint(10),
  primary key (id),
  key mdl_assiover_ass_ix (assignid),
  key mdl_assiover_gro_ix (groupid),
  key mdl_assiover_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assign_submission (
  id bigint(10) not null auto_increment, assignment bigint(10) not null default 0, userid bigint(10) not null default 0, timecreated
  bigint(10) not null default 0, timemodified bigint(10) not null default 0, timestarted bigint(10), status varchar(10), groupid
  bigint(10) not null default 0, attemptnumber bigint(10) not null default 0, latest tinyint(2) not null default 0,
  primary key (id),
  unique key mdl_assisubm_assusegroatt_uix (assignment,userid,groupid,attemptnumber),
  key mdl_assisubm_use_ix (userid),
  key mdl_assisubm_att_ix (attemptnumber),
  key mdl_assisubm_assusegrolat_ix (assignment,userid,groupid,latest),
  key mdl_assisubm_ass_ix (assignment)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assign_user_flags (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, assignment bigint(10) not null default 0, locked
  bigint(10) not null default 0, mailed smallint(4) not null default 0, extensionduedate bigint(10) not null default 0, workflowstate
  varchar(20), allocatedmarker bigint(10) not null default 0,
  primary key (id),
  key mdl_assiuserflag_mai_ix (mailed),
  key mdl_assiuserflag_use_ix (userid),
  key mdl_assiuserflag_ass_ix (assignment)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assign_user_mapping (
  id bigint(10) not null auto_increment, assignment bigint(10) not null default 0, userid bigint(10) not null default 0,
  primary key (id),
  key mdl_assiusermapp_ass_ix (assignment),
  key mdl_assiusermapp_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assignfeedback_comments (
  id bigint(10) not null auto_increment, assignment bigint(10) not null default 0, grade bigint(10) not null default 0, commenttext
  longtext, commentformat smallint(4) not null default 0,
  primary key (id),
  key mdl_assicomm_ass_ix (assignment),
  key mdl_assicomm_gra_ix (grade)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assignfeedback_editpdf_annot (
  id bigint(10) not null auto_increment, gradeid bigint(10) not null default 0, pageno bigint(10) not null default 0, x bigint(10)
  default 0, y bigint(10) default 0, endx bigint(10) default 0, endy bigint(10) default 0, path longtext, type varchar(10) default
  'line', colour varchar(10) default 'black', draft tinyint(2) not null default 1,
  primary key (id),
  key mdl_assieditanno_grapag_ix (gradeid,pageno),
  key mdl_assieditanno_gra_ix (gradeid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assignfeedback_editpdf_cmnt (
  id bigint(10) not null auto_increment, gradeid bigint(10) not null default 0, x bigint(10) default 0, y bigint(10) default 0, width
  bigint(10) default 120, rawtext longtext, pageno bigint(10) not null default 0, colour varchar(10) default 'black', draft tinyint(2)
  not null default 1,
  primary key (id),
  key mdl_assieditcmnt_grapag_ix (gradeid,pageno),
  key mdl_assieditcmnt_gra_ix (gradeid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assignfeedback_editpdf_quick (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, rawtext longtext not null, width bigint(10) not null
  default 120, colour varchar(10) default 'yellow',
  primary key (id),
  key mdl_assieditquic_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assignfeedback_editpdf_rot (
  id bigint(10) not null auto_increment, gradeid bigint(10) not null default 0, pageno bigint(10) not null default 0, pathnamehash
  longtext not null, isrotated tinyint(1) not null default 0, degree bigint(10) not null default 0,
  primary key (id),
  unique key mdl_assieditrot_grapag_uix (gradeid,pageno),
  key mdl_assieditrot_gra_ix (gradeid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assignfeedback_file (
  id bigint(10) not null auto_increment, assignment bigint(10) not null default 0, grade bigint(10) not null default 0, numfiles
  bigint(10) not null default 0,
  primary key (id),
  key mdl_assifile_ass2_ix (assignment),
  key mdl_assifile_gra_ix (grade)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assignfeedback_historic (
  id bigint(10) not null auto_increment, assignment bigint(10) not null default 0, grade bigint(10) not null default 0, useridnumber
  varchar(255),
  primary key (id),
  key mdl_assihist_use_ix (useridnumber),
  key mdl_assihist_ass_ix (assignment),
  key mdl_assihist_gra_ix (grade)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assignfeedback_historic_data (
  id bigint(10) not null auto_increment, annuality varchar(20), courseidnumber varchar(255), useridnumber varchar(30), datatype
  varchar(20) not null default '', grade decimal(10,5) default -1.00000, comment varchar(255) not null default '',
  primary key (id),
  unique key mdl_assihistdata_annusecou_uix (annuality,useridnumber,courseidnumber,datatype),
  key mdl_assihistdata_use_ix (useridnumber),
  key mdl_assihistdata_cou_ix (courseidnumber)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assignment (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, name varchar(255) not null default '', intro longtext not
  null, introformat smallint(4) not null default 0, assignmenttype varchar(50) not null default '', resubmit tinyint(2) not null default
  0, preventlate tinyint(2) not null default 0, emailteachers tinyint(2) not null default 0, var1 bigint(10) default 0, var2 bigint(10)
  default 0, var3 bigint(10) default 0, var4 bigint(10) default 0, var5 bigint(10) default 0, maxbytes bigint(10) not null default
  100000, timedue bigint(10) not null default 0, timeavailable bigint(10) not null default 0, grade bigint(10) not null default 0,
  timemodified bigint(10) not null default 0,
  primary key (id),
  key mdl_assi_cou2_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assignment_submissions (
  id bigint(10) not null auto_increment, assignment bigint(10) not null default 0, userid bigint(10) not null default 0, timecreated
  bigint(10) not null default 0, timemodified bigint(10) not null default 0, numfiles bigint(10) not null default 0, data1 longtext,
  data2 longtext, grade bigint(11) not null default 0, submissioncomment longtext not null, format smallint(4) not null default 0,
  teacher bigint(10) not null default 0, timemarked bigint(10) not null default 0, mailed tinyint(1) not null default 0,
  primary key (id),
  key mdl_assisubm_use2_ix (userid),
  key mdl_assisubm_mai_ix (mailed),
  key mdl_assisubm_tim_ix (timemarked),
  key mdl_assisubm_ass2_ix (assignment)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assignsubmission_file (
  id bigint(10) not null auto_increment, assignment bigint(10) not null default 0, submission bigint(10) not null default 0, numfiles
  bigint(10) not null default 0,
  primary key (id),
  key mdl_assifile_ass_ix (assignment),
  key mdl_assifile_sub_ix (submission)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_assignsubmission_onlinetext (
  id bigint(10) not null auto_increment, assignment bigint(10) not null default 0, submission bigint(10) not null default 0, onlinetext
  longtext, onlineformat smallint(4) not null default 0,
  primary key (id),
  key mdl_assionli_ass_ix (assignment),
  key mdl_assionli_sub_ix (submission)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_attendance (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, name varchar(255), grade bigint(10) not null default 100,
  timemodified bigint(10) not null default 0, intro longtext, introformat smallint(4) not null default 0, subnet varchar(255),
  sessiondetailspos varchar(5) not null default 'left', showsessiondetails tinyint(1) not null default 1, showextrauserdetails
  tinyint(1) not null default 1, seating tinyint(1) not null default 0,
  primary key (id),
  key mdl_atte_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_attendance_log (
  id bigint(10) not null auto_increment, sessionid bigint(10) not null default 0, studentid bigint(10) not null default 0, statusid
  bigint(10) not null default 0, statusset varchar(1333), timetaken bigint(10) not null default 0, takenby bigint(10) not null default
  0, remarks varchar(1333), ipaddress varchar(45) default '', seat varchar(100),
  primary key (id),
  key mdl_attelog_ses_ix (sessionid),
  key mdl_attelog_stu_ix (studentid),
  key mdl_attelog_sta_ix (statusid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_attendance_sessions (
  id bigint(10) not null auto_increment, attendanceid bigint(10) not null default 0, groupid bigint(10) not null default 0, sessdate
  bigint(10) not null default 0, duration bigint(10) not null default 0, lasttaken bigint(10), lasttakenby bigint(10) not null default
  0, timemodified bigint(10), description longtext not null, descriptionformat tinyint(2) not null default 0, studentscanmark tinyint(1)
  not null default 0, allowupdatestatus tinyint(1) not null default 0, studentsearlyopentime bigint(10) not null default 0,
  autoassignstatus tinyint(1) not null default 0, studentpassword varchar(50) default '', subnet varchar(255), automark tinyint(1) not
  null default 0, automarkcompleted tinyint(1) not null default 0, statusset mediumint(5) not null default 0, absenteereport tinyint(1)
  not null default 1, preventsharedip tinyint(1) not null default 0, preventsharediptime bigint(10), caleventid bigint(10) not null
  default 0, calendarevent tinyint(1) not null default 1, includeqrcode tinyint(1) not null default 0, rotateqrcode tinyint(1) not null
  default 0, rotateqrcodesecret varchar(10), automarkcmid bigint(10) default 0, seatrows tinyint(1) not null default 0, seatcols
  tinyint(1) not null default 0, seatblocking longtext,
  primary key (id),
  key mdl_attesess_att_ix (attendanceid),
  key mdl_attesess_gro_ix (groupid),
  key mdl_attesess_ses_ix (sessdate),
  key mdl_attesess_cal_ix (caleventid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_attendance_statuses (
  id bigint(10) not null auto_increment, attendanceid bigint(10) not null default 0, acronym varchar(2) not null default '', description
  varchar(30) not null default '', grade decimal(5,2) not null default 0.00, studentavailability bigint(10), availablebeforesession
  tinyint(2), setunmarked tinyint(2), visible tinyint(1) not null default 1, deleted tinyint(1) not null default 0, setnumber
  mediumint(5) not null default 0,
  primary key (id),
  key mdl_attestat_att_ix (attendanceid),
  key mdl_attestat_vis_ix (visible),
  key mdl_attestat_del_ix (deleted)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_attendance_tempusers (
  id bigint(10) not null auto_increment, studentid bigint(10), courseid bigint(10), fullname varchar(100), email varchar(100), created
  bigint(10),
  primary key (id),
  unique key mdl_attetemp_stu_uix (studentid),
  key mdl_attetemp_cou_ix (courseid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_attendance_warning_done (
  id bigint(10) not null auto_increment, notifyid bigint(10) not null, userid bigint(10) not null, timesent bigint(10) not null,
  primary key (id),
  key mdl_attewarndone_notuse_ix (notifyid,userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_auth_lti_linked_login (
  id bigint(10) not null auto_increment, userid bigint(10) not null, issuer longtext not null, issuer256 varchar(64) not null default
  '', sub varchar(255) not null default '', sub256 varchar(64) not null default '', timecreated bigint(10) not null, timemodified
  bigint(10) not null,
  primary key (id),
  unique key mdl_authltilinklogi_useiss_uix (userid,issuer256,sub256),
  key mdl_authltilinklogi_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_auth_oauth2_linked_login (
  id bigint(10) not null auto_increment, timecreated bigint(10) not null, timemodified bigint(10) not null, usermodified bigint(10) not
  null, userid bigint(10) not null, issuerid bigint(10) not null, username varchar(255) not null default '', email longtext not null,
  confirmtoken varchar(64) not null default '', confirmtokenexpires bigint(10),
  primary key (id),
  unique key mdl_authoautlinklogi_useis_uix (userid,issuerid,username),
  key mdl_authoautlinklogi_issuse_ix (issuerid,username),
  key mdl_authoautlinklogi_use_ix (usermodified),
  key mdl_authoautlinklogi_use2_ix (userid),
  key mdl_authoautlinklogi_iss_ix (issuerid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_auth_oidc_prevlogin (
  id bigint(10) not null auto_increment, userid bigint(10) not null, method varchar(255) not null default '', password varchar(255) not
  null default '',
  primary key (id),
  unique key mdl_authoidcprev_use_uix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_auth_oidc_token (
  id bigint(10) not null auto_increment, oidcuniqid varchar(255) not null default '', username varchar(100) not null default '', userid
  bigint(10) not null default 0, oidcusername varchar(255) not null default '', scope longtext not null, tokenresource varchar(127) not
  null default '', authcode longtext not null, token longtext not null, expiry bigint(10) not null, refreshtoken longtext not null,
  idtoken longtext not null, sid varchar(36),
  primary key (id),
  key mdl_authoidctoke_oid_ix (oidcuniqid),
  key mdl_authoidctoke_use_ix (userid),
  key mdl_authoidctoke_use2_ix (username)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_backup_controllers (
  id bigint(10) not null auto_increment, backupid varchar(32) not null default '', operation varchar(20) not null default 'backup', type
  varchar(10) not null default '', itemid bigint(10) not null, format varchar(20) not null default '', interactive smallint(4) not null,
  purpose smallint(4) not null, userid bigint(10) not null, status smallint(4) not null, execution smallint(4) not null, executiontime
  bigint(10) not null, checksum varchar(32) not null default '', timecreated bigint(10) not null, timemodified bigint(10) not null,
  progress decimal(15,14) not null default 0.00000000000000, controller longtext not null,
  primary key (id),
  unique key mdl_backcont_bac_uix (backupid),
  key mdl_backcont_typite_ix (type,itemid),
  key mdl_backcont_useite_ix (userid,itemid),
  key mdl_backcont_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_badge (
  id bigint(10) not null auto_increment, name varchar(255) not null default '', description longtext, timecreated bigint(10) not null
  default 0, timemodified bigint(10) not null default 0, usercreated bigint(10) not null, usermodified bigint(10) not null, issuername
  varchar(255) not null default '', issuerurl varchar(255) not null default '', issuercontact varchar(255), expiredate bigint(10),
  expireperiod bigint(10), type tinyint(1) not null default 1, courseid bigint(10), message longtext not null, messagesubject longtext
  not null, attachment tinyint(1) not null default 1, notification tinyint(1) not null default 1, status tinyint(1) not null default 0,
  nextcron bigint(10), version varchar(255), language varchar(255), imageauthorname varchar(255), imageauthoremail varchar(255),
  imageauthorurl varchar(255), imagecaption longtext,
  primary key (id),
  key mdl_badg_typ_ix (type),
  key mdl_badg_cou_ix (courseid),
  key mdl_badg_use_ix (usermodified),
  key mdl_badg_use2_ix (usercreated)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_badge_backpack (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, email varchar(100) not null default '', backpackuid
  bigint(10) not null, autosync tinyint(1) not null default 0, password varchar(50), externalbackpackid bigint(10),
  primary key (id),
  unique key mdl_badgback_useext_uix (userid,externalbackpackid),
  key mdl_badgback_use_ix (userid),
  key mdl_badgback_ext_ix (externalbackpackid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_badge_backpack_oauth2 (
  id bigint(10) not null auto_increment, usermodified bigint(10) not null default 0, timecreated bigint(10) not null default 0,
  timemodified bigint(10) not null default 0, userid bigint(10) not null, issuerid bigint(10) not null, externalbackpackid bigint(10)
  not null, token longtext not null, refreshtoken longtext not null, expires bigint(10), scope longtext,
  primary key (id),
  key mdl_badgbackoaut_use_ix (usermodified),
  key mdl_badgbackoaut_use2_ix (userid),
  key mdl_badgbackoaut_iss_ix (issuerid),
  key mdl_badgbackoaut_ext_ix (externalbackpackid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_badge_criteria (
  id bigint(10) not null auto_increment, badgeid bigint(10) not null default 0, criteriatype bigint(10), method tinyint(1) not null
  default 1, description longtext, descriptionformat tinyint(2) not null default 0,
  primary key (id),
  unique key mdl_badgcrit_badcri_uix (badgeid,criteriatype),
  key mdl_badgcrit_cri_ix (criteriatype),
  key mdl_badgcrit_bad_ix (badgeid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_badge_criteria_met (
  id bigint(10) not null auto_increment, issuedid bigint(10), critid bigint(10) not null, userid bigint(10) not null, datemet bigint(10)
  not null,
  primary key (id),
  key mdl_badgcritmet_cri_ix (critid),
  key mdl_badgcritmet_use_ix (userid),
  key mdl_badgcritmet_iss_ix (issuedid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_badge_endorsement (
  id bigint(10) not null auto_increment, badgeid bigint(10) not null default 0, issuername varchar(255) not null default '', issuerurl
  varchar(255) not null default '', issueremail varchar(255) not null default '', claimid varchar(255), claimcomment longtext,
  dateissued bigint(10) not null default 0,
  primary key (id),
  key mdl_badgendo_bad_ix (badgeid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_badge_external (
  id bigint(10) not null auto_increment, backpackid bigint(10) not null, collectionid bigint(10) not null, entityid varchar(255),
  assertion longtext,
  primary key (id),
  key mdl_badgexte_bac_ix (backpackid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_badge_external_backpack (
  id bigint(10) not null auto_increment, backpackapiurl varchar(255) not null default '', backpackweburl varchar(255) not null default
  '', apiversion varchar(12) not null default '1.0', sortorder bigint(10) not null default 0, oauth2_issuerid bigint(10),
  primary key (id),
  unique key mdl_badgexteback_bac_uix (backpackapiurl),
  unique key mdl_badgexteback_bac2_uix (backpackweburl),
  key mdl_badgexteback_oau_ix (oauth2_issuerid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_badge_issued (
  id bigint(10) not null auto_increment, badgeid bigint(10) not null default 0, userid bigint(10) not null default 0, uniquehash
  longtext not null, dateissued bigint(10) not null default 0, dateexpire bigint(10), visible tinyint(1) not null default 0,
  issuernotified bigint(10),
  primary key (id),
  unique key mdl_badgissu_baduse_uix (badgeid,userid),
  key mdl_badgissu_bad_ix (badgeid),
  key mdl_badgissu_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_badge_manual_award (
  id bigint(10) not null auto_increment, badgeid bigint(10) not null, recipientid bigint(10) not null, issuerid bigint(10) not null,
  issuerrole bigint(10) not null, datemet bigint(10) not null,
  primary key (id),
  key mdl_badgmanuawar_bad_ix (badgeid),
  key mdl_badgmanuawar_rec_ix (recipientid),
  key mdl_badgmanuawar_iss_ix (issuerid),
  key mdl_badgmanuawar_iss2_ix (issuerrole)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_bigbluebuttonbn (
  id bigint(10) not null auto_increment, type tinyint(2) not null default 0, course bigint(10) not null default 0, name varchar(255) not
  null default '', intro longtext, introformat smallint(4) not null default 1, meetingid varchar(255) not null default '', moderatorpass
  varchar(255) not null default '', viewerpass varchar(255) not null default '', wait tinyint(1) not null default 0, record tinyint(1)
  not null default 0, recordallfromstart tinyint(1) not null default 0, recordhidebutton tinyint(1) not null default 0, welcome
  longtext, voicebridge mediumint(5) not null default 0, openingtime bigint(10) not null default 0, closingtime bigint(10) not null
  default 0, timecreated bigint(10) not null default 0, timemodified bigint(10) not null default 0, presentation longtext, participants
  longtext, userlimit smallint(3) not null default 0, recordings_html tinyint(1) not null default 0, recordings_deleted tinyint(1) not
  null default 1, recordings_imported tinyint(1) not null default 0, recordings_preview tinyint(1) not null default 0, clienttype
  tinyint(1) not null default 0, muteonstart tinyint(1) not null default 0, disablecam tinyint(1) not null default 0, disablemic
  tinyint(1) not null default 0, disableprivatechat tinyint(1) not null default 0, disablepublicchat tinyint(1) not null default 0,
  disablenote tinyint(1) not null default 0, hideuserlist tinyint(1) not null default 0, lockedlayout tinyint(1) not null default 0,
  completionattendance int(9) not null default 0, completionengagementchats int(9) not null default 0, completionengagementtalks int(9)
  not null default 0, completionengagementraisehand int(9) not null default 0, completionengagementpollvotes int(9) not null default 0,
  completionengagementemojis int(9) not null default 0, guestallowed tinyint(2) default 0, mustapproveuser tinyint(2) default 1,
  guestlinkuid varchar(1024), guestpassword varchar(255),
  primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_bigbluebuttonbn_logs (
  id bigint(10) not null auto_increment, courseid bigint(10) not null, bigbluebuttonbnid bigint(10) not null, userid bigint(10),
  timecreated bigint(10) not null default 0, meetingid varchar(256) not null default '', log varchar(32) not null default '', meta
  longtext,
  primary key (id),
  key mdl_bigblogs_cou_ix (courseid),
  key mdl_bigblogs_log_ix (log),
  key mdl_bigblogs_coubiguselog_ix (courseid,bigbluebuttonbnid,userid,log),
  key mdl_bigblogs_uselog_ix (userid,log)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_bigbluebuttonbn_recordings (
  id bigint(10) not null auto_increment, courseid bigint(10) not null, bigbluebuttonbnid bigint(10) not null, groupid bigint(10),
  recordingid varchar(64) not null default '', headless tinyint(1) not null default 0, imported tinyint(1) not null default 0, status
  tinyint(1) not null default 0, importeddata longtext, timecreated bigint(10) not null default 0, usermodified bigint(10) not null
  default 0, timemodified bigint(10) not null default 0,
  primary key (id),
  key mdl_bigbreco_cou_ix (courseid),
  key mdl_bigbreco_rec_ix (recordingid),
  key mdl_bigbreco_big_ix (bigbluebuttonbnid),
  key mdl_bigbreco_use_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_block_instances (
  id bigint(10) not null auto_increment, blockname varchar(40) not null default '', parentcontextid bigint(10) not null,
  showinsubcontexts smallint(4) not null, requiredbytheme smallint(4) not null default 0, pagetypepattern varchar(64) not null default
  '', subpagepattern varchar(16), defaultregion varchar(16) not null default '', defaultweight bigint(10) not null, configdata longtext,
  timecreated bigint(10) not null, timemodified bigint(10) not null,
  primary key (id),
  key mdl_blocinst_parshopagsub_ix (parentcontextid,showinsubcontexts,pagetypepattern,subpagepattern),
  key mdl_blocinst_tim_ix (timemodified),
  key mdl_blocinst_par_ix (parentcontextid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_block_positions (
  id bigint(10) not null auto_increment, blockinstanceid bigint(10) not null, contextid bigint(10) not null, pagetype varchar(64) not
  null default '', subpage varchar(16) not null default '', visible smallint(4) not null, region varchar(16) not null default '', weight
  bigint(10) not null,
  primary key (id),
  unique key mdl_blocposi_bloconpagsub_uix (blockinstanceid,contextid,pagetype,subpage),
  key mdl_blocposi_blo_ix (blockinstanceid),
  key mdl_blocposi_con_ix (contextid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_block_recent_activity (
  id bigint(10) not null auto_increment, courseid bigint(10) not null, cmid bigint(10) not null, timecreated bigint(10) not null, userid
  bigint(10) not null, action tinyint(1) not null, modname varchar(20),
  primary key (id),
  key mdl_blocreceacti_coutim_ix (courseid,timecreated)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_block_recentlyaccesseditems (
  id bigint(10) not null auto_increment, courseid bigint(10) not null, cmid bigint(10) not null, userid bigint(10) not null, timeaccess
  bigint(10) not null,
  primary key (id),
  unique key mdl_blocrece_usecoucmi_uix (userid,courseid,cmid),
  key mdl_blocrece_use_ix (userid),
  key mdl_blocrece_cou_ix (courseid),
  key mdl_blocrece_cmi_ix (cmid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_block_rss_client (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, title longtext not null, preferredtitle varchar(64) not
  null default '', description longtext not null, shared tinyint(2) not null default 0, url varchar(255) not null default '', skiptime
  bigint(10) not null default 0, skipuntil bigint(10) not null default 0,
  primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_block_todo (
  id bigint(10) not null auto_increment, usermodified bigint(20) not null, timecreated bigint(10) not null, timemodified bigint(10) not
  null, todotext varchar(1333) not null default '', done tinyint(1) not null default 0,
  primary key (id),
  key mdl_bloctodo_use_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_blog_association (
  id bigint(10) not null auto_increment, contextid bigint(10) not null, blogid bigint(10) not null,
  primary key (id),
  key mdl_blogasso_con_ix (contextid),
  key mdl_blogasso_blo_ix (blogid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_blog_external (
  id bigint(10) not null auto_increment, userid bigint(10) not null, name varchar(255) not null default '', description longtext, url
  longtext not null, filtertags varchar(255), failedlastsync tinyint(1) not null default 0, timemodified bigint(10), timefetched
  bigint(10) not null default 0,
  primary key (id),
  key mdl_blogexte_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_cache_flags (
  id bigint(10) not null auto_increment, flagtype varchar(255) not null default '', name varchar(255) not null default '', timemodified
  bigint(10) not null default 0, value longtext not null, expiry bigint(10) not null,
  primary key (id),
  key mdl_cachflag_fla_ix (flagtype),
  key mdl_cachflag_nam_ix (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_chat (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, name varchar(255) not null default '', intro longtext not
  null, introformat smallint(4) not null default 0, keepdays bigint(11) not null default 0, studentlogs smallint(4) not null default 0,
  chattime bigint(10) not null default 0, schedule smallint(4) not null default 0, timemodified bigint(10) not null default 0,
  primary key (id),
  key mdl_chat_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_chat_messages (
  id bigint(10) not null auto_increment, chatid bigint(10) not null default 0, userid bigint(10) not null default 0, groupid bigint(10)
  not null default 0, issystem tinyint(1) not null default 0, message longtext not null, timestamp bigint(10) not null default 0,
  primary key (id),
  key mdl_chatmess_use_ix (userid),
  key mdl_chatmess_gro_ix (groupid),
  key mdl_chatmess_timcha_ix (timestamp,chatid),
  key mdl_chatmess_cha_ix (chatid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_chat_messages_current (
  id bigint(10) not null auto_increment, chatid bigint(10) not null default 0, userid bigint(10) not null default 0, groupid bigint(10)
  not null default 0, issystem tinyint(1) not null default 0, message longtext not null, timestamp bigint(10) not null default 0,
  primary key (id),
  key mdl_chatmesscurr_use_ix (userid),
  key mdl_chatmesscurr_gro_ix (groupid),
  key mdl_chatmesscurr_timcha_ix (timestamp,chatid),
  key mdl_chatmesscurr_cha_ix (chatid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_chat_users (
  id bigint(10) not null auto_increment, chatid bigint(11) not null default 0, userid bigint(11) not null default 0, groupid bigint(11)
  not null default 0, version varchar(16) not null default '', ip varchar(45) not null default '', firstping bigint(10) not null default
  0, lastping bigint(10) not null default 0, lastmessageping bigint(10) not null default 0, sid varchar(32) not null default '', course
  bigint(10) not null default 0, lang varchar(30) not null default '',
  primary key (id),
  key mdl_chatuser_use_ix (userid),
  key mdl_chatuser_las_ix (lastping),
  key mdl_chatuser_gro_ix (groupid),
  key mdl_chatuser_cha_ix (chatid),
  key mdl_chatuser_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_choice (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, name varchar(255) not null default '', intro longtext not
  null, introformat smallint(4) not null default 0, publish tinyint(2) not null default 0, showresults tinyint(2) not null default 0,
  display smallint(4) not null default 0, allowupdate tinyint(2) not null default 0, allowmultiple tinyint(2) not null default 0,
  showunanswered tinyint(2) not null default 0, includeinactive tinyint(2) not null default 1, limitanswers tinyint(2) not null default
  0, timeopen bigint(10) not null default 0, timeclose bigint(10) not null default 0, showpreview tinyint(2) not null default 0,
  timemodified bigint(10) not null default 0, completionsubmit tinyint(1) not null default 0, showavailable tinyint(1) not null default
  0,
  primary key (id),
  key mdl_choi_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_choice_answers (
  id bigint(10) not null auto_increment, choiceid bigint(10) not null default 0, userid bigint(10) not null default 0, optionid
  bigint(10) not null default 0, timemodified bigint(10) not null default 0,
  primary key (id),
  key mdl_choiansw_use_ix (userid),
  key mdl_choiansw_cho_ix (choiceid),
  key mdl_choiansw_opt_ix (optionid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_choice_options (
  id bigint(10) not null auto_increment, choiceid bigint(10) not null default 0, text longtext, maxanswers bigint(10) default 0,
  timemodified bigint(10) not null default 0,
  primary key (id),
  key mdl_choiopti_cho_ix (choiceid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_cohort (
  id bigint(10) not null auto_increment, contextid bigint(10) not null, name varchar(254) not null default '', idnumber varchar(100),
  description longtext, descriptionformat tinyint(2) not null, visible tinyint(1) not null default 1, component varchar(100) not null
  default '', timecreated bigint(10) not null, timemodified bigint(10) not null, theme varchar(50),
  primary key (id),
  key mdl_coho_con_ix (contextid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_cohort_members (
  id bigint(10) not null auto_increment, cohortid bigint(10) not null default 0, userid bigint(10) not null default 0, timeadded
  bigint(10) not null default 0,
  primary key (id),
  unique key mdl_cohomemb_cohuse_uix (cohortid,userid),
  key mdl_cohomemb_coh_ix (cohortid),
  key mdl_cohomemb_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_comments (
  id bigint(10) not null auto_increment, contextid bigint(10) not null, component varchar(255), commentarea varchar(255) not null
  default '', itemid bigint(10) not null, content longtext not null, format tinyint(2) not null default 0, userid bigint(10) not null,
  timecreated bigint(10) not null,
  primary key (id),
  key mdl_comm_concomite_ix (contextid,commentarea,itemid),
  key mdl_comm_use_ix (userid),
  key mdl_comm_comcomite_ix (commentarea,component,itemid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_competency (
  id bigint(10) not null auto_increment, shortname varchar(100), description longtext, descriptionformat smallint(4) not null default 0,
  idnumber varchar(100), competencyframeworkid bigint(10) not null, parentid bigint(10) not null default 0, path varchar(255) not null
  default '', sortorder bigint(10) not null, ruletype varchar(100), ruleoutcome tinyint(2) not null default 0, ruleconfig longtext,
  scaleid bigint(10), scaleconfiguration longtext, timecreated bigint(10) not null, timemodified bigint(10) not null, usermodified
  bigint(10),
  primary key (id),
  unique key mdl_comp_comidn_uix (competencyframeworkid,idnumber),
  key mdl_comp_rul_ix (ruleoutcome),
  key mdl_comp_sca_ix (scaleid),
  key mdl_comp_use_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_competency_evidence (
  id bigint(10) not null auto_increment, usercompetencyid bigint(10) not null, contextid bigint(10) not null, action tinyint(2) not
  null, actionuserid bigint(10), descidentifier varchar(255) not null default '', desccomponent varchar(255) not null default '', desca
  longtext, url varchar(255), grade bigint(10), note longtext, timecreated bigint(10) not null, timemodified bigint(10) not null,
  usermodified bigint(10) not null,
  primary key (id),
  key mdl_compevid_use_ix (usercompetencyid),
  key mdl_compevid_con_ix (contextid),
  key mdl_compevid_act_ix (actionuserid),
  key mdl_compevid_use2_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_competency_framework (
  id bigint(10) not null auto_increment, shortname varchar(100), contextid bigint(10) not null, idnumber varchar(100), description
  longtext, descriptionformat smallint(4) not null default 0, scaleid bigint(11), scaleconfiguration longtext not null, visible
  tinyint(2) not null default 1, taxonomies varchar(255) not null default '', timecreated bigint(10) not null, timemodified bigint(10)
  not null, usermodified bigint(10),
  primary key (id),
  unique key mdl_compfram_idn_uix (idnumber),
  key mdl_compfram_con_ix (contextid),
  key mdl_compfram_sca_ix (scaleid),
  key mdl_compfram_use_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_competency_plan (
  id bigint(10) not null auto_increment, name varchar(100) not null default '', description longtext, descriptionformat smallint(4) not
  null default 0, userid bigint(10) not null, templateid bigint(10), origtemplateid bigint(10), status tinyint(1) not null, duedate
  bigint(10) default 0, reviewerid bigint(10), timecreated bigint(10) not null, timemodified bigint(10) not null default 0, usermodified
  bigint(10) not null,
  primary key (id),
  key mdl_compplan_usesta_ix (userid,status),
  key mdl_compplan_tem_ix (templateid),
  key mdl_compplan_stadue_ix (status,duedate),
  key mdl_compplan_use_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_competency_plancomp (
  id bigint(10) not null auto_increment, planid bigint(10) not null, competencyid bigint(10) not null, sortorder bigint(10), timecreated
  bigint(10) not null, timemodified bigint(10), usermodified bigint(10) not null,
  primary key (id),
  unique key mdl_compplan_placom_uix (planid,competencyid),
  key mdl_compplan_use2_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_competency_template (
  id bigint(10) not null auto_increment, shortname varchar(100), contextid bigint(10) not null, description longtext, descriptionformat
  smallint(4) not null default 0, visible tinyint(2) not null default 1, duedate bigint(10), timecreated bigint(10) not null,
  timemodified bigint(10) not null, usermodified bigint(10),
  primary key (id),
  key mdl_comptemp_con_ix (contextid),
  key mdl_comptemp_use_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_competency_usercomp (
  id bigint(10) not null auto_increment, userid bigint(10) not null, competencyid bigint(10) not null, status tinyint(2) not null
  default 0, reviewerid bigint(10), proficiency tinyint(2), grade bigint(10), timecreated bigint(10) not null, timemodified bigint(10),
  usermodified bigint(10) not null,
  primary key (id),
  unique key mdl_compuser_usecom_uix (userid,competencyid),
  key mdl_compuser_use_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_competency_usercompcourse (
  id bigint(10) not null auto_increment, userid bigint(10) not null, courseid bigint(10) not null, competencyid bigint(10) not null,
  proficiency tinyint(2), grade bigint(10), timecreated bigint(10) not null, timemodified bigint(10), usermodified bigint(10) not null,
  primary key (id),
  unique key mdl_compuser_usecoucom_uix (userid,courseid,competencyid),
  key mdl_compuser_use2_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_competency_usercompplan (
  id bigint(10) not null auto_increment, userid bigint(10) not null, competencyid bigint(10) not null, planid bigint(10) not null,
  proficiency tinyint(2), grade bigint(10), sortorder bigint(10), timecreated bigint(10) not null, timemodified bigint(10), usermodified
  bigint(10) not null,
  primary key (id),
  unique key mdl_compuser_usecompla_uix (userid,competencyid,planid),
  key mdl_compuser_use3_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_competency_userevidence (
  id bigint(10) not null auto_increment, userid bigint(10) not null, name varchar(100) not null default '', description longtext not
  null, descriptionformat tinyint(1) not null, url longtext not null, timecreated bigint(10) not null, timemodified bigint(10) not null,
  usermodified bigint(10) not null,
  primary key (id),
  key mdl_compuser_use4_ix (userid),
  key mdl_compuser_use5_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_competency_userevidencecomp (
  id bigint(10) not null auto_increment, userevidenceid bigint(10) not null, competencyid bigint(10) not null, timecreated bigint(10)
  not null, timemodified bigint(10) not null, usermodified bigint(10) not null,
  primary key (id),
  unique key mdl_compuser_usecom2_uix (userevidenceid,competencyid),
  key mdl_compuser_use6_ix (userevidenceid),
  key mdl_compuser_use7_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_config_log (
  id bigint(10) not null auto_increment, userid bigint(10) not null, timemodified bigint(10) not null, plugin varchar(100), name
  varchar(100) not null default '', value longtext, oldvalue longtext,
  primary key (id),
  key mdl_conflog_tim_ix (timemodified),
  key mdl_conflog_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_contentbank_content (
  id bigint(10) not null auto_increment, name varchar(255) not null default '', contenttype varchar(100) not null default '', contextid
  bigint(10) not null, visibility tinyint(1) not null default 1, instanceid bigint(10), configdata longtext, usercreated bigint(10) not
  null, usermodified bigint(10), timecreated bigint(10) not null default 0, timemodified bigint(10) default 0,
  primary key (id),
  key mdl_contcont_nam_ix (name),
  key mdl_contcont_conconins_ix (contextid,contenttype,instanceid),
  key mdl_contcont_con_ix (contextid),
  key mdl_contcont_use_ix (usermodified),
  key mdl_contcont_use2_ix (usercreated)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_context (
  id bigint(10) not null auto_increment, contextlevel bigint(10) not null default 0, instanceid bigint(10) not null default 0, path
  varchar(255), depth tinyint(2) not null default 0, locked tinyint(2) not null default 0,
  primary key (id),
  unique key mdl_cont_conins_uix (contextlevel,instanceid),
  key mdl_cont_ins_ix (instanceid),
  key mdl_cont_pat_ix (path)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_course (
  id bigint(10) not null auto_increment, category bigint(10) not null default 0, sortorder bigint(10) not null default 0, fullname
  varchar(254) not null default '', shortname varchar(255) not null default '', idnumber varchar(100) not null default '', summary
  longtext, summaryformat tinyint(2) not null default 0, format varchar(21) not null default 'topics', showgrades tinyint(2) not null
  default 1, newsitems mediumint(5) not null default 1, startdate bigint(10) not null default 0, enddate bigint(10) not null default 0,
  relativedatesmode tinyint(1) not null default 0, marker bigint(10) not null default 0, maxbytes bigint(10) not null default 0,
  legacyfiles smallint(4) not null default 0, showreports smallint(4) not null default 0, visible tinyint(1) not null default 1,
  visibleold tinyint(1) not null default 1, downloadcontent tinyint(1), groupmode smallint(4) not null default 0, groupmodeforce
  smallint(4) not null default 0, defaultgroupingid bigint(10) not null default 0, lang varchar(30) not null default '', calendartype
  varchar(30) not null default '', theme varchar(50) not null default '', timecreated bigint(10) not null default 0, timemodified
  bigint(10) not null default 0, requested tinyint(1) not null default 0, enablecompletion tinyint(1) not null default 0,
  completionnotify tinyint(1) not null default 0, cacherev bigint(10) not null default 0, originalcourseid bigint(10), showactivitydates
  tinyint(1) not null default 0, showcompletionconditions tinyint(1),
  primary key (id),
  key mdl_cour_cat_ix (category),
  key mdl_cour_idn_ix (idnumber),
  key mdl_cour_sho_ix (shortname),
  key mdl_cour_sor_ix (sortorder),
  key mdl_cour_ori_ix (originalcourseid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_course_categories (
  id bigint(10) not null auto_increment, name varchar(255) not null default '', idnumber varchar(100), description longtext,
  descriptionformat tinyint(2) not null default 0, parent bigint(10) not null default 0, sortorder bigint(10) not null default 0,
  coursecount bigint(10) not null default 0, visible tinyint(1) not null default 1, visibleold tinyint(1) not null default 1,
  timemodified bigint(10) not null default 0, depth bigint(10) not null default 0, path varchar(255) not null default '', theme
  varchar(50),
  primary key (id),
  key mdl_courcate_par_ix (parent)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_course_completion_crit_compl (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, course bigint(10) not null default 0, criteriaid
  bigint(10) not null default 0, gradefinal decimal(10,5), unenroled bigint(10), timecompleted bigint(10),
  primary key (id),
  unique key mdl_courcompcritcomp_useco_uix (userid,course,criteriaid),
  key mdl_courcompcritcomp_use_ix (userid),
  key mdl_courcompcritcomp_cou_ix (course),
  key mdl_courcompcritcomp_cri_ix (criteriaid),
  key mdl_courcompcritcomp_tim_ix (timecompleted)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_course_completions (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, course bigint(10) not null default 0, timeenrolled
  bigint(10) not null default 0, timestarted bigint(10) not null default 0, timecompleted bigint(10), reaggregate bigint(10) not null
  default 0,
  primary key (id),
  unique key mdl_courcomp_usecou_uix (userid,course),
  key mdl_courcomp_use_ix (userid),
  key mdl_courcomp_cou_ix (course),
  key mdl_courcomp_tim_ix (timecompleted)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_course_modules (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, module bigint(10) not null default 0, instance bigint(10)
  not null default 0, section bigint(10) not null default 0, idnumber varchar(100), added bigint(10) not null default 0, score
  smallint(4) not null default 0, indent mediumint(5) not null default 0, visible tinyint(1) not null default 1, visibleoncoursepage
  tinyint(1) not null default 1, visibleold tinyint(1) not null default 1, groupmode smallint(4) not null default 0, groupingid
  bigint(10) not null default 0, completion tinyint(1) not null default 0, completiongradeitemnumber bigint(10), completionview
  tinyint(1) not null default 0, completionexpected bigint(10) not null default 0, completionpassgrade tinyint(1) not null default 0,
  showdescription tinyint(1) not null default 0, availability longtext, deletioninprogress tinyint(1) not null default 0,
  downloadcontent tinyint(1) default 1, lang varchar(30),
  primary key (id),
  key mdl_courmodu_vis_ix (visible),
  key mdl_courmodu_cou_ix (course),
  key mdl_courmodu_mod_ix (module),
  key mdl_courmodu_ins_ix (instance),
  key mdl_courmodu_idncou_ix (idnumber,course),
  key mdl_courmodu_gro_ix (groupingid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_course_modules_completion (
  id bigint(10) not null auto_increment, coursemoduleid bigint(10) not null, userid bigint(10) not null, completionstate tinyint(1) not
  null, overrideby bigint(10), timemodified bigint(10) not null,
  primary key (id),
  unique key mdl_courmoducomp_usecou_uix (userid,coursemoduleid),
  key mdl_courmoducomp_cou_ix (coursemoduleid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_course_modules_viewed (
  id bigint(10) not null auto_increment, coursemoduleid bigint(10) not null, userid bigint(10) not null, timecreated bigint(10) not null,
  primary key (id),
  unique key mdl_courmoduview_usecou_uix (userid,coursemoduleid),
  key mdl_courmoduview_cou_ix (coursemoduleid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_course_request (
  id bigint(10) not null auto_increment, fullname varchar(254) not null default '', shortname varchar(100) not null default '', summary
  longtext not null, summaryformat tinyint(2) not null default 0, category bigint(10) not null default 0, reason longtext not null,
  requester bigint(10) not null default 0, password varchar(50) not null default '',
  primary key (id),
  key mdl_courrequ_sho_ix (shortname)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_data (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, name varchar(255) not null default '', intro longtext not
  null, introformat smallint(4) not null default 0, comments smallint(4) not null default 0, timeavailablefrom bigint(10) not null
  default 0, timeavailableto bigint(10) not null default 0, timeviewfrom bigint(10) not null default 0, timeviewto bigint(10) not null
  default 0, requiredentries int(8) not null default 0, requiredentriestoview int(8) not null default 0, maxentries int(8) not null
  default 0, rssarticles smallint(4) not null default 0, singletemplate longtext, listtemplate longtext, listtemplateheader longtext,
  listtemplatefooter longtext, addtemplate longtext, rsstemplate longtext, rsstitletemplate longtext, csstemplate longtext, jstemplate
  longtext, asearchtemplate longtext, approval smallint(4) not null default 0, manageapproved smallint(4) not null default 1, scale
  bigint(10) not null default 0, assessed bigint(10) not null default 0, assesstimestart bigint(10) not null default 0, assesstimefinish
  bigint(10) not null default 0, defaultsort bigint(10) not null default 0, defaultsortdir smallint(4) not null default 0, editany
  smallint(4) not null default 0, notification bigint(10) not null default 0, timemodified bigint(10) not null default 0, config
  longtext, completionentries bigint(10) default 0,
  primary key (id),
  key mdl_data_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_data_content (
  id bigint(10) not null auto_increment, fieldid bigint(10) not null default 0, recordid bigint(10) not null default 0, content
  longtext, content1 longtext, content2 longtext, content3 longtext, content4 longtext,
  primary key (id),
  key mdl_datacont_rec_ix (recordid),
  key mdl_datacont_fie_ix (fieldid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_data_fields (
  id bigint(10) not null auto_increment, dataid bigint(10) not null default 0, type varchar(255) not null default '', name varchar(255)
  not null default '', description longtext not null, required tinyint(1) not null default 0, param1 longtext, param2 longtext, param3
  longtext, param4 longtext, param5 longtext, param6 longtext, param7 longtext, param8 longtext, param9 longtext, param10 longtext,
  primary key (id),
  key mdl_datafiel_typdat_ix (type,dataid),
  key mdl_datafiel_dat_ix (dataid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_data_records (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, groupid bigint(10) not null default 0, dataid bigint(10)
  not null default 0, timecreated bigint(10) not null default 0, timemodified bigint(10) not null default 0, approved smallint(4) not
  null default 0,
  primary key (id),
  key mdl_datareco_dat_ix (dataid),
  key mdl_datareco_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_editor_atto_autosave (
  id bigint(10) not null auto_increment, elementid varchar(255) not null default '', contextid bigint(10) not null, pagehash varchar(64)
  not null default '', userid bigint(10) not null, drafttext longtext not null, draftid bigint(10), pageinstance varchar(64) not null
  default '', timemodified bigint(10) not null default 0,
  primary key (id),
  unique key mdl_editattoauto_eleconuse_uix (elementid,contextid,userid,pagehash)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_enrol (
  id bigint(10) not null auto_increment, enrol varchar(20) not null default '', status bigint(10) not null default 0, courseid
  bigint(10) not null, sortorder bigint(10) not null default 0, name varchar(255), enrolperiod bigint(10) default 0, enrolstartdate
  bigint(10) default 0, enrolenddate bigint(10) default 0, expirynotify tinyint(1) default 0, expirythreshold bigint(10) default 0,
  notifyall tinyint(1) default 0, password varchar(50), cost varchar(20), currency varchar(3), roleid bigint(10) default 0, customint1
  bigint(10), customint2 bigint(10), customint3 bigint(10), customint4 bigint(10), customint5 bigint(10), customint6 bigint(10),
  customint7 bigint(10), customint8 bigint(10), customchar1 varchar(255), customchar2 varchar(255), customchar3 varchar(1333),
  customdec1 decimal(12,7), customdec2 decimal(12,7), customtext1 longtext, customtext2 longtext, customtext3 longtext, customtext4
  longtext, timecreated bigint(10) not null default 0, timemodified bigint(10) not null default 0,
  primary key (id),
  key mdl_enro_enr_ix (enrol),
  key mdl_enro_cou_ix (courseid),
  key mdl_enro_rol_ix (roleid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_enrol_flatfile (
  id bigint(10) not null auto_increment, action varchar(30) not null default '', roleid bigint(10) not null, userid bigint(10) not null,
  courseid bigint(10) not null, timestart bigint(10) not null default 0, timeend bigint(10) not null default 0, timemodified bigint(10)
  not null default 0,
  primary key (id),
  key mdl_enroflat_cou_ix (courseid),
  key mdl_enroflat_use_ix (userid),
  key mdl_enroflat_rol_ix (roleid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_enrol_lti_users (
  id bigint(10) not null auto_increment, userid bigint(10) not null, toolid bigint(10) not null, serviceurl longtext, sourceid longtext,
  ltideploymentid bigint(10), consumerkey longtext, consumersecret longtext, membershipsurl longtext, membershipsid longtext, lastgrade
  decimal(10,5), lastaccess bigint(10), timecreated bigint(10),
  primary key (id),
  key mdl_enroltiuser_use_ix (userid),
  key mdl_enroltiuser_too_ix (toolid),
  key mdl_enroltiuser_lti_ix (ltideploymentid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_enrol_paypal (
  id bigint(10) not null auto_increment, business varchar(255) not null default '', receiver_email varchar(255) not null default '',
  receiver_id varchar(255) not null default '', item_name varchar(255) not null default '', courseid bigint(10) not null default 0,
  userid bigint(10) not null default 0, instanceid bigint(10) not null default 0, memo varchar(255) not null default '', tax
  varchar(255) not null default '', option_name1 varchar(255) not null default '', option_selection1_x varchar(255) not null default '',
  option_name2 varchar(255) not null default '', option_selection2_x varchar(255) not null default '', payment_status varchar(255) not
  null default '', pending_reason varchar(255) not null default '', reason_code varchar(30) not null default '', txn_id varchar(255) not
  null default '', parent_txn_id varchar(255) not null default '', payment_type varchar(30) not null default '', timeupdated bigint(10)
  not null default 0,
  primary key (id),
  key mdl_enropayp_bus_ix (business),
  key mdl_enropayp_rec_ix (receiver_email),
  key mdl_enropayp_cou_ix (courseid),
  key mdl_enropayp_use_ix (userid),
  key mdl_enropayp_ins_ix (instanceid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_event (
  id bigint(10) not null auto_increment, name longtext not null, description longtext not null, format smallint(4) not null default 0,
  categoryid bigint(10) not null default 0, courseid bigint(10) not null default 0, groupid bigint(10) not null default 0, userid
  bigint(10) not null default 0, repeatid bigint(10) not null default 0, component varchar(100), modulename varchar(20) not null default
  '', instance bigint(10) not null default 0, type smallint(4) not null default 0, eventtype varchar(20) not null default '', timestart
  bigint(10) not null default 0, timeduration bigint(10) not null default 0, timesort bigint(10), visible smallint(4) not null default
  1, uuid varchar(255) not null default '', sequence bigint(10) not null default 1, timemodified bigint(10) not null default 0,
  subscriptionid bigint(10), priority bigint(10), location longtext,
  primary key (id),
  key mdl_even_cou_ix (courseid),
  key mdl_even_use_ix (userid),
  key mdl_even_tim_ix (timestart),
  key mdl_even_tim2_ix (timeduration),
  key mdl_even_uui_ix (uuid),
  key mdl_even_typtim_ix (type,timesort),
  key mdl_even_grocoucatvisuse_ix (groupid,courseid,categoryid,visible,userid),
  key mdl_even_eve_ix (eventtype),
  key mdl_even_comeveins_ix (component,eventtype,instance),
  key mdl_even_modinseve_ix (modulename,instance,eventtype),
  key mdl_even_cat_ix (categoryid),
  key mdl_even_sub_ix (subscriptionid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_event_subscriptions (
  id bigint(10) not null auto_increment, url varchar(255) not null default '', categoryid bigint(10) not null default 0, courseid
  bigint(10) not null default 0, groupid bigint(10) not null default 0, userid bigint(10) not null default 0, eventtype varchar(20) not
  null default '', pollinterval bigint(10) not null default 0, lastupdated bigint(10), name varchar(255) not null default '',
  primary key (id),
  key mdl_evensubs_cou_ix (courseid),
  key mdl_evensubs_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_events_queue (
  id bigint(10) not null auto_increment, eventdata longtext not null, stackdump longtext, userid bigint(10), timecreated bigint(10) not
  null,
  primary key (id),
  key mdl_evenqueu_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_external_services (
  id bigint(10) not null auto_increment, name varchar(200) not null default '', enabled tinyint(1) not null, requiredcapability
  varchar(150), restrictedusers tinyint(1) not null, component varchar(100), timecreated bigint(10) not null, timemodified bigint(10),
  shortname varchar(255), downloadfiles tinyint(1) not null default 0, uploadfiles tinyint(1) not null default 0,
  primary key (id),
  unique key mdl_exteserv_nam_uix (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_external_services_users (
  id bigint(10) not null auto_increment, externalserviceid bigint(10) not null, userid bigint(10) not null, iprestriction varchar(255),
  validuntil bigint(10), timecreated bigint(10),
  primary key (id),
  key mdl_exteservuser_ext_ix (externalserviceid),
  key mdl_exteservuser_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_external_tokens (
  id bigint(10) not null auto_increment, token varchar(128) not null default '', privatetoken varchar(64), tokentype smallint(4) not
  null, userid bigint(10) not null, externalserviceid bigint(10) not null, sid varchar(128), contextid bigint(10) not null, creatorid
  bigint(10) not null default 1, iprestriction varchar(255), validuntil bigint(10), timecreated bigint(10) not null, lastaccess
  bigint(10),
  primary key (id),
  key mdl_extetoke_tok_ix (token),
  key mdl_extetoke_sid_ix (sid),
  key mdl_extetoke_use_ix (userid),
  key mdl_extetoke_ext_ix (externalserviceid),
  key mdl_extetoke_con_ix (contextid),
  key mdl_extetoke_cre_ix (creatorid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_favourite (
  id bigint(10) not null auto_increment, component varchar(100) not null default '', itemtype varchar(100) not null default '', itemid
  bigint(10) not null, contextid bigint(10) not null, userid bigint(10) not null, ordering bigint(10), timecreated bigint(10) not null,
  timemodified bigint(10) not null,
  primary key (id),
  unique key mdl_favo_comiteiteconuse_uix (component,itemtype,itemid,contextid,userid),
  key mdl_favo_con_ix (contextid),
  key mdl_favo_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_feedback (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, name varchar(255) not null default '', intro longtext not
  null, introformat smallint(4) not null default 0, anonymous tinyint(1) not null default 1, email_notification tinyint(1) not null
  default 1, multiple_submit tinyint(1) not null default 1, autonumbering tinyint(1) not null default 1, site_after_submit varchar(255)
  not null default '', page_after_submit longtext not null, page_after_submitformat tinyint(2) not null default 0, publish_stats
  tinyint(1) not null default 0, timeopen bigint(10) not null default 0, timeclose bigint(10) not null default 0, timemodified
  bigint(10) not null default 0, completionsubmit tinyint(1) not null default 0,
  primary key (id),
  key mdl_feed_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_feedback_completed (
  id bigint(10) not null auto_increment, feedback bigint(10) not null default 0, userid bigint(10) not null default 0, timemodified
  bigint(10) not null default 0, random_response bigint(10) not null default 0, anonymous_response tinyint(1) not null default 0,
  courseid bigint(10) not null default 0,
  primary key (id),
  key mdl_feedcomp_use_ix (userid),
  key mdl_feedcomp_fee_ix (feedback),
  key mdl_feedcomp_cou_ix (courseid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_feedback_completedtmp (
  id bigint(10) not null auto_increment, feedback bigint(10) not null default 0, userid bigint(10) not null default 0, guestid
  varchar(255) not null default '', timemodified bigint(10) not null default 0, random_response bigint(10) not null default 0,
  anonymous_response tinyint(1) not null default 0, courseid bigint(10) not null default 0,
  primary key (id),
  key mdl_feedcomp_use2_ix (userid),
  key mdl_feedcomp_fee2_ix (feedback)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_feedback_item (
  id bigint(10) not null auto_increment, feedback bigint(10) not null default 0, template bigint(10) not null default 0, name
  varchar(255) not null default '', label varchar(255) not null default '', presentation longtext not null, typ varchar(255) not null
  default '', hasvalue tinyint(1) not null default 0, position smallint(3) not null default 0, required tinyint(1) not null default 0,
  dependitem bigint(10) not null default 0, dependvalue varchar(255) not null default '', options varchar(255) not null default '',
  primary key (id),
  key mdl_feeditem_fee_ix (feedback),
  key mdl_feeditem_tem_ix (template)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_feedback_value (
  id bigint(10) not null auto_increment, course_id bigint(10) not null default 0, item bigint(10) not null default 0, completed
  bigint(10) not null default 0, tmp_completed bigint(10) not null default 0, value longtext not null,
  primary key (id),
  unique key mdl_feedvalu_comitecou_uix (completed,item,course_id),
  key mdl_feedvalu_cou_ix (course_id),
  key mdl_feedvalu_ite_ix (item)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_feedback_valuetmp (
  id bigint(10) not null auto_increment, course_id bigint(10) not null default 0, item bigint(10) not null default 0, completed
  bigint(10) not null default 0, tmp_completed bigint(10) not null default 0, value longtext not null,
  primary key (id),
  unique key mdl_feedvalu_comitecou2_uix (completed,item,course_id),
  key mdl_feedvalu_cou2_ix (course_id),
  key mdl_feedvalu_ite2_ix (item)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_files (
  id bigint(10) not null auto_increment, contenthash varchar(40) not null default '', pathnamehash varchar(40) not null default '',
  contextid bigint(10) not null, component varchar(100) not null default '', filearea varchar(50) not null default '', itemid bigint(10)
  not null, filepath varchar(255) not null default '', filename varchar(255) not null default '', userid bigint(10), filesize bigint(10)
  not null, mimetype varchar(100), status bigint(10) not null default 0, source longtext, author varchar(255), license varchar(255),
  timecreated bigint(10) not null, timemodified bigint(10) not null, sortorder bigint(10) not null default 0, referencefileid bigint(10),
  primary key (id),
  unique key mdl_file_pat_uix (pathnamehash),
  key mdl_file_comfilconite_ix (component,filearea,contextid,itemid),
  key mdl_file_con_ix (contenthash),
  key mdl_file_lic_ix (license),
  key mdl_file_fil_ix (filename),
  key mdl_file_con2_ix (contextid),
  key mdl_file_use_ix (userid),
  key mdl_file_ref_ix (referencefileid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_forum (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, type varchar(20) not null default 'general', name
  varchar(255) not null default '', intro longtext not null, introformat smallint(4) not null default 0, duedate bigint(10) not null
  default 0, cutoffdate bigint(10) not null default 0, assessed bigint(10) not null default 0, assesstimestart bigint(10) not null
  default 0, assesstimefinish bigint(10) not null default 0, scale bigint(10) not null default 0, grade_forum bigint(10) not null
  default 0, grade_forum_notify smallint(4) not null default 0, maxbytes bigint(10) not null default 0, maxattachments bigint(10) not
  null default 1, forcesubscribe tinyint(1) not null default 0, trackingtype tinyint(2) not null default 1, rsstype tinyint(2) not null
  default 0, rssarticles tinyint(2) not null default 0, timemodified bigint(10) not null default 0, warnafter bigint(10) not null
  default 0, blockafter bigint(10) not null default 0, blockperiod bigint(10) not null default 0, completiondiscussions int(9) not null
  default 0, completionreplies int(9) not null default 0, completionposts int(9) not null default 0, displaywordcount tinyint(1) not
  null default 0, lockdiscussionafter bigint(10) not null default 0,
  primary key (id),
  key mdl_foru_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_forum_digests (
  id bigint(10) not null auto_increment, userid bigint(10) not null, forum bigint(10) not null, maildigest tinyint(1) not null default
  -1,
  primary key (id),
  unique key mdl_forudige_forusemai_uix (forum,userid,maildigest),
  key mdl_forudige_use_ix (userid),
  key mdl_forudige_for_ix (forum)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_forum_discussion_subs (
  id bigint(10) not null auto_increment, forum bigint(10) not null, userid bigint(10) not null, discussion bigint(10) not null,
  preference bigint(10) not null default 1,
  primary key (id),
  unique key mdl_forudiscsubs_usedis_uix (userid,discussion),
  key mdl_forudiscsubs_for_ix (forum),
  key mdl_forudiscsubs_use_ix (userid),
  key mdl_forudiscsubs_dis_ix (discussion)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_forum_discussions (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, forum bigint(10) not null default 0, name varchar(255)
  not null default '', firstpost bigint(10) not null default 0, userid bigint(10) not null default 0, groupid bigint(10) not null
  default -1, assessed tinyint(1) not null default 1, timemodified bigint(10) not null default 0, usermodified bigint(10) not null
  default 0, timestart bigint(10) not null default 0, timeend bigint(10) not null default 0, pinned tinyint(1) not null default 0,
  timelocked bigint(10) not null default 0,
  primary key (id),
  key mdl_forudisc_use_ix (userid),
  key mdl_forudisc_cou_ix (course),
  key mdl_forudisc_for_ix (forum),
  key mdl_forudisc_use2_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_forum_grades (
  id bigint(10) not null auto_increment, forum bigint(10) not null, itemnumber bigint(10) not null, userid bigint(10) not null, grade
  decimal(10,5), timecreated bigint(10) not null, timemodified bigint(10) not null,
  primary key (id),
  unique key mdl_forugrad_foriteuse_uix (forum,itemnumber,userid),
  key mdl_forugrad_use_ix (userid),
  key mdl_forugrad_for_ix (forum)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_forum_posts (
  id bigint(10) not null auto_increment, discussion bigint(10) not null default 0, parent bigint(10) not null default 0, userid
  bigint(10) not null default 0, created bigint(10) not null default 0, modified bigint(10) not null default 0, mailed tinyint(2) not
  null default 0, subject varchar(255) not null default '', message longtext not null, messageformat tinyint(2) not null default 0,
  messagetrust tinyint(2) not null default 0, attachment varchar(100) not null default '', totalscore smallint(4) not null default 0,
  mailnow bigint(10) not null default 0, deleted tinyint(1) not null default 0, privatereplyto bigint(10) not null default 0, wordcount
  bigint(20), charcount bigint(20),
  primary key (id),
  key mdl_forupost_use_ix (userid),
  key mdl_forupost_cre_ix (created),
  key mdl_forupost_mai_ix (mailed),
  key mdl_forupost_pri_ix (privatereplyto),
  key mdl_forupost_dis_ix (discussion),
  key mdl_forupost_par_ix (parent)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_forum_queue (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, discussionid bigint(10) not null default 0, postid
  bigint(10) not null default 0, timemodified bigint(10) not null default 0,
  primary key (id),
  key mdl_foruqueu_use_ix (userid),
  key mdl_foruqueu_dis_ix (discussionid),
  key mdl_foruqueu_pos_ix (postid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_forum_read (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, forumid bigint(10) not null default 0, discussionid
  bigint(10) not null default 0, postid bigint(10) not null default 0, firstread bigint(10) not null default 0, lastread bigint(10) not
  null default 0,
  primary key (id),
  key mdl_foruread_foruse_ix (forumid,userid),
  key mdl_foruread_disuse_ix (discussionid,userid),
  key mdl_foruread_posuse_ix (postid,userid),
  key mdl_foruread_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_forum_subscriptions (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, forum bigint(10) not null default 0,
  primary key (id),
  unique key mdl_forusubs_usefor_uix (userid,forum),
  key mdl_forusubs_use_ix (userid),
  key mdl_forusubs_for_ix (forum)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_forum_track_prefs (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, forumid bigint(10) not null default 0,
  primary key (id),
  key mdl_forutracpref_usefor_ix (userid,forumid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_glossary (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, name varchar(255) not null default '', intro longtext not
  null, introformat smallint(4) not null default 0, allowduplicatedentries tinyint(2) not null default 0, displayformat varchar(50) not
  null default 'dictionary', mainglossary tinyint(2) not null default 0, showspecial tinyint(2) not null default 1, showalphabet
  tinyint(2) not null default 1, showall tinyint(2) not null default 1, allowcomments tinyint(2) not null default 0, allowprintview
  tinyint(2) not null default 1, usedynalink tinyint(2) not null default 1, defaultapproval tinyint(2) not null default 1,
  approvaldisplayformat varchar(50) not null default 'default', globalglossary tinyint(2) not null default 0, entbypage smallint(3) not
  null default 10, editalways tinyint(2) not null default 0, rsstype tinyint(2) not null default 0, rssarticles tinyint(2) not null
  default 0, assessed bigint(10) not null default 0, assesstimestart bigint(10) not null default 0, assesstimefinish bigint(10) not null
  default 0, scale bigint(10) not null default 0, timecreated bigint(10) not null default 0, timemodified bigint(10) not null default 0,
  completionentries int(9) not null default 0,
  primary key (id),
  key mdl_glos_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_glossary_alias (
  id bigint(10) not null auto_increment, entryid bigint(10) not null default 0, alias varchar(255) not null default '',
  primary key (id),
  key mdl_glosalia_ent_ix (entryid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_glossary_categories (
  id bigint(10) not null auto_increment, glossaryid bigint(10) not null default 0, name varchar(255) not null default '', usedynalink
  tinyint(2) not null default 1,
  primary key (id),
  key mdl_gloscate_glo_ix (glossaryid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_glossary_entries (
  id bigint(10) not null auto_increment, glossaryid bigint(10) not null default 0, userid bigint(10) not null default 0, concept
  varchar(255) not null default '', definition longtext not null, definitionformat tinyint(2) not null default 0, definitiontrust
  tinyint(2) not null default 0, attachment varchar(100) not null default '', timecreated bigint(10) not null default 0, timemodified
  bigint(10) not null default 0, teacherentry tinyint(2) not null default 0, sourceglossaryid bigint(10) not null default 0, usedynalink
  tinyint(2) not null default 1, casesensitive tinyint(2) not null default 0, fullmatch tinyint(2) not null default 1, approved
  tinyint(2) not null default 1,
  primary key (id),
  key mdl_glosentr_use_ix (userid),
  key mdl_glosentr_con_ix (concept),
  key mdl_glosentr_glo_ix (glossaryid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_glossary_entries_categories (
  id bigint(10) not null auto_increment, categoryid bigint(10) not null default 0, entryid bigint(10) not null default 0,
  primary key (id),
  key mdl_glosentrcate_cat_ix (categoryid),
  key mdl_glosentrcate_ent_ix (entryid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_grade_categories_history (
  id bigint(10) not null auto_increment, action bigint(10) not null default 0, oldid bigint(10) not null, source varchar(255),
  timemodified bigint(10), loggeduser bigint(10), courseid bigint(10) not null, parent bigint(10), depth bigint(10) not null default 0,
  path varchar(255), fullname varchar(255) not null default '', aggregation bigint(10) not null default 0, keephigh bigint(10) not null
  default 0, droplow bigint(10) not null default 0, aggregateonlygraded tinyint(1) not null default 0, aggregateoutcomes tinyint(1) not
  null default 0, aggregatesubcats tinyint(1) not null default 0, hidden bigint(10) not null default 0,
  primary key (id),
  key mdl_gradcatehist_act_ix (action),
  key mdl_gradcatehist_tim_ix (timemodified),
  key mdl_gradcatehist_old_ix (oldid),
  key mdl_gradcatehist_cou_ix (courseid),
  key mdl_gradcatehist_par_ix (parent),
  key mdl_gradcatehist_log_ix (loggeduser)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_grade_grades (
  id bigint(10) not null auto_increment, itemid bigint(10) not null, userid bigint(10) not null, rawgrade decimal(10,5), rawgrademax
  decimal(10,5) not null default 100.00000, rawgrademin decimal(10,5) not null default 0.00000, rawscaleid bigint(10), usermodified
  bigint(10), finalgrade decimal(10,5), hidden bigint(10) not null default 0, locked bigint(10) not null default 0, locktime bigint(10)
  not null default 0, exported bigint(10) not null default 0, overridden bigint(10) not null default 0, excluded bigint(10) not null
  default 0, feedback longtext, feedbackformat bigint(10) not null default 0, information longtext, informationformat bigint(10) not
  null default 0, timecreated bigint(10), timemodified bigint(10), aggregationstatus varchar(10) not null default 'unknown',
  aggregationweight decimal(10,5),
  primary key (id),
  unique key mdl_gradgrad_useite_uix (userid,itemid),
  key mdl_gradgrad_locloc_ix (locked,locktime),
  key mdl_gradgrad_ite_ix (itemid),
  key mdl_gradgrad_use_ix (userid),
  key mdl_gradgrad_raw_ix (rawscaleid),
  key mdl_gradgrad_use2_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_grade_grades_history (
  id bigint(10) not null auto_increment, action bigint(10) not null default 0, oldid bigint(10) not null, source varchar(255),
  timemodified bigint(10), loggeduser bigint(10), itemid bigint(10) not null, userid bigint(10) not null, rawgrade decimal(10,5),
  rawgrademax decimal(10,5) not null default 100.00000, rawgrademin decimal(10,5) not null default 0.00000, rawscaleid bigint(10),
  usermodified bigint(10), finalgrade decimal(10,5), hidden bigint(10) not null default 0, locked bigint(10) not null default 0,
  locktime bigint(10) not null default 0, exported bigint(10) not null default 0, overridden bigint(10) not null default 0, excluded
  bigint(10) not null default 0, feedback longtext, feedbackformat bigint(10) not null default 0, information longtext,
  informationformat bigint(10) not null default 0,
  primary key (id),
  key mdl_gradgradhist_act_ix (action),
  key mdl_gradgradhist_tim_ix (timemodified),
  key mdl_gradgradhist_useitetim_ix (userid,itemid,timemodified),
  key mdl_gradgradhist_old_ix (oldid),
  key mdl_gradgradhist_ite_ix (itemid),
  key mdl_gradgradhist_use_ix (userid),
  key mdl_gradgradhist_raw_ix (rawscaleid),
  key mdl_gradgradhist_use2_ix (usermodified),
  key mdl_gradgradhist_log_ix (loggeduser)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_grade_import_values (
  id bigint(10) not null auto_increment, itemid bigint(10), newgradeitem bigint(10), userid bigint(10) not null, finalgrade
  decimal(10,5), feedback longtext, importcode bigint(10) not null, importer bigint(10), importonlyfeedback tinyint(1) default 0,
  primary key (id),
  key mdl_gradimpovalu_ite_ix (itemid),
  key mdl_gradimpovalu_new_ix (newgradeitem),
  key mdl_gradimpovalu_imp_ix (importer),
  key mdl_gradimpovalu_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_grade_items (
  id bigint(10) not null auto_increment, courseid bigint(10), categoryid bigint(10), itemname varchar(255), itemtype varchar(30) not
  null default '', itemmodule varchar(30), iteminstance bigint(10), itemnumber bigint(10), iteminfo longtext, idnumber varchar(255),
  calculation longtext, gradetype smallint(4) not null default 1, grademax decimal(10,5) not null default 100.00000, grademin
  decimal(10,5) not null default 0.00000, scaleid bigint(10), outcomeid bigint(10), gradepass decimal(10,5) not null default 0.00000,
  multfactor decimal(10,5) not null default 1.00000, plusfactor decimal(10,5) not null default 0.00000, aggregationcoef decimal(10,5)
  not null default 0.00000, aggregationcoef2 decimal(10,5) not null default 0.00000, sortorder bigint(10) not null default 0, display
  bigint(10) not null default 0, decimals tinyint(1), hidden bigint(10) not null default 0, locked bigint(10) not null default 0,
  locktime bigint(10) not null default 0, needsupdate bigint(10) not null default 0, weightoverride tinyint(1) not null default 0,
  timecreated bigint(10), timemodified bigint(10),
  primary key (id),
  key mdl_graditem_locloc_ix (locked,locktime),
  key mdl_graditem_itenee_ix (itemtype,needsupdate),
  key mdl_graditem_gra_ix (gradetype),
  key mdl_graditem_idncou_ix (idnumber,courseid),
  key mdl_graditem_iteiteitecou_ix (itemtype,itemmodule,iteminstance,courseid),
  key mdl_graditem_cou_ix (courseid),
  key mdl_graditem_cat_ix (categoryid),
  key mdl_graditem_sca_ix (scaleid),
  key mdl_graditem_out_ix (outcomeid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_grade_items_history (
  id bigint(10) not null auto_increment, action bigint(10) not null default 0, oldid bigint(10) not null, source varchar(255),
  timemodified bigint(10), loggeduser bigint(10), courseid bigint(10), categoryid bigint(10), itemname varchar(255), itemtype
  varchar(30) not null default '', itemmodule varchar(30), iteminstance bigint(10), itemnumber bigint(10), iteminfo longtext, idnumber
  varchar(255), calculation longtext, gradetype smallint(4) not null default 1, grademax decimal(10,5) not null default 100.00000,
  grademin decimal(10,5) not null default 0.00000, scaleid bigint(10), outcomeid bigint(10), gradepass decimal(10,5) not null default
  0.00000, multfactor decimal(10,5) not null default 1.00000, plusfactor decimal(10,5) not null default 0.00000, aggregationcoef
  decimal(10,5) not null default 0.00000, aggregationcoef2 decimal(10,5) not null default 0.00000, sortorder bigint(10) not null default
  0, hidden bigint(10) not null default 0, locked bigint(10) not null default 0, locktime bigint(10) not null default 0, needsupdate
  bigint(10) not null default 0, display bigint(10) not null default 0, decimals tinyint(1), weightoverride tinyint(1) not null default
  0,
  primary key (id),
  key mdl_graditemhist_act_ix (action),
  key mdl_graditemhist_tim_ix (timemodified),
  key mdl_graditemhist_old_ix (oldid),
  key mdl_graditemhist_cou_ix (courseid),
  key mdl_graditemhist_cat_ix (categoryid),
  key mdl_graditemhist_sca_ix (scaleid),
  key mdl_graditemhist_out_ix (outcomeid),
  key mdl_graditemhist_log_ix (loggeduser)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_grade_outcomes_history (
  id bigint(10) not null auto_increment, action bigint(10) not null default 0, oldid bigint(10) not null, source varchar(255),
  timemodified bigint(10), loggeduser bigint(10), courseid bigint(10), shortname varchar(255) not null default '', fullname longtext not
  null, scaleid bigint(10), description longtext, descriptionformat tinyint(2) not null default 0,
  primary key (id),
  key mdl_gradoutchist_act_ix (action),
  key mdl_gradoutchist_tim_ix (timemodified),
  key mdl_gradoutchist_old_ix (oldid),
  key mdl_gradoutchist_cou_ix (courseid),
  key mdl_gradoutchist_sca_ix (scaleid),
  key mdl_gradoutchist_log_ix (loggeduser)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_grading_areas (
  id bigint(10) not null auto_increment, contextid bigint(10) not null, component varchar(100) not null default '', areaname
  varchar(100) not null default '', activemethod varchar(100),
  primary key (id),
  unique key mdl_gradarea_concomare_uix (contextid,component,areaname),
  key mdl_gradarea_con_ix (contextid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_grading_definitions (
  id bigint(10) not null auto_increment, areaid bigint(10) not null, method varchar(100) not null default '', name varchar(255) not null
  default '', description longtext, descriptionformat tinyint(2), status bigint(10) not null default 0, copiedfromid bigint(10),
  timecreated bigint(10) not null, usercreated bigint(10) not null, timemodified bigint(10) not null, usermodified bigint(10) not null,
  timecopied bigint(10) default 0, options longtext,
  primary key (id),
  unique key mdl_graddefi_aremet_uix (areaid,method),
  key mdl_graddefi_are_ix (areaid),
  key mdl_graddefi_use_ix (usermodified),
  key mdl_graddefi_use2_ix (usercreated)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_grading_instances (
  id bigint(10) not null auto_increment, definitionid bigint(10) not null, raterid bigint(10) not null, itemid bigint(10), rawgrade
  decimal(10,5), status bigint(10) not null default 0, feedback longtext, feedbackformat tinyint(2), timemodified bigint(10) not null,
  primary key (id),
  key mdl_gradinst_def_ix (definitionid),
  key mdl_gradinst_rat_ix (raterid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_gradingform_guide_criteria (
  id bigint(10) not null auto_increment, definitionid bigint(10) not null, sortorder bigint(10) not null, shortname varchar(255) not
  null default '', description longtext, descriptionformat tinyint(2), descriptionmarkers longtext, descriptionmarkersformat tinyint(2),
  maxscore decimal(10,5) not null,
  primary key (id),
  key mdl_gradguidcrit_def_ix (definitionid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_gradingform_guide_fillings (
  id bigint(10) not null auto_increment, instanceid bigint(10) not null, criterionid bigint(10) not null, remark longtext, remarkformat
  tinyint(2), score decimal(10,5) not null,
  primary key (id),
  unique key mdl_gradguidfill_inscri_uix (instanceid,criterionid),
  key mdl_gradguidfill_ins_ix (instanceid),
  key mdl_gradguidfill_cri_ix (criterionid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_gradingform_rubric_criteria (
  id bigint(10) not null auto_increment, definitionid bigint(10) not null, sortorder bigint(10) not null, description longtext,
  descriptionformat tinyint(2),
  primary key (id),
  key mdl_gradrubrcrit_def_ix (definitionid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_gradingform_rubric_fillings (
  id bigint(10) not null auto_increment, instanceid bigint(10) not null, criterionid bigint(10) not null, levelid bigint(10), remark
  longtext, remarkformat tinyint(2),
  primary key (id),
  unique key mdl_gradrubrfill_inscri_uix (instanceid,criterionid),
  key mdl_gradrubrfill_lev_ix (levelid),
  key mdl_gradrubrfill_ins_ix (instanceid),
  key mdl_gradrubrfill_cri_ix (criterionid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_groups (
  id bigint(10) not null auto_increment, courseid bigint(10) not null, idnumber varchar(100) not null default '', name varchar(254) not
  null default '', description longtext, descriptionformat tinyint(2) not null default 0, enrolmentkey varchar(50), picture bigint(10)
  not null default 0, timecreated bigint(10) not null default 0, timemodified bigint(10) not null default 0,
  primary key (id),
  key mdl_grou_idn_ix (idnumber),
  key mdl_grou_cou_ix (courseid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_groups_members (
  id bigint(10) not null auto_increment, groupid bigint(10) not null default 0, userid bigint(10) not null default 0, timeadded
  bigint(10) not null default 0, component varchar(100) not null default '', itemid bigint(10) not null default 0,
  primary key (id),
  unique key mdl_groumemb_usegro_uix (userid,groupid),
  key mdl_groumemb_gro_ix (groupid),
  key mdl_groumemb_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_h5pactivity (
  id bigint(10) not null auto_increment, course bigint(10) not null, name varchar(255) not null default '', timecreated bigint(10) not
  null, timemodified bigint(10) not null, intro longtext, introformat smallint(4) not null default 0, grade bigint(10) default 0,
  displayoptions smallint(4) not null default 0, enabletracking tinyint(1) not null default 1, grademethod smallint(4) not null default
  1, reviewmode smallint(4) default 1,
  primary key (id),
  key mdl_h5pa_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_h5pactivity_attempts (
  id bigint(10) not null auto_increment, h5pactivityid bigint(10) not null, userid bigint(20) not null, timecreated bigint(10) not null,
  timemodified bigint(10) not null, attempt mediumint(6) not null default 1, rawscore bigint(10) default 0, maxscore bigint(10) default
  0, scaled decimal(10,5) not null default 0.00000, duration bigint(10) default 0, completion tinyint(1), success tinyint(1),
  primary key (id),
  unique key mdl_h5paatte_h5puseatt_uix (h5pactivityid,userid,attempt),
  key mdl_h5paatte_tim_ix (timecreated),
  key mdl_h5paatte_h5ptim_ix (h5pactivityid,timecreated),
  key mdl_h5paatte_h5puse_ix (h5pactivityid,userid),
  key mdl_h5paatte_h5p_ix (h5pactivityid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_h5pactivity_attempts_results (
  id bigint(10) not null auto_increment, attemptid bigint(10) not null, subcontent varchar(128), timecreated bigint(10) not null,
  interactiontype varchar(128), description longtext, correctpattern longtext, response longtext not null, additionals longtext,
  rawscore bigint(10) not null default 0, maxscore bigint(10) not null default 0, duration bigint(10) default 0, completion tinyint(1),
  success tinyint(1),
  primary key (id),
  key mdl_h5paatteresu_atttim_ix (attemptid,timecreated),
  key mdl_h5paatteresu_att_ix (attemptid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_infected_files (
  id bigint(10) not null auto_increment, filename longtext not null, quarantinedfile longtext, userid bigint(10) not null, reason
  longtext not null, timecreated bigint(10) not null default 0,
  primary key (id),
  key mdl_infefile_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_lesson (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, name varchar(255) not null default '', intro longtext,
  introformat smallint(4) not null default 0, practice smallint(3) not null default 0, modattempts smallint(3) not null default 0,
  usepassword smallint(3) not null default 0, password varchar(32) not null default '', dependency bigint(10) not null default 0,
  conditions longtext not null, grade bigint(10) not null default 0, custom smallint(3) not null default 0, ongoing smallint(3) not null
  default 0, usemaxgrade smallint(3) not null default 0, maxanswers smallint(3) not null default 4, maxattempts smallint(3) not null
  default 5, review smallint(3) not null default 0, nextpagedefault smallint(3) not null default 0, feedback smallint(3) not null
  default 1, minquestions smallint(3) not null default 0, maxpages smallint(3) not null default 0, timelimit bigint(10) not null default
  0, retake smallint(3) not null default 1, activitylink bigint(10) not null default 0, mediafile varchar(255) not null default '',
  mediaheight bigint(10) not null default 100, mediawidth bigint(10) not null default 650, mediaclose smallint(3) not null default 0,
  slideshow smallint(3) not null default 0, width bigint(10) not null default 640, height bigint(10) not null default 480, bgcolor
  varchar(7) not null default '#FFFFFF', displayleft smallint(3) not null default 0, displayleftif smallint(3) not null default 0,
  progressbar smallint(3) not null default 0, available bigint(10) not null default 0, deadline bigint(10) not null default 0,
  timemodified bigint(10) not null default 0, completionendreached tinyint(1) default 0, completiontimespent bigint(11) default 0,
  allowofflineattempts tinyint(1) default 0,
  primary key (id),
  key mdl_less_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_lesson_attempts (
  id bigint(10) not null auto_increment, lessonid bigint(10) not null default 0, pageid bigint(10) not null default 0, userid bigint(10)
  not null default 0, answerid bigint(10) not null default 0, retry smallint(3) not null default 0, correct bigint(10) not null default
  0, useranswer longtext, timeseen bigint(10) not null default 0,
  primary key (id),
  key mdl_lessatte_use_ix (userid),
  key mdl_lessatte_les_ix (lessonid),
  key mdl_lessatte_pag_ix (pageid),
  key mdl_lessatte_ans_ix (answerid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_lesson_branch (
  id bigint(10) not null auto_increment, lessonid bigint(10) not null default 0, userid bigint(10) not null default 0, pageid bigint(10)
  not null default 0, retry bigint(10) not null default 0, flag smallint(3) not null default 0, timeseen bigint(10) not null default 0,
  nextpageid bigint(10) not null default 0,
  primary key (id),
  key mdl_lessbran_use_ix (userid),
  key mdl_lessbran_les_ix (lessonid),
  key mdl_lessbran_pag_ix (pageid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_lesson_grades (
  id bigint(10) not null auto_increment, lessonid bigint(10) not null default 0, userid bigint(10) not null default 0, grade double not
  null default 0, late smallint(3) not null default 0, completed bigint(10) not null default 0,
  primary key (id),
  key mdl_lessgrad_use_ix (userid),
  key mdl_lessgrad_les_ix (lessonid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_lesson_overrides (
  id bigint(10) not null auto_increment, lessonid bigint(10) not null default 0, groupid bigint(10), userid bigint(10), available
  bigint(10), deadline bigint(10), timelimit bigint(10), review smallint(3), maxattempts smallint(3), retake smallint(3), password
  varchar(32),
  primary key (id),
  key mdl_lessover_les_ix (lessonid),
  key mdl_lessover_gro_ix (groupid),
  key mdl_lessover_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_lesson_pages (
  id bigint(10) not null auto_increment, lessonid bigint(10) not null default 0, prevpageid bigint(10) not null default 0, nextpageid
  bigint(10) not null default 0, qtype smallint(3) not null default 0, qoption smallint(3) not null default 0, layout smallint(3) not
  null default 1, display smallint(3) not null default 1, timecreated bigint(10) not null default 0, timemodified bigint(10) not null
  default 0, title varchar(255) not null default '', contents longtext not null, contentsformat tinyint(2) not null default 0,
  primary key (id),
  key mdl_lesspage_les_ix (lessonid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_lesson_timer (
  id bigint(10) not null auto_increment, lessonid bigint(10) not null default 0, userid bigint(10) not null default 0, starttime
  bigint(10) not null default 0, lessontime bigint(10) not null default 0, completed tinyint(1) default 0, timemodifiedoffline
  bigint(10) not null default 0,
  primary key (id),
  key mdl_lesstime_use_ix (userid),
  key mdl_lesstime_les_ix (lessonid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_log (
  id bigint(10) not null auto_increment, time bigint(10) not null default 0, userid bigint(10) not null default 0, ip varchar(45) not
  null default '', course bigint(10) not null default 0, module varchar(20) not null default '', cmid bigint(10) not null default 0,
  action varchar(40) not null default '', url varchar(100) not null default '', info varchar(255) not null default '',
  primary key (id),
  key mdl_log_coumodact_ix (course,module,action),
  key mdl_log_tim_ix (time),
  key mdl_log_act_ix (action),
  key mdl_log_usecou_ix (userid,course),
  key mdl_log_cmi_ix (cmid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_logstore_standard_log (
  id bigint(10) not null auto_increment, eventname varchar(255) not null default '', component varchar(100) not null default '', action
  varchar(100) not null default '', target varchar(100) not null default '', objecttable varchar(50), objectid bigint(10), crud
  varchar(1) not null default '', edulevel tinyint(1) not null, contextid bigint(10) not null, contextlevel bigint(10) not null,
  contextinstanceid bigint(10) not null, userid bigint(10) not null, courseid bigint(10), relateduserid bigint(10), anonymous tinyint(1)
  not null default 0, other longtext, timecreated bigint(10) not null, origin varchar(10), ip varchar(45), realuserid bigint(10),
  primary key (id),
  key mdl_logsstanlog_tim_ix (timecreated),
  key mdl_logsstanlog_couanotim_ix (courseid,anonymous,timecreated),
  key mdl_logsstanlog_useconconcr_ix (userid,contextlevel,contextinstanceid,crud,edulevel,timecreated),
  key mdl_logsstanlog_con_ix (contextid),
  key mdl_logsstanlog_use_ix (userid),
  key mdl_logsstanlog_cou_ix (courseid),
  key mdl_logsstanlog_rea_ix (realuserid),
  key mdl_logsstanlog_rel_ix (relateduserid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_lti (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, name varchar(255) not null default '', intro longtext,
  introformat smallint(4) default 0, timecreated bigint(10) not null default 0, timemodified bigint(10) not null default 0, typeid
  bigint(10), toolurl longtext not null, securetoolurl longtext, instructorchoicesendname tinyint(1), instructorchoicesendemailaddr
  tinyint(1), instructorchoiceallowroster tinyint(1), instructorchoiceallowsetting tinyint(1), instructorcustomparameters longtext,
  instructorchoiceacceptgrades tinyint(1), grade bigint(10) not null default 100, launchcontainer tinyint(2) not null default 1,
  resourcekey varchar(255), password varchar(255), debuglaunch tinyint(1) not null default 0, showtitlelaunch tinyint(1) not null
  default 0, showdescriptionlaunch tinyint(1) not null default 0, servicesalt varchar(40), icon longtext, secureicon longtext,
  primary key (id),
  key mdl_lti_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_lti_submission (
  id bigint(10) not null auto_increment, ltiid bigint(10) not null, userid bigint(10) not null, datesubmitted bigint(10) not null,
  dateupdated bigint(10) not null, gradepercent decimal(10,5) not null, originalgrade decimal(10,5) not null, launchid bigint(10) not
  null, state tinyint(2) not null,
  primary key (id),
  key mdl_ltisubm_lti_ix (ltiid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_lti_types (
  id bigint(10) not null auto_increment, name varchar(255) not null default 'basiclti Activity', baseurl longtext not null, tooldomain
  varchar(255) not null default '', state tinyint(2) not null default 2, course bigint(10) not null, coursevisible tinyint(1) not null
  default 0, ltiversion varchar(10) not null default '', clientid varchar(255), toolproxyid bigint(10), enabledcapability longtext,
  parameter longtext, icon longtext, secureicon longtext, createdby bigint(10) not null, timecreated bigint(10) not null, timemodified
  bigint(10) not null, description longtext,
  primary key (id),
  unique key mdl_ltitype_cli_uix (clientid),
  key mdl_ltitype_cou_ix (course),
  key mdl_ltitype_too_ix (tooldomain)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_message (
  id bigint(10) not null auto_increment, useridfrom bigint(10) not null default 0, useridto bigint(10) not null default 0, subject
  longtext, fullmessage longtext, fullmessageformat smallint(4) default 0, fullmessagehtml longtext, smallmessage longtext, notification
  tinyint(1) default 0, contexturl longtext, contexturlname longtext, timecreated bigint(10) not null default 0, timeuserfromdeleted
  bigint(10) not null default 0, timeusertodeleted bigint(10) not null default 0, component varchar(100), eventtype varchar(100),
  customdata longtext,
  primary key (id),
  key mdl_mess_useusetimtim_ix (useridfrom,useridto,timeuserfromdeleted,timeusertodeleted),
  key mdl_mess_usetimnot_ix (useridfrom,timeuserfromdeleted,notification),
  key mdl_mess_usetimnot2_ix (useridto,timeusertodeleted,notification)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_message_airnotifier_devices (
  id bigint(10) not null auto_increment, userdeviceid bigint(10) not null, enable tinyint(1) not null default 1,
  primary key (id),
  unique key mdl_messairndevi_use_uix (userdeviceid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_message_contact_requests (
  id bigint(10) not null auto_increment, userid bigint(10) not null, requesteduserid bigint(10) not null, timecreated bigint(10) not
  null,
  primary key (id),
  unique key mdl_messcontrequ_usereq_uix (userid,requesteduserid),
  key mdl_messcontrequ_use_ix (userid),
  key mdl_messcontrequ_req_ix (requesteduserid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_message_contacts (
  id bigint(10) not null auto_increment, userid bigint(10) not null, contactid bigint(10) not null, timecreated bigint(10),
  primary key (id),
  unique key mdl_messcont_usecon_uix (userid,contactid),
  key mdl_messcont_use_ix (userid),
  key mdl_messcont_con_ix (contactid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_message_conversation_actions (
  id bigint(10) not null auto_increment, userid bigint(10) not null, conversationid bigint(10) not null, action bigint(10) not null,
  timecreated bigint(10) not null,
  primary key (id),
  key mdl_messconvacti_use_ix (userid),
  key mdl_messconvacti_con_ix (conversationid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_message_conversation_members (
  id bigint(10) not null auto_increment, conversationid bigint(10) not null, userid bigint(10) not null, timecreated bigint(10) not null,
  primary key (id),
  key mdl_messconvmemb_con_ix (conversationid),
  key mdl_messconvmemb_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_message_conversations (
  id bigint(10) not null auto_increment, type bigint(10) not null default 1, name varchar(255), convhash varchar(40), component
  varchar(100), itemtype varchar(100), itemid bigint(10), contextid bigint(10), enabled tinyint(1) not null default 0, timecreated
  bigint(10) not null, timemodified bigint(10),
  primary key (id),
  key mdl_messconv_typ_ix (type),
  key mdl_messconv_con_ix (convhash),
  key mdl_messconv_comiteitecon_ix (component,itemtype,itemid,contextid),
  key mdl_messconv_con2_ix (contextid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_message_email_messages (
  id bigint(10) not null auto_increment, useridto bigint(10) not null, conversationid bigint(10) not null, messageid bigint(10) not null,
  primary key (id),
  key mdl_messemaimess_use_ix (useridto),
  key mdl_messemaimess_con_ix (conversationid),
  key mdl_messemaimess_mes_ix (messageid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_message_popup_notifications (
  id bigint(10) not null auto_increment, notificationid bigint(10) not null,
  primary key (id),
  key mdl_messpopunoti_not_ix (notificationid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_message_read (
  id bigint(10) not null auto_increment, useridfrom bigint(10) not null default 0, useridto bigint(10) not null default 0, subject
  longtext, fullmessage longtext, fullmessageformat smallint(4) default 0, fullmessagehtml longtext, smallmessage longtext, notification
  tinyint(1) default 0, contexturl longtext, contexturlname longtext, timecreated bigint(10) not null default 0, timeread bigint(10) not
  null default 0, timeuserfromdeleted bigint(10) not null default 0, timeusertodeleted bigint(10) not null default 0, component
  varchar(100), eventtype varchar(100),
  primary key (id),
  key mdl_messread_useusetimtim_ix (useridfrom,useridto,timeuserfromdeleted,timeusertodeleted),
  key mdl_messread_nottim_ix (notification,timeread),
  key mdl_messread_usetimnot_ix (useridfrom,timeuserfromdeleted,notification),
  key mdl_messread_usetimnot2_ix (useridto,timeusertodeleted,notification)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_message_user_actions (
  id bigint(10) not null auto_increment, userid bigint(10) not null, messageid bigint(10) not null, action bigint(10) not null,
  timecreated bigint(10) not null,
  primary key (id),
  unique key mdl_messuseracti_usemesact_uix (userid,messageid,action),
  key mdl_messuseracti_use_ix (userid),
  key mdl_messuseracti_mes_ix (messageid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_message_users_blocked (
  id bigint(10) not null auto_increment, userid bigint(10) not null, blockeduserid bigint(10) not null, timecreated bigint(10),
  primary key (id),
  unique key mdl_messuserbloc_useblo_uix (userid,blockeduserid),
  key mdl_messuserbloc_use_ix (userid),
  key mdl_messuserbloc_blo_ix (blockeduserid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_messageinbound_messagelist (
  id bigint(10) not null auto_increment, messageid longtext not null, userid bigint(10) not null, address longtext not null, timecreated
  bigint(10) not null,
  primary key (id),
  key mdl_messmess_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_messages (
  id bigint(10) not null auto_increment, useridfrom bigint(10) not null, conversationid bigint(10) not null, subject longtext,
  fullmessage longtext, fullmessageformat tinyint(1) not null default 0, fullmessagehtml longtext, smallmessage longtext, timecreated
  bigint(10) not null, fullmessagetrust tinyint(2) not null default 0, customdata longtext,
  primary key (id),
  key mdl_mess_contim_ix (conversationid,timecreated),
  key mdl_mess_use_ix (useridfrom),
  key mdl_mess_con_ix (conversationid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_mnet_log (
  id bigint(10) not null auto_increment, hostid bigint(10) not null default 0, remoteid bigint(10) not null default 0, time bigint(10)
  not null default 0, userid bigint(10) not null default 0, ip varchar(45) not null default '', course bigint(10) not null default 0,
  coursename varchar(40) not null default '', module varchar(20) not null default '', cmid bigint(10) not null default 0, action
  varchar(40) not null default '', url varchar(100) not null default '', info varchar(255) not null default '',
  primary key (id),
  key mdl_mnetlog_hosusecou_ix (hostid,userid,course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_mnet_session (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, username varchar(100) not null default '', token
  varchar(40) not null default '', mnethostid bigint(10) not null default 0, useragent varchar(40) not null default '', confirm_timeout
  bigint(10) not null default 0, session_id varchar(40) not null default '', expires bigint(10) not null default 0,
  primary key (id),
  unique key mdl_mnetsess_tok_uix (token),
  key mdl_mnetsess_use_ix (userid),
  key mdl_mnetsess_mne_ix (mnethostid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_mnetservice_enrol_enrolments (
  id bigint(10) not null auto_increment, hostid bigint(10) not null, userid bigint(10) not null, remotecourseid bigint(10) not null,
  rolename varchar(255) not null default '', enroltime bigint(10) not null default 0, enroltype varchar(20) not null default '',
  primary key (id),
  key mdl_mnetenroenro_use_ix (userid),
  key mdl_mnetenroenro_hos_ix (hostid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_modules (
  id bigint(10) not null auto_increment, name varchar(20) not null default '', cron bigint(10) not null default 0, lastcron bigint(10)
  not null default 0, search varchar(255) not null default '', visible tinyint(1) not null default 1,
  primary key (id),
  key mdl_modu_nam_ix (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_my_pages (
  id bigint(10) not null auto_increment, userid bigint(10) default 0, name varchar(200) not null default '', private tinyint(1) not null
  default 1, sortorder mediumint(6) not null default 0,
  primary key (id),
  key mdl_mypage_usepri_ix (userid,private)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_notifications (
  id bigint(10) not null auto_increment, useridfrom bigint(10) not null, useridto bigint(10) not null, subject longtext, fullmessage
  longtext, fullmessageformat tinyint(1) not null default 0, fullmessagehtml longtext, smallmessage longtext, component varchar(100),
  eventtype varchar(100), contexturl longtext, contexturlname longtext, timeread bigint(10), timecreated bigint(10) not null, customdata
  longtext,
  primary key (id),
  key mdl_noti_use_ix (useridfrom),
  key mdl_noti_use2_ix (useridto)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_oauth2_issuer (
  id bigint(10) not null auto_increment, timecreated bigint(10) not null, timemodified bigint(10) not null, usermodified bigint(10) not
  null, name varchar(255) not null default '', image longtext not null, baseurl longtext not null, clientid longtext not null,
  clientsecret longtext not null, loginscopes longtext not null, loginscopesoffline longtext not null, loginparams longtext not null,
  loginparamsoffline longtext not null, alloweddomains longtext not null, scopessupported longtext, enabled tinyint(2) not null default
  1, showonloginpage tinyint(2) not null default 1, basicauth tinyint(2) not null default 0, sortorder bigint(10) not null,
  requireconfirmation tinyint(2) not null default 1, servicetype varchar(255), loginpagename varchar(255),
  primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_oauth2_refresh_token (
  id bigint(10) not null auto_increment, timecreated bigint(10) not null, timemodified bigint(10) not null, userid bigint(10) not null,
  issuerid bigint(10) not null, token longtext not null, scopehash varchar(40) not null default '',
  primary key (id),
  unique key mdl_oautrefrtoke_useisssco_uix (userid,issuerid,scopehash),
  key mdl_oautrefrtoke_iss_ix (issuerid),
  key mdl_oautrefrtoke_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_payments (
  id bigint(10) not null auto_increment, component varchar(100) not null default '', paymentarea varchar(50) not null default '', itemid
  bigint(10) not null, userid bigint(10) not null, amount varchar(20) not null default '', currency varchar(3) not null default '',
  accountid bigint(10) not null, gateway varchar(100) not null default '', timecreated bigint(10) not null default 0, timemodified
  bigint(10) not null default 0,
  primary key (id),
  key mdl_paym_gat_ix (gateway),
  key mdl_paym_compayite_ix (component,paymentarea,itemid),
  key mdl_paym_use_ix (userid),
  key mdl_paym_acc_ix (accountid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_portfolio_instance (
  id bigint(10) not null auto_increment, plugin varchar(50) not null default '', name varchar(255) not null default '', visible
  tinyint(1) not null default 1,
  primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_portfolio_instance_user (
  id bigint(10) not null auto_increment, instance bigint(10) not null, userid bigint(10) not null, name varchar(255) not null default
  '', value longtext,
  primary key (id),
  key mdl_portinstuser_ins_ix (instance),
  key mdl_portinstuser_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_portfolio_log (
  id bigint(10) not null auto_increment, userid bigint(10) not null, time bigint(10) not null, portfolio bigint(10) not null,
  caller_class varchar(150) not null default '', caller_file varchar(255) not null default '', caller_component varchar(255),
  caller_sha1 varchar(255) not null default '', tempdataid bigint(10) not null default 0, returnurl varchar(255) not null default '',
  continueurl varchar(255) not null default '',
  primary key (id),
  key mdl_portlog_use_ix (userid),
  key mdl_portlog_por_ix (portfolio),
  key mdl_portlog_tem_ix (tempdataid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_portfolio_tempdata (
  id bigint(10) not null auto_increment, data longtext, expirytime bigint(10) not null, userid bigint(10) not null, instance bigint(10)
  default 0, queued tinyint(1) not null default 0,
  primary key (id),
  key mdl_porttemp_use_ix (userid),
  key mdl_porttemp_ins_ix (instance)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_post (
  id bigint(10) not null auto_increment, module varchar(20) not null default '', userid bigint(10) not null default 0, courseid
  bigint(10) not null default 0, groupid bigint(10) not null default 0, moduleid bigint(10) not null default 0, coursemoduleid
  bigint(10) not null default 0, subject varchar(128) not null default '', summary longtext, content longtext, uniquehash varchar(255)
  not null default '', rating bigint(10) not null default 0, format bigint(10) not null default 0, summaryformat tinyint(2) not null
  default 0, attachment varchar(100), publishstate varchar(20) not null default 'draft', lastmodified bigint(10) not null default 0,
  created bigint(10) not null default 0, usermodified bigint(10),
  primary key (id),
  unique key mdl_post_iduse_uix (id,userid),
  key mdl_post_las_ix (lastmodified),
  key mdl_post_mod_ix (module),
  key mdl_post_sub_ix (subject),
  key mdl_post_use_ix (usermodified),
  key mdl_post_cou_ix (courseid),
  key mdl_post_cou2_ix (coursemoduleid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_question (
  id bigint(10) not null auto_increment, parent bigint(10) not null default 0, name varchar(255) not null default '', questiontext
  longtext not null, questiontextformat tinyint(2) not null default 0, generalfeedback longtext not null, generalfeedbackformat
  tinyint(2) not null default 0, defaultmark decimal(12,7) not null default 1.0000000, penalty decimal(12,7) not null default 0.3333333,
  qtype varchar(20) not null default '', length bigint(10) not null default 1, stamp varchar(255) not null default '', timecreated
  bigint(10) not null default 0, timemodified bigint(10) not null default 0, createdby bigint(10), modifiedby bigint(10),
  creatoridnumber varchar(255) not null default '', modifieridnumber varchar(255) not null default '',
  primary key (id),
  key mdl_ques_qty_ix (qtype),
  key mdl_ques_par_ix (parent),
  key mdl_ques_cre_ix (createdby),
  key mdl_ques_mod_ix (modifiedby)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_question_attempt_step_data (
  id bigint(10) not null auto_increment, attemptstepid bigint(10) not null, name varchar(32) not null default '', value longtext,
  primary key (id),
  key mdl_quesattestepdata_att_ix (attemptstepid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_question_attempt_steps (
  id bigint(10) not null auto_increment, questionattemptid bigint(10) not null, sequencenumber bigint(10) not null, state varchar(13)
  not null default '', fraction decimal(12,7), timecreated bigint(10) not null, userid bigint(10),
  primary key (id),
  unique key mdl_quesattestep_queseq_uix (questionattemptid,sequencenumber),
  key mdl_quesattestep_que_ix (questionattemptid),
  key mdl_quesattestep_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_question_attempts (
  id bigint(10) not null auto_increment, questionusageid bigint(10) not null, slot bigint(10) not null, behaviour varchar(32) not null
  default '', questionid bigint(10) not null, variant bigint(10) not null default 1, maxmark decimal(12,7) not null, minfraction
  decimal(12,7) not null, maxfraction decimal(12,7) not null default 1.0000000, flagged tinyint(1) not null default 0, questionsummary
  longtext, rightanswer longtext, responsesummary longtext, timemodified bigint(10) not null,
  primary key (id),
  unique key mdl_quesatte_queslo_uix (questionusageid,slot),
  key mdl_quesatte_beh_ix (behaviour),
  key mdl_quesatte_que_ix (questionid),
  key mdl_quesatte_que2_ix (questionusageid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_question_bank_entries (
  id bigint(10) not null auto_increment, questioncategoryid bigint(10) not null default 0, idnumber varchar(100), ownerid bigint(10),
  primary key (id),
  unique key mdl_quesbankentr_queidn_uix (questioncategoryid,idnumber),
  key mdl_quesbankentr_que_ix (questioncategoryid),
  key mdl_quesbankentr_own_ix (ownerid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_question_usages (
  id bigint(10) not null auto_increment, contextid bigint(10) not null, component varchar(255) not null default '', preferredbehaviour
  varchar(32) not null default '',
  primary key (id),
  key mdl_quesusag_con_ix (contextid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_quiz (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, name varchar(255) not null default '', intro longtext not
  null, introformat smallint(4) not null default 0, timeopen bigint(10) not null default 0, timeclose bigint(10) not null default 0,
  timelimit bigint(10) not null default 0, overduehandling varchar(16) not null default 'autoabandon', graceperiod bigint(10) not null
  default 0, preferredbehaviour varchar(32) not null default '', canredoquestions smallint(4) not null default 0, attempts mediumint(6)
  not null default 0, attemptonlast smallint(4) not null default 0, grademethod smallint(4) not null default 1, decimalpoints
  smallint(4) not null default 2, questiondecimalpoints smallint(4) not null default -1, reviewattempt mediumint(6) not null default 0,
  reviewcorrectness mediumint(6) not null default 0, reviewmarks mediumint(6) not null default 0, reviewspecificfeedback mediumint(6)
  not null default 0, reviewgeneralfeedback mediumint(6) not null default 0, reviewrightanswer mediumint(6) not null default 0,
  reviewoverallfeedback mediumint(6) not null default 0, questionsperpage bigint(10) not null default 0, navmethod varchar(16) not null
  default 'free', shuffleanswers smallint(4) not null default 0, sumgrades decimal(10,5) not null default 0.00000, grade decimal(10,5)
  not null default 0.00000, timecreated bigint(10) not null default 0, timemodified bigint(10) not null default 0, password varchar(255)
  not null default '', subnet varchar(255) not null default '', browsersecurity varchar(32) not null default '', delay1 bigint(10) not
  null default 0, delay2 bigint(10) not null default 0, showuserpicture smallint(4) not null default 0, showblocks smallint(4) not null
  default 0, completionattemptsexhausted tinyint(1) default 0, completionminattempts bigint(10) not null default 0, allowofflineattempts
  tinyint(1) default 0,
  primary key (id),
  key mdl_quiz_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_quiz_attempts (
  id bigint(10) not null auto_increment, quiz bigint(10) not null default 0, userid bigint(10) not null default 0, attempt mediumint(6)
  not null default 0, uniqueid bigint(10) not null default 0, layout longtext not null, currentpage bigint(10) not null default 0,
  preview smallint(3) not null default 0, state varchar(16) not null default 'inprogress', timestart bigint(10) not null default 0,
  timefinish bigint(10) not null default 0, timemodified bigint(10) not null default 0, timemodifiedoffline bigint(10) not null default
  0, timecheckstate bigint(10) default 0, sumgrades decimal(10,5), gradednotificationsenttime bigint(10),
  primary key (id),
  unique key mdl_quizatte_quiuseatt_uix (quiz,userid,attempt),
  unique key mdl_quizatte_uni_uix (uniqueid),
  key mdl_quizatte_statim_ix (state,timecheckstate),
  key mdl_quizatte_qui_ix (quiz),
  key mdl_quizatte_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_quiz_grades (
  id bigint(10) not null auto_increment, quiz bigint(10) not null default 0, userid bigint(10) not null default 0, grade decimal(10,5)
  not null default 0.00000, timemodified bigint(10) not null default 0,
  primary key (id),
  key mdl_quizgrad_use_ix (userid),
  key mdl_quizgrad_qui_ix (quiz)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_quiz_overrides (
  id bigint(10) not null auto_increment, quiz bigint(10) not null default 0, groupid bigint(10), userid bigint(10), timeopen bigint(10),
  timeclose bigint(10), timelimit bigint(10), attempts mediumint(6), password varchar(255),
  primary key (id),
  key mdl_quizover_qui_ix (quiz),
  key mdl_quizover_gro_ix (groupid),
  key mdl_quizover_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_quiz_overview_regrades (
  id bigint(10) not null auto_increment, questionusageid bigint(10) not null, slot bigint(10) not null, newfraction decimal(12,7),
  oldfraction decimal(12,7), regraded smallint(4) not null, timemodified bigint(10) not null,
  primary key (id),
  key mdl_quizoverregr_queslo_ix (questionusageid,slot)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_rating (
  id bigint(10) not null auto_increment, contextid bigint(10) not null, component varchar(100) not null default '', ratingarea
  varchar(50) not null default '', itemid bigint(10) not null, scaleid bigint(10) not null, rating bigint(10) not null, userid
  bigint(10) not null, timecreated bigint(10) not null, timemodified bigint(10) not null,
  primary key (id),
  key mdl_rati_comratconite_ix (component,ratingarea,contextid,itemid),
  key mdl_rati_con_ix (contextid),
  key mdl_rati_use_ix (userid),
  key mdl_rati_sca_ix (scaleid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_report_customsql_queries (
  id bigint(10) not null auto_increment, displayname varchar(255) not null default '', description longtext, descriptionformat
  smallint(4) not null default 1, querysql longtext not null, queryparams longtext, querylimit bigint(10) default 5000, capability
  varchar(255) not null default '', lastrun bigint(10) default 0, lastexecutiontime bigint(10), runable varchar(32) not null default
  'manual', singlerow tinyint(1) not null default 0, at varchar(16), emailto varchar(255), emailwhat varchar(64), categoryid bigint(10),
  customdir varchar(255), usermodified bigint(10) not null default 0, timecreated bigint(10) not null default 0, timemodified bigint(10)
  not null default 0,
  primary key (id),
  key mdl_repocustquer_cat_ix (categoryid),
  key mdl_repocustquer_use_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_reportbuilder_audience (
  id bigint(10) not null auto_increment, reportid bigint(10) not null, heading varchar(255), classname varchar(255) not null default '',
  configdata longtext not null, usercreated bigint(10) not null default 0, usermodified bigint(10) not null default 0, timecreated
  bigint(10) not null default 0, timemodified bigint(10) not null default 0,
  primary key (id),
  key mdl_repoaudi_rep_ix (reportid),
  key mdl_repoaudi_use_ix (usercreated),
  key mdl_repoaudi_use2_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_reportbuilder_report (
  id bigint(10) not null auto_increment, name varchar(255), source varchar(255) not null default '', type tinyint(2) not null default 0,
  uniquerows tinyint(1) not null default 0, conditiondata longtext, settingsdata longtext, contextid bigint(10) not null, component
  varchar(100) not null default '', area varchar(100) not null default '', itemid bigint(10) not null default 0, usercreated bigint(10)
  not null default 0, usermodified bigint(10) not null default 0, timecreated bigint(10) not null default 0, timemodified bigint(10) not
  null default 0,
  primary key (id),
  key mdl_reporepo_use_ix (usercreated),
  key mdl_reporepo_use2_ix (usermodified),
  key mdl_reporepo_con_ix (contextid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_reportbuilder_schedule (
  id bigint(10) not null auto_increment, reportid bigint(10) not null default 0, name varchar(255) not null default '', enabled
  tinyint(1) not null default 1, audiences longtext not null, format varchar(255) not null default '', subject varchar(255) not null
  default '', message longtext not null, messageformat bigint(10) not null, userviewas bigint(10) not null default 0, timescheduled
  bigint(10) not null default 0, recurrence bigint(10) not null default 0, reportempty bigint(10) not null default 0, timelastsent
  bigint(10) not null default 0, timenextsend bigint(10) not null default 0, usercreated bigint(10) not null default 0, usermodified
  bigint(10) not null default 0, timecreated bigint(10) not null default 0, timemodified bigint(10) not null default 0,
  primary key (id),
  key mdl_reposche_rep_ix (reportid),
  key mdl_reposche_use_ix (userviewas),
  key mdl_reposche_use2_ix (usercreated),
  key mdl_reposche_use3_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_repository (
  id bigint(10) not null auto_increment, type varchar(255) not null default '', visible tinyint(1) default 1, sortorder bigint(10) not
  null default 0,
  primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_repository_instance_config (
  id bigint(10) not null auto_increment, instanceid bigint(10) not null, name varchar(255) not null default '', value longtext,
  primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_repository_instances (
  id bigint(10) not null auto_increment, name varchar(255) not null default '', typeid bigint(10) not null, userid bigint(10) not null
  default 0, contextid bigint(10) not null, username varchar(255), password varchar(255), timecreated bigint(10), timemodified
  bigint(10), readonly tinyint(1) not null default 0,
  primary key (id),
  key mdl_repoinst_use_ix (userid),
  key mdl_repoinst_con_ix (contextid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_role (
  id bigint(10) not null auto_increment, name varchar(255) not null default '', shortname varchar(100) not null default '', description
  longtext not null, sortorder bigint(10) not null default 0, archetype varchar(30) not null default '',
  primary key (id),
  unique key mdl_role_sor_uix (sortorder),
  unique key mdl_role_sho_uix (shortname)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_role_assignments (
  id bigint(10) not null auto_increment, roleid bigint(10) not null default 0, contextid bigint(10) not null default 0, userid
  bigint(10) not null default 0, timemodified bigint(10) not null default 0, modifierid bigint(10) not null default 0, component
  varchar(100) not null default '', itemid bigint(10) not null default 0, sortorder bigint(10) not null default 0,
  primary key (id),
  key mdl_roleassi_sor_ix (sortorder),
  key mdl_roleassi_rolcon_ix (roleid,contextid),
  key mdl_roleassi_useconrol_ix (userid,contextid,roleid),
  key mdl_roleassi_comiteuse_ix (component,itemid,userid),
  key mdl_roleassi_rol_ix (roleid),
  key mdl_roleassi_con_ix (contextid),
  key mdl_roleassi_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_scale (
  id bigint(10) not null auto_increment, courseid bigint(10) not null default 0, userid bigint(10) not null default 0, name varchar(255)
  not null default '', scale longtext not null, description longtext not null, descriptionformat tinyint(2) not null default 0,
  timemodified bigint(10) not null default 0,
  primary key (id),
  key mdl_scal_cou_ix (courseid),
  key mdl_scal_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_scale_history (
  id bigint(10) not null auto_increment, action bigint(10) not null default 0, oldid bigint(10) not null, source varchar(255),
  timemodified bigint(10), loggeduser bigint(10), courseid bigint(10) not null default 0, userid bigint(10) not null default 0, name
  varchar(255) not null default '', scale longtext not null, description longtext not null,
  primary key (id),
  key mdl_scalhist_act_ix (action),
  key mdl_scalhist_tim_ix (timemodified),
  key mdl_scalhist_old_ix (oldid),
  key mdl_scalhist_cou_ix (courseid),
  key mdl_scalhist_log_ix (loggeduser),
  key mdl_scalhist_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_scorm (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, name varchar(255) not null default '', scormtype
  varchar(50) not null default 'local', reference varchar(255) not null default '', intro longtext not null, introformat smallint(4) not
  null default 0, version varchar(9) not null default '', maxgrade double not null default 0, grademethod tinyint(2) not null default 0,
  whatgrade bigint(10) not null default 0, maxattempt bigint(10) not null default 1, forcecompleted tinyint(1) not null default 0,
  forcenewattempt tinyint(1) not null default 0, lastattemptlock tinyint(1) not null default 0, masteryoverride tinyint(1) not null
  default 1, displayattemptstatus tinyint(1) not null default 1, displaycoursestructure tinyint(1) not null default 0, updatefreq
  tinyint(1) not null default 0, sha1hash varchar(40), md5hash varchar(32) not null default '', revision bigint(10) not null default 0,
  launch bigint(10) not null default 0, skipview tinyint(1) not null default 1, hidebrowse tinyint(1) not null default 0, hidetoc
  tinyint(1) not null default 0, nav tinyint(1) not null default 1, navpositionleft bigint(10) default -100, navpositiontop bigint(10)
  default -100, auto tinyint(1) not null default 0, popup tinyint(1) not null default 0, options varchar(255) not null default '', width
  bigint(10) not null default 100, height bigint(10) not null default 600, timeopen bigint(10) not null default 0, timeclose bigint(10)
  not null default 0, timemodified bigint(10) not null default 0, completionstatusrequired tinyint(1), completionscorerequired
  bigint(10), completionstatusallscos tinyint(1), autocommit tinyint(1) not null default 0,
  primary key (id),
  key mdl_scor_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_scorm_aicc_session (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, scormid bigint(10) not null default 0, hacpsession
  varchar(255) not null default '', scoid bigint(10) default 0, scormmode varchar(50), scormstatus varchar(255), attempt bigint(10),
  lessonstatus varchar(255), sessiontime varchar(255), timecreated bigint(10) not null default 0, timemodified bigint(10) not null
  default 0,
  primary key (id),
  key mdl_scoraiccsess_sco_ix (scormid),
  key mdl_scoraiccsess_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_scorm_scoes (
  id bigint(10) not null auto_increment, scorm bigint(10) not null default 0, manifest varchar(255) not null default '', organization
  varchar(255) not null default '', parent varchar(255) not null default '', identifier varchar(255) not null default '', launch
  longtext not null, scormtype varchar(5) not null default '', title varchar(255) not null default '', sortorder bigint(10) not null
  default 0,
  primary key (id),
  key mdl_scorscoe_sco_ix (scorm)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_scorm_scoes_track (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, scormid bigint(10) not null default 0, scoid bigint(10)
  not null default 0, attempt bigint(10) not null default 1, element varchar(255) not null default '', value longtext not null,
  timemodified bigint(10) not null default 0,
  primary key (id),
  unique key mdl_scorscoetrac_usescosco_uix (userid,scormid,scoid,attempt,element),
  key mdl_scorscoetrac_use_ix (userid),
  key mdl_scorscoetrac_sco_ix (scormid),
  key mdl_scorscoetrac_sco2_ix (scoid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_search_simpledb_index (
  id bigint(10) not null auto_increment, docid varchar(255) not null default '', itemid bigint(10) not null, title longtext, content
  longtext, contextid bigint(10) not null, areaid varchar(255) not null default '', type tinyint(1) not null, courseid bigint(10) not
  null, owneruserid bigint(10), modified bigint(10) not null, userid bigint(10), description1 longtext, description2 longtext, FULLTEXT
  key mdl_search_simpledb_index_index (title,content,description1,description2),
  primary key (id),
  unique key mdl_searsimpinde_doc_uix (docid),
  key mdl_searsimpinde_owncon_ix (owneruserid,contextid),
  key mdl_searsimpinde_con_ix (contextid),
  key mdl_searsimpinde_cou_ix (courseid),
  key mdl_searsimpinde_are_ix (areaid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_sessions (
  id bigint(10) not null auto_increment, state bigint(10) not null default 0, sid varchar(128) not null default '', userid bigint(10)
  not null, sessdata longtext, timecreated bigint(10) not null, timemodified bigint(10) not null, firstip varchar(45), lastip
  varchar(45),
  primary key (id),
  unique key mdl_sess_sid_uix (sid),
  key mdl_sess_sta_ix (state),
  key mdl_sess_tim_ix (timecreated),
  key mdl_sess_tim2_ix (timemodified),
  key mdl_sess_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_stats_user_daily (
  id bigint(10) not null auto_increment, courseid bigint(10) not null default 0, userid bigint(10) not null default 0, roleid bigint(10)
  not null default 0, timeend bigint(10) not null default 0, statsreads bigint(10) not null default 0, statswrites bigint(10) not null
  default 0, stattype varchar(30) not null default '',
  primary key (id),
  key mdl_statuserdail_cou_ix (courseid),
  key mdl_statuserdail_use_ix (userid),
  key mdl_statuserdail_rol_ix (roleid),
  key mdl_statuserdail_tim_ix (timeend)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_stats_user_monthly (
  id bigint(10) not null auto_increment, courseid bigint(10) not null default 0, userid bigint(10) not null default 0, roleid bigint(10)
  not null default 0, timeend bigint(10) not null default 0, statsreads bigint(10) not null default 0, statswrites bigint(10) not null
  default 0, stattype varchar(30) not null default '',
  primary key (id),
  key mdl_statusermont_cou_ix (courseid),
  key mdl_statusermont_use_ix (userid),
  key mdl_statusermont_rol_ix (roleid),
  key mdl_statusermont_tim_ix (timeend)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_stats_user_weekly (
  id bigint(10) not null auto_increment, courseid bigint(10) not null default 0, userid bigint(10) not null default 0, roleid bigint(10)
  not null default 0, timeend bigint(10) not null default 0, statsreads bigint(10) not null default 0, statswrites bigint(10) not null
  default 0, stattype varchar(30) not null default '',
  primary key (id),
  key mdl_statuserweek_cou_ix (courseid),
  key mdl_statuserweek_use_ix (userid),
  key mdl_statuserweek_rol_ix (roleid),
  key mdl_statuserweek_tim_ix (timeend)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_survey (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, template bigint(10) not null default 0, days mediumint(6)
  not null default 0, timecreated bigint(10) not null default 0, timemodified bigint(10) not null default 0, name varchar(255) not null
  default '', intro longtext not null, introformat smallint(4) not null default 0, questions varchar(255) not null default '',
  completionsubmit tinyint(1) not null default 0,
  primary key (id),
  key mdl_surv_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_survey_analysis (
  id bigint(10) not null auto_increment, survey bigint(10) not null default 0, userid bigint(10) not null default 0, notes longtext not
  null,
  primary key (id),
  key mdl_survanal_use_ix (userid),
  key mdl_survanal_sur_ix (survey)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_survey_answers (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, survey bigint(10) not null default 0, question bigint(10)
  not null default 0, time bigint(10) not null default 0, answer1 longtext not null, answer2 longtext not null,
  primary key (id),
  key mdl_survansw_use_ix (userid),
  key mdl_survansw_sur_ix (survey),
  key mdl_survansw_que_ix (question)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_survey_questions (
  id bigint(10) not null auto_increment, text varchar(255) not null default '', shorttext varchar(30) not null default '', multi
  varchar(100) not null default '', intro varchar(50) not null default '', type smallint(3) not null default 0, options longtext,
  primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_tag (
  id bigint(10) not null auto_increment, userid bigint(10) not null, tagcollid bigint(10) not null, name varchar(255) not null default
  '', rawname varchar(255) not null default '', isstandard tinyint(1) not null default 0, description longtext, descriptionformat
  tinyint(2) not null default 0, flag smallint(4) default 0, timemodified bigint(10),
  primary key (id),
  unique key mdl_tag_tagnam_uix (tagcollid,name),
  key mdl_tag_tagiss_ix (tagcollid,isstandard),
  key mdl_tag_use_ix (userid),
  key mdl_tag_tag_ix (tagcollid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_tag_instance (
  id bigint(10) not null auto_increment, tagid bigint(10) not null, component varchar(100) not null default '', itemtype varchar(100)
  not null default '', itemid bigint(10) not null, contextid bigint(10), tiuserid bigint(10) not null default 0, ordering bigint(10),
  timecreated bigint(10) not null default 0, timemodified bigint(10) not null default 0,
  primary key (id),
  unique key mdl_taginst_comiteiteconti_uix (component,itemtype,itemid,contextid,tiuserid,tagid),
  key mdl_taginst_itecomtagcon_ix (itemtype,component,tagid,contextid),
  key mdl_taginst_tag_ix (tagid),
  key mdl_taginst_con_ix (contextid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_task_adhoc (
  id bigint(10) not null auto_increment, component varchar(255) not null default '', classname varchar(255) not null default '',
  nextruntime bigint(10) not null, faildelay bigint(10), customdata longtext, userid bigint(10), blocking tinyint(2) not null default 0,
  timecreated bigint(10) not null default 0, timestarted bigint(10), hostname varchar(255), pid bigint(10),
  primary key (id),
  key mdl_taskadho_nex_ix (nextruntime),
  key mdl_taskadho_tim_ix (timestarted),
  key mdl_taskadho_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_task_log (
  id bigint(10) not null auto_increment, type smallint(4) not null, component varchar(255) not null default '', classname varchar(255)
  not null default '', userid bigint(10) not null, timestart decimal(20,10) not null, timeend decimal(20,10) not null, dbreads
  bigint(10) not null, dbwrites bigint(10) not null, result tinyint(2) not null, output longtext not null, hostname varchar(255), pid
  bigint(10),
  primary key (id),
  key mdl_tasklog_cla_ix (classname),
  key mdl_tasklog_tim_ix (timestart),
  key mdl_tasklog_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_tiny_autosave (
  id bigint(10) not null auto_increment, elementid varchar(255) not null default '', contextid bigint(10) not null, pagehash varchar(64)
  not null default '', userid bigint(10) not null, drafttext longtext not null, draftid bigint(10), pageinstance varchar(64) not null
  default '', timemodified bigint(10) not null default 0,
  primary key (id),
  unique key mdl_tinyauto_eleconusepag_uix (elementid,contextid,userid,pagehash)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_tool_cohortroles (
  id bigint(10) not null auto_increment, cohortid bigint(10) not null, roleid bigint(10) not null, userid bigint(10) not null,
  timecreated bigint(10) not null, timemodified bigint(10) not null, usermodified bigint(10),
  primary key (id),
  unique key mdl_toolcoho_cohroluse_uix (cohortid,roleid,userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_tool_dataprivacy_request (
  id bigint(10) not null auto_increment, type bigint(10) not null default 0, comments longtext, commentsformat tinyint(2) not null
  default 0, userid bigint(10) not null default 0, requestedby bigint(10) not null default 0, status tinyint(2) not null default 0, dpo
  bigint(10) default 0, dpocomment longtext, dpocommentformat tinyint(2) not null default 0, systemapproved smallint(4) not null default
  0, usermodified bigint(10) not null default 0, timecreated bigint(10) not null default 0, timemodified bigint(10) not null default 0,
  creationmethod bigint(10) not null default 0,
  primary key (id),
  key mdl_tooldatarequ_use_ix (userid),
  key mdl_tooldatarequ_req_ix (requestedby),
  key mdl_tooldatarequ_dpo_ix (dpo),
  key mdl_tooldatarequ_use2_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_tool_monitor_history (
  id bigint(10) not null auto_increment, sid bigint(10) not null, userid bigint(10) not null, timesent bigint(10) not null,
  primary key (id),
  unique key mdl_toolmonihist_sidusetim_uix (sid,userid,timesent),
  key mdl_toolmonihist_sid_ix (sid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_tool_monitor_rules (
  id bigint(10) not null auto_increment, description longtext, descriptionformat tinyint(1) not null, name varchar(254) not null default
  '', userid bigint(10) not null, courseid bigint(10) not null, plugin varchar(254) not null default '', eventname varchar(254) not null
  default '', template longtext not null, templateformat tinyint(1) not null, frequency smallint(4) not null, timewindow mediumint(5)
  not null, timemodified bigint(10) not null, timecreated bigint(10) not null,
  primary key (id),
  key mdl_toolmonirule_couuse_ix (courseid,userid),
  key mdl_toolmonirule_eve_ix (eventname)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_tool_monitor_subscriptions (
  id bigint(10) not null auto_increment, courseid bigint(10) not null, ruleid bigint(10) not null, cmid bigint(10) not null, userid
  bigint(10) not null, timecreated bigint(10) not null, lastnotificationsent bigint(10) not null default 0, inactivedate bigint(10) not
  null default 0,
  primary key (id),
  key mdl_toolmonisubs_couuse_ix (courseid,userid),
  key mdl_toolmonisubs_rul_ix (ruleid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_tool_policy_acceptances (
  id bigint(10) not null auto_increment, policyversionid bigint(10) not null, userid bigint(10) not null, status tinyint(1), lang
  varchar(30) not null default '', usermodified bigint(10) not null, timecreated bigint(10) not null, timemodified bigint(10) not null,
  note longtext,
  primary key (id),
  unique key mdl_toolpoliacce_poluse_uix (policyversionid,userid),
  key mdl_toolpoliacce_pol_ix (policyversionid),
  key mdl_toolpoliacce_use_ix (userid),
  key mdl_toolpoliacce_use2_ix (usermodified)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_tool_policy_versions (
  id bigint(10) not null auto_increment, name varchar(1333) not null default '', type smallint(3) not null default 0, audience
  smallint(3) not null default 0, archived smallint(3) not null default 0, usermodified bigint(10) not null, timecreated bigint(10) not
  null, timemodified bigint(10) not null, policyid bigint(10) not null, agreementstyle smallint(3) not null default 0, optional
  smallint(3) not null default 0, revision varchar(1333) not null default '', summary longtext not null, summaryformat smallint(3) not
  null, content longtext not null, contentformat smallint(3) not null,
  primary key (id),
  key mdl_toolpolivers_use_ix (usermodified),
  key mdl_toolpolivers_pol_ix (policyid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_upgrade_log (
  id bigint(10) not null auto_increment, type bigint(10) not null, plugin varchar(100), version varchar(100), targetversion
  varchar(100), info varchar(255) not null default '', details longtext, backtrace longtext, userid bigint(10) not null, timemodified
  bigint(10) not null,
  primary key (id),
  key mdl_upgrlog_tim_ix (timemodified),
  key mdl_upgrlog_typtim_ix (type,timemodified),
  key mdl_upgrlog_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_user (
  id bigint(10) not null auto_increment, auth varchar(20) not null default 'manual', confirmed tinyint(1) not null default 0,
  policyagreed tinyint(1) not null default 0, deleted tinyint(1) not null default 0, suspended tinyint(1) not null default 0, mnethostid
  bigint(10) not null default 0, username varchar(100) not null default '', password varchar(255) not null default '', idnumber
  varchar(255) not null default '', firstname varchar(100) not null default '', lastname varchar(100) not null default '', email
  varchar(100) not null default '', emailstop tinyint(1) not null default 0, phone1 varchar(20) not null default '', phone2 varchar(20)
  not null default '', institution varchar(80) default '', department varchar(80) default '', address varchar(255) not null default '',
  city varchar(120) not null default '', country varchar(2) not null default '', lang varchar(30) not null default 'en', calendartype
  varchar(30) not null default 'gregorian', theme varchar(50) not null default '', timezone varchar(100) not null default '99',
  firstaccess bigint(10) not null default 0, lastaccess bigint(10) not null default 0, lastlogin bigint(10) not null default 0,
  currentlogin bigint(10) not null default 0, lastip varchar(45) not null default '', secret varchar(15) not null default '', picture
  bigint(10) not null default 0, description longtext, descriptionformat tinyint(2) not null default 1, mailformat tinyint(1) not null
  default 1, maildigest tinyint(1) not null default 0, maildisplay tinyint(2) not null default 2, autosubscribe tinyint(1) not null
  default 1, trackforums tinyint(1) not null default 0, timecreated bigint(10) not null default 0, timemodified bigint(10) not null
  default 0, trustbitmask bigint(10) not null default 0, imagealt varchar(255), lastnamephonetic varchar(255), firstnamephonetic
  varchar(255), middlename varchar(255), alternatename varchar(255), moodlenetprofile varchar(255),
  primary key (id),
  unique key mdl_user_mneuse_uix (mnethostid,username),
  key mdl_user_del_ix (deleted),
  key mdl_user_con_ix (confirmed),
  key mdl_user_fir_ix (firstname),
  key mdl_user_las_ix (lastname),
  key mdl_user_cit_ix (city),
  key mdl_user_cou_ix (country),
  key mdl_user_las2_ix (lastaccess),
  key mdl_user_ema_ix (email),
  key mdl_user_aut_ix (auth),
  key mdl_user_idn_ix (idnumber),
  key mdl_user_fir2_ix (firstnamephonetic),
  key mdl_user_las3_ix (lastnamephonetic),
  key mdl_user_mid_ix (middlename),
  key mdl_user_alt_ix (alternatename)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_user_devices (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, appid varchar(128) not null default '', name varchar(32)
  not null default '', model varchar(32) not null default '', platform varchar(32) not null default '', version varchar(32) not null
  default '', pushid varchar(255) not null default '', uuid varchar(255) not null default '', publickey longtext, timecreated bigint(10)
  not null, timemodified bigint(10) not null,
  primary key (id),
  unique key mdl_userdevi_pususe_uix (pushid,userid),
  key mdl_userdevi_uuiuse_ix (uuid,userid),
  key mdl_userdevi_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_user_enrol_waitlist (
  id bigint(10) not null auto_increment, userid bigint(10) not null, instanceid bigint(10) not null, roleid bigint(10) not null,
  timestart bigint(10) not null, timeend bigint(10) not null, timecreated bigint(10) not null,
  primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_user_enrolments (
  id bigint(10) not null auto_increment, status bigint(10) not null default 0, enrolid bigint(10) not null, userid bigint(10) not null,
  timestart bigint(10) not null default 0, timeend bigint(10) not null default 2147483647, modifierid bigint(10) not null default 0,
  timecreated bigint(10) not null default 0, timemodified bigint(10) not null default 0,
  primary key (id),
  unique key mdl_userenro_enruse_uix (enrolid,userid),
  key mdl_userenro_enr_ix (enrolid),
  key mdl_userenro_use_ix (userid),
  key mdl_userenro_mod_ix (modifierid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_user_info_data (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, fieldid bigint(10) not null default 0, data longtext not
  null, dataformat tinyint(2) not null default 0,
  primary key (id),
  unique key mdl_userinfodata_usefie_uix (userid,fieldid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_user_info_field (
  id bigint(10) not null auto_increment, shortname varchar(255) not null default 'shortname', name longtext not null, datatype
  varchar(255) not null default '', description longtext, descriptionformat tinyint(2) not null default 0, categoryid bigint(10) not
  null default 0, sortorder bigint(10) not null default 0, required tinyint(2) not null default 0, locked tinyint(2) not null default 0,
  visible smallint(4) not null default 0, forceunique tinyint(2) not null default 0, signup tinyint(2) not null default 0, defaultdata
  longtext, defaultdataformat tinyint(2) not null default 0, param1 longtext, param2 longtext, param3 longtext, param4 longtext, param5
  longtext,
  primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_user_lastaccess (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, courseid bigint(10) not null default 0, timeaccess
  bigint(10) not null default 0,
  primary key (id),
  unique key mdl_userlast_usecou_uix (userid,courseid),
  key mdl_userlast_use_ix (userid),
  key mdl_userlast_cou_ix (courseid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_user_password_history (
  id bigint(10) not null auto_increment, userid bigint(10) not null, hash varchar(255) not null default '', timecreated bigint(10) not
  null,
  primary key (id),
  key mdl_userpasshist_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_user_password_resets (
  id bigint(10) not null auto_increment, userid bigint(10) not null, timerequested bigint(10) not null, timererequested bigint(10) not
  null default 0, token varchar(32) not null default '',
  primary key (id),
  key mdl_userpassrese_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_user_preferences (
  id bigint(10) not null auto_increment, userid bigint(10) not null default 0, name varchar(255) not null default '', value
  varchar(1333) not null default '',
  primary key (id),
  unique key mdl_userpref_usenam_uix (userid,name),
  key mdl_userpref_nam_ix (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_user_private_key (
  id bigint(10) not null auto_increment, script varchar(128) not null default '', value varchar(128) not null default '', userid
  bigint(10) not null, instance bigint(10), iprestriction varchar(255), validuntil bigint(10), timecreated bigint(10),
  primary key (id),
  key mdl_userprivkey_scrval_ix (script,value),
  key mdl_userprivkey_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_wiki (
  id bigint(10) not null auto_increment, course bigint(10) not null default 0, name varchar(255) not null default 'Wiki', intro
  longtext, introformat smallint(4) not null default 0, timecreated bigint(10) not null default 0, timemodified bigint(10) not null
  default 0, firstpagetitle varchar(255) not null default 'First Page', wikimode varchar(20) not null default 'collaborative',
  defaultformat varchar(20) not null default 'creole', forceformat tinyint(1) not null default 1, editbegin bigint(10) not null default
  0, editend bigint(10) default 0,
  primary key (id),
  key mdl_wiki_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_wiki_links (
  id bigint(10) not null auto_increment, subwikiid bigint(10) not null default 0, frompageid bigint(10) not null default 0, topageid
  bigint(10) not null default 0, tomissingpage varchar(255),
  primary key (id),
  key mdl_wikilink_fro_ix (frompageid),
  key mdl_wikilink_sub_ix (subwikiid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_wiki_locks (
  id bigint(10) not null auto_increment, pageid bigint(10) not null default 0, sectionname varchar(255), userid bigint(10) not null
  default 0, lockedat bigint(10) not null default 0,
  primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_wiki_pages (
  id bigint(10) not null auto_increment, subwikiid bigint(10) not null default 0, title varchar(255) not null default 'title',
  cachedcontent longtext not null, timecreated bigint(10) not null default 0, timemodified bigint(10) not null default 0, timerendered
  bigint(10) not null default 0, userid bigint(10) not null default 0, pageviews bigint(10) not null default 0, readonly tinyint(1) not
  null default 0,
  primary key (id),
  unique key mdl_wikipage_subtituse_uix (subwikiid,title,userid),
  key mdl_wikipage_sub_ix (subwikiid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_wiki_subwikis (
  id bigint(10) not null auto_increment, wikiid bigint(10) not null default 0, groupid bigint(10) not null default 0, userid bigint(10)
  not null default 0,
  primary key (id),
  unique key mdl_wikisubw_wikgrouse_uix (wikiid,groupid,userid),
  key mdl_wikisubw_wik_ix (wikiid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_wiki_synonyms (
  id bigint(10) not null auto_increment, subwikiid bigint(10) not null default 0, pageid bigint(10) not null default 0, pagesynonym
  varchar(255) not null default 'Pagesynonym',
  primary key (id),
  unique key mdl_wikisyno_pagpag_uix (pageid,pagesynonym)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_wiki_versions (
  id bigint(10) not null auto_increment, pageid bigint(10) not null default 0, content longtext not null, contentformat varchar(20) not
  null default 'creole', version mediumint(5) not null default 0, timecreated bigint(10) not null default 0, userid bigint(10) not null
  default 0,
  primary key (id),
  key mdl_wikivers_pag_ix (pageid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_workshop (
  id bigint(10) not null auto_increment, course bigint(10) not null, name varchar(255) not null default '', intro longtext, introformat
  smallint(3) not null default 0, instructauthors longtext, instructauthorsformat smallint(3) not null default 0, instructreviewers
  longtext, instructreviewersformat smallint(3) not null default 0, timemodified bigint(10) not null, phase smallint(3) default 0,
  useexamples tinyint(2) default 0, usepeerassessment tinyint(2) default 0, useselfassessment tinyint(2) default 0, grade decimal(10,5)
  default 80.00000, gradinggrade decimal(10,5) default 20.00000, strategy varchar(30) not null default '', evaluation varchar(30) not
  null default '', gradedecimals smallint(3) default 0, submissiontypetext tinyint(1) not null default 1, submissiontypefile tinyint(1)
  not null default 1, nattachments smallint(3) default 1, submissionfiletypes varchar(255), latesubmissions tinyint(2) default 0,
  maxbytes bigint(10) default 100000, examplesmode smallint(3) default 0, submissionstart bigint(10) default 0, submissionend bigint(10)
  default 0, assessmentstart bigint(10) default 0, assessmentend bigint(10) default 0, phaseswitchassessment tinyint(2) not null default
  0, conclusion longtext, conclusionformat smallint(3) not null default 1, overallfeedbackmode smallint(3) default 1,
  overallfeedbackfiles smallint(3) default 0, overallfeedbackfiletypes varchar(255), overallfeedbackmaxbytes bigint(10) default 100000,
  primary key (id),
  key mdl_work_cou_ix (course)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_workshop_aggregations (
  id bigint(10) not null auto_increment, workshopid bigint(10) not null, userid bigint(10) not null, gradinggrade decimal(10,5),
  timegraded bigint(10),
  primary key (id),
  unique key mdl_workaggr_woruse_uix (workshopid,userid),
  key mdl_workaggr_wor_ix (workshopid),
  key mdl_workaggr_use_ix (userid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_workshop_assessments (
  id bigint(10) not null auto_increment, submissionid bigint(10) not null, reviewerid bigint(10) not null, weight bigint(10) not null
  default 1, timecreated bigint(10) default 0, timemodified bigint(10) default 0, grade decimal(10,5), gradinggrade decimal(10,5),
  gradinggradeover decimal(10,5), gradinggradeoverby bigint(10), feedbackauthor longtext, feedbackauthorformat smallint(3) default 0,
  feedbackauthorattachment smallint(3) default 0, feedbackreviewer longtext, feedbackreviewerformat smallint(3) default 0,
  primary key (id),
  key mdl_workasse_sub_ix (submissionid),
  key mdl_workasse_gra_ix (gradinggradeoverby),
  key mdl_workasse_rev_ix (reviewerid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_workshop_grades (
  id bigint(10) not null auto_increment, assessmentid bigint(10) not null, strategy varchar(30) not null default '', dimensionid
  bigint(10) not null, grade decimal(10,5), peercomment longtext, peercommentformat smallint(3) default 0,
  primary key (id),
  unique key mdl_workgrad_assstrdim_uix (assessmentid,strategy,dimensionid),
  key mdl_workgrad_ass_ix (assessmentid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table mdl_workshop_submissions (
  id bigint(10) not null auto_increment, workshopid bigint(10) not null, example tinyint(2) default 0, authorid bigint(10) not null,
  timecreated bigint(10) not null, timemodified bigint(10) not null, title varchar(255) not null default '', content longtext,
  contentformat smallint(3) not null default 0, contenttrust smallint(3) not null default 0, attachment tinyint(2) default 0, grade
  decimal(10,5), gradeover decimal(10,5), gradeoverby bigint(10), feedbackauthor longtext, feedbackauthorformat smallint(3) default 0,
  timegraded bigint(10), published tinyint(2) default 0, late tinyint(2) not null default 0,
  primary key (id),
  key mdl_worksubm_wor_ix (workshopid),
  key mdl_worksubm_gra_ix (gradeoverby),
  key mdl_worksubm_aut_ix (authorid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
