-- Rows below rows of their own table, by keys of one column and of two.
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE post (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES post(id), author_id INTEGER REFERENCES person(id), kind TEXT, words TEXT);
CREATE INDEX post_parent ON post (parent_id);
CREATE TABLE attachment (id INTEGER PRIMARY KEY, post_id INTEGER NOT NULL REFERENCES post(id), name TEXT);
CREATE TABLE mark (post_id INTEGER REFERENCES post(id) ON DELETE CASCADE, person_id INTEGER REFERENCES person(id));
CREATE TABLE folder (site INTEGER NOT NULL, code TEXT NOT NULL, in_site INTEGER, in_code TEXT, person_id INTEGER, kept INTEGER NOT NULL, name TEXT, label TEXT, PRIMARY KEY (site, code));
CREATE TABLE paper (id INTEGER PRIMARY KEY, site INTEGER, code TEXT, words TEXT);
