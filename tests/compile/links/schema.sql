CREATE TABLE plan (id INTEGER PRIMARY KEY, tier TEXT);
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE account (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL UNIQUE REFERENCES person(id), closed BOOLEAN, mail TEXT, plan_id INTEGER REFERENCES plan(id), system BOOLEAN NOT NULL);
CREATE TABLE letter (id INTEGER PRIMARY KEY, sent_to TEXT, body TEXT);
CREATE TABLE note (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), body TEXT);
CREATE INDEX letter_mail ON letter (sent_to);
CREATE INDEX note_person ON note (person_id);
