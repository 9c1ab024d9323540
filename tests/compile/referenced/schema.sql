CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE file (id INTEGER PRIMARY KEY, person_id INTEGER, code TEXT, name TEXT, secret BOOLEAN);
CREATE TABLE piece (id INTEGER PRIMARY KEY, file_id INTEGER, words TEXT);
CREATE TABLE attachment (id INTEGER PRIMARY KEY, person_id INTEGER, file_id INTEGER REFERENCES file(id));
CREATE INDEX attachment_file ON attachment (file_id);
CREATE TABLE link (id INTEGER PRIMARY KEY, person_id INTEGER, code TEXT);
