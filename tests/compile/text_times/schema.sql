CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone INTEGER NOT NULL);
CREATE TABLE visit (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), year TEXT, month DATETIME, day TIMESTAMP, left_at TEXT, left_on DATE);
CREATE INDEX visit_person ON visit (person_id);
