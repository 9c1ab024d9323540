CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
-- A column refers as the one that it refers to compares.
CREATE TABLE code (name TEXT PRIMARY KEY NOT NULL, person_id INTEGER);
CREATE TABLE slip (id INTEGER PRIMARY KEY, person_id INTEGER, code TEXT COLLATE NOCASE REFERENCES code (name), at INTEGER);
CREATE TABLE label (name TEXT COLLATE NOCASE PRIMARY KEY NOT NULL, person_id INTEGER);
CREATE TABLE sheet (id INTEGER PRIMARY KEY, person_id INTEGER, label TEXT REFERENCES label (name), at INTEGER);
