CREATE TABLE person (login TEXT PRIMARY KEY NOT NULL, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE paper (id INTEGER PRIMARY KEY, author TEXT REFERENCES person(login), body TEXT);
CREATE TABLE note (id INTEGER PRIMARY KEY, author TEXT REFERENCES person(login), body TEXT);
CREATE INDEX paper_author ON paper (author);
CREATE INDEX note_author ON note (author);
