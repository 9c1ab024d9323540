create table person (id integer primary key, name varchar(40), state varchar(20) not null, last_login bigint, last_post bigint);
create table note (id integer primary key, person_id integer, words varchar(60));
create table held (id integer primary key, person_id integer, name varchar(20));
