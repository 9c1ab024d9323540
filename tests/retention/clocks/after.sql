delete from log_unix where note like 'goes%';
delete from log_ms where note like 'goes%';
delete from log_moment where note like 'goes%';
delete from log_day where note like 'goes%';
delete from log_two where note like 'goes%';
