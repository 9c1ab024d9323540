create table person (id integer primary key, mail varchar(40), name varchar(40), state varchar(20) not null, last_login bigint);
create table category (id integer primary key, parent_id integer);
create table course (id integer primary key, category_id integer);
create table room (id integer primary key, level integer not null, instance_id integer);
create table held (id integer primary key, room_id integer, person_id integer, name varchar(20));
create table memo (id integer primary key, course_id integer, person_id integer, at bigint, note varchar(60));
create table mailed (id integer primary key, course_id integer, mail varchar(40), at bigint, note varchar(60));
create table loan (id integer primary key, course_id integer, lender_id integer, borrower_id integer, signed integer not null, at bigint, note varchar(60));
create table setting (id integer primary key, person_id integer, name varchar(40) not null, value varchar(40), note varchar(60));
