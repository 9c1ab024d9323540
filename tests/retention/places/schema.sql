create table person (id integer primary key, name varchar(40), state varchar(20) not null, last_login bigint);
create table category (id integer primary key, parent_id integer, name varchar(40) not null);
create table course (id integer primary key, category_id integer, ends bigint, visible integer not null);
create table held (id integer primary key, course_id integer, person_id integer, name varchar(20));
create table post (id integer primary key, course_id integer, person_id integer, at bigint, note varchar(60));
create table grade (id integer primary key, course_id integer, person_id integer, note varchar(60));
create table memo (id integer primary key, course_id integer, person_id integer, at bigint, note varchar(60));
create table visit (id integer primary key, person_id integer, at bigint, note varchar(60));
