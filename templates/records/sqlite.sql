CREATE TABLE probate_request (id INTEGER PRIMARY KEY, kind TEXT COLLATE BINARY NOT NULL, type TEXT COLLATE BINARY NOT NULL, subject {key} NOT NULL, place TEXT COLLATE BINARY NOT NULL, origin TEXT COLLATE BINARY NOT NULL, state TEXT COLLATE BINARY NOT NULL, asked INTEGER, decided INTEGER, finished INTEGER, reason TEXT COLLATE BINARY);
CREATE TABLE probate_subject (subject {key} NOT NULL, status TEXT COLLATE BINARY NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (subject, status));
CREATE TABLE probate_own_type (subject {key} NOT NULL, status TEXT COLLATE BINARY NOT NULL, type TEXT COLLATE BINARY, since INTEGER NOT NULL, PRIMARY KEY (subject, status));
CREATE TABLE probate_taken (item TEXT COLLATE BINARY NOT NULL, subject {key} NOT NULL, status TEXT COLLATE BINARY NOT NULL, PRIMARY KEY (item, subject, status));
CREATE INDEX records_request ON probate_request (subject);
CREATE INDEX records_taken ON probate_taken (subject);
