update visit set left_at = '2096-10-02 07:06:40' where left_at in (select datetime(started, 'unixepoch') from probate_run);
update visit set left_on = '2096-10-02' where left_on in (select date(started, 'unixepoch') from probate_run);
