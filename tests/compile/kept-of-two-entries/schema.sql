-- Nothing refers to persons by a key of the database.
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, gone BOOLEAN NOT NULL, left_at INTEGER);
CREATE TABLE box (code INTEGER PRIMARY KEY, person_id INTEGER);
CREATE TABLE branch (id INTEGER PRIMARY KEY, above INTEGER, person_id INTEGER, at INTEGER);
CREATE TABLE stamp (id INTEGER PRIMARY KEY, buyer INTEGER, seller INTEGER, ink TEXT);
CREATE TABLE parcel (id INTEGER PRIMARY KEY, stamp_id INTEGER REFERENCES stamp (id), from_id INTEGER, box_code INTEGER, body TEXT NOT NULL);
