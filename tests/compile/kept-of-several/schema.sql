CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, gone BOOLEAN NOT NULL);
CREATE TABLE letter (id INTEGER PRIMARY KEY, from_id INTEGER REFERENCES person (id), to_id INTEGER REFERENCES person (id), at INTEGER, ip TEXT, body TEXT NOT NULL);
CREATE INDEX letter_from ON letter (from_id);
CREATE INDEX letter_to ON letter (to_id);
