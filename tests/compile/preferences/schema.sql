CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE module (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE word (w TEXT PRIMARY KEY);
CREATE TABLE preference (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), name TEXT, value TEXT);
CREATE INDEX preference_person ON preference (person_id, name);
