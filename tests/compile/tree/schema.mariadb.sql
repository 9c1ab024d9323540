-- Rows below rows of their own table, by keys of one column and of two.
CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(100), gone BOOLEAN NOT NULL);
CREATE TABLE post (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES post(id), author_id INTEGER REFERENCES person(id), kind VARCHAR(100), words VARCHAR(100));
CREATE INDEX post_parent ON post (parent_id);
CREATE TABLE attachment (id INTEGER PRIMARY KEY, post_id INTEGER NOT NULL REFERENCES post(id), name VARCHAR(100));
CREATE TABLE mark (post_id INTEGER REFERENCES post(id) ON DELETE CASCADE, person_id INTEGER REFERENCES person(id));
CREATE TABLE folder (site INTEGER NOT NULL, code VARCHAR(100) COLLATE utf8mb4_nopad_bin NOT NULL, in_site INTEGER, in_code VARCHAR(100) COLLATE utf8mb4_nopad_bin, person_id INTEGER, kept INTEGER NOT NULL, name VARCHAR(100), label VARCHAR(100), PRIMARY KEY (site, code));
CREATE TABLE paper (id INTEGER PRIMARY KEY, site INTEGER, code VARCHAR(100) COLLATE utf8mb4_nopad_bin, words VARCHAR(100));
