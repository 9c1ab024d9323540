create table person (id integer primary key, name varchar(40), state varchar(20) not null);
create table log_unix (id integer primary key, person_id integer, at bigint, note varchar(60));
create table log_ms (id integer primary key, person_id integer, at bigint, note varchar(60));
create table log_moment (id integer primary key, person_id integer, at MOMENT, note varchar(60));
create table log_day (id integer primary key, person_id integer, at date, note varchar(60));
create table log_two (id integer primary key, person_id integer, at bigint, changed bigint, note varchar(60));
