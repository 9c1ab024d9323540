-- What probate wrote down about people of the site `campus`, and no longer needs.
-- Run it once a day; `probate apply` does the same.
.bail on
.timeout 15000
.headers off
.mode list
pragma foreign_keys = 1;

-- whole or not at all
begin;

-- requests that are over; a purge is remembered while the person is in its status, or it would be asked for again
delete from "probate_request"
where not ("state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held')) and "finished" <= cast(strftime('%s', min(date('now', '-36 months'), date('now', 'start of month', '-35 months', '-1 day')), '+0 days') as integer) + 86399 and not ("kind" = 'purge' and "subject" in (select "subject" from "probate_subject")) and not ("kind" = 'export' and "state" = 'done');
delete from "probate_told"
where not ("request" in (select "id" from "probate_request"));

-- what runs kept that no request remembers
delete from "probate_kept"
where not ("run" in (select "run" from "probate_request" where not ("run" is null)));

-- holds that were lifted
delete from "probate_hold"
where "lifted" <= cast(strftime('%s', min(date('now', '-36 months'), date('now', 'start of month', '-35 months', '-1 day')), '+0 days') as integer) + 86399;

-- offers that are over; what was rejected is remembered
delete from "probate_offer"
where "state" in ('done', 'void') and "ended" <= cast(strftime('%s', min(date('now', '-36 months'), date('now', 'start of month', '-35 months', '-1 day')), '+0 days') as integer) + 86399;

-- what others were told, and have done
delete from "probate_outbox"
where "done" <= cast(strftime('%s', min(date('now', '-36 months'), date('now', 'start of month', '-35 months', '-1 day')), '+0 days') as integer) + 86399;
commit;
