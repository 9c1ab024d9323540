CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(100), email VARCHAR(100) UNIQUE, suspended BOOLEAN NOT NULL, deleted BOOLEAN NOT NULL, kind VARCHAR(100));
CREATE TABLE profile (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), state VARCHAR(100) NOT NULL, bio VARCHAR(100), score DECIMAL(20, 6), seen DATE);
CREATE INDEX profile_person ON profile (person_id);
-- Without a key: only a direct owner column can select, and nothing may change it.
CREATE TABLE visit (person_id INTEGER, ip VARCHAR(100) NOT NULL, agent VARCHAR(100));
