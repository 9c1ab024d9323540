CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, deleted BOOLEAN, reason TEXT, system BOOLEAN);
CREATE TABLE note (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), body TEXT);
CREATE INDEX note_person ON note (person_id);
