-- 6 is as it should be already, and keeps the time at which it became so.
update visit set year = '2020-01-01T00:00:00Z', month = '2020-02-01 00:00:00', day = '2020-02-29 00:00:00', left_at = '2096-10-02 07:06:40', left_on = '2096-10-02' where id = 1;
update visit set year = '2020-01-01T00:00:00', month = '2020-02-01T00:00:00', day = '1969-12-31 00:00:00', left_at = '2096-10-02 07:06:40', left_on = '2096-10-02' where id = 2;
update visit set year = '2021-01-01', month = '2021-06-01', day = null, left_at = '2096-10-02 07:06:40', left_on = '2096-10-02' where id = 3;
update visit set year = '0001-01-01 00:00:00', month = '9999-12-01T00:00:00', day = '2020-01-01', left_at = '2096-10-02 07:06:40', left_on = '2096-10-02' where id = 4;
