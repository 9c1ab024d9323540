CREATE TABLE person (id INTEGER PRIMARY KEY, login TEXT NOT NULL, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE page (id INTEGER PRIMARY KEY, author_id INTEGER NOT NULL REFERENCES person(id), editor TEXT, title TEXT, ip TEXT NOT NULL);
CREATE INDEX page_author ON page (author_id);
-- Without a key.
CREATE TABLE tag (person_id INTEGER, word TEXT);
