CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE post (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), kind TEXT, body TEXT);
CREATE TABLE rating (id INTEGER PRIMARY KEY, post_id INTEGER, stars INTEGER);
CREATE TABLE mark (id INTEGER PRIMARY KEY, rating_id INTEGER, words TEXT);
-- Only polls have options.
CREATE TABLE option (id INTEGER PRIMARY KEY, post_id INTEGER, words TEXT);
