CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, email TEXT UNIQUE, suspended BOOLEAN NOT NULL, deleted BOOLEAN NOT NULL, kind TEXT);
CREATE TABLE profile (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), state TEXT NOT NULL, bio TEXT, score NUMERIC, seen DATE);
CREATE INDEX profile_person ON profile (person_id);
-- Without a key: only a direct owner column can select, and nothing may change it.
CREATE TABLE visit (person_id INTEGER, ip TEXT NOT NULL, agent TEXT);
