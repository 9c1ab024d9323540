-- Nothing refers to persons by a key of the database.
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, gone BOOLEAN NOT NULL, left_at INTEGER);
CREATE TABLE box (code INTEGER PRIMARY KEY, person_id INTEGER);
CREATE TABLE parcel (id INTEGER PRIMARY KEY, from_id INTEGER, box_code INTEGER, body TEXT NOT NULL);
