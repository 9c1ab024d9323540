create table person (login varchar(40) primary key, name varchar(80), mail varchar(80), lang varchar(20), state varchar(20) not null);
create table note (id integer primary key, person varchar(40) not null references person(login), body text not null, at timestamp null, pinned boolean);
create index note_person on note (person);
create table remark (id integer primary key, note_id integer not null references note(id), body text not null);
create index remark_note on remark (note_id);
create table stored (id integer primary key, area text not null, note_id integer not null, name text not null, hash varchar(80) not null);
create index stored_note on stored (note_id);
create index stored_hash on stored (hash);
