create table person (id integer primary key, name text not null unique, mail text, state text not null);
create table note (id integer primary key, person_id integer not null references person(id), body text not null);
create index note_person on note (person_id);
create table remark (id integer primary key, note_id integer not null references note(id), person_id integer references person(id), body text not null);
create index remark_note on remark (note_id);
create index remark_person on remark (person_id);
create table stored (id integer primary key, area text not null, note_id integer not null, name text not null, hash text not null);
create index stored_note on stored (note_id);
create index stored_hash on stored (hash);
