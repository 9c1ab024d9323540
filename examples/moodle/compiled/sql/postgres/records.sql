-- What probate wrote down about people of the site `campus`, and no longer needs.
-- Run it once a day; `probate apply` does the same.
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

-- whole or not at all
begin isolation level read committed;

-- requests that are over; a purge is remembered while the person is in its status, or it would be asked for again
delete from "probate_request"
where not ("state" in ('requested', 'awaiting_approval', 'approved', 'running', 'held')) and "finished" <= extract(epoch from date_trunc('day', now() at time zone 'UTC') + interval '-36 months 0 days')::bigint + 86399 and not ("kind" = 'purge' and "subject" in (select "subject" from "probate_subject")) and not ("kind" = 'export' and "state" = 'done');
delete from "probate_told"
where not ("request" in (select "id" from "probate_request"));

-- what runs kept that no request remembers
delete from "probate_kept"
where not ("run" in (select "run" from "probate_request" where not ("run" is null)));

-- holds that were lifted
delete from "probate_hold"
where "lifted" <= extract(epoch from date_trunc('day', now() at time zone 'UTC') + interval '-36 months 0 days')::bigint + 86399;

-- offers that are over; what was rejected is remembered
delete from "probate_offer"
where "state" in ('done', 'void') and "ended" <= extract(epoch from date_trunc('day', now() at time zone 'UTC') + interval '-36 months 0 days')::bigint + 86399;

-- what others were told, and have done
delete from "probate_outbox"
where "done" <= extract(epoch from date_trunc('day', now() at time zone 'UTC') + interval '-36 months 0 days')::bigint + 86399;
commit;
