CREATE TABLE person (id INTEGER PRIMARY KEY, username TEXT NOT NULL UNIQUE, email VARCHAR(60) UNIQUE, nick TEXT NOT NULL, born DATE, gone_at BIGINT, deleted INTEGER NOT NULL);
CREATE TABLE post (
  id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), author TEXT, slug TEXT UNIQUE, title TEXT, kind TEXT NOT NULL, place TEXT,
  first_title TEXT, made BIGINT NOT NULL, edited_ms BIGINT, seen TIMESTAMP, left_on DATE
);
CREATE INDEX post_person ON post (person_id);
CREATE TABLE reply (id INTEGER PRIMARY KEY, post_id INTEGER REFERENCES post(id), person_id INTEGER REFERENCES person(id), note TEXT, number INTEGER, code TEXT, kept_since DATE, left_at TIMESTAMP);
CREATE TABLE mark (id INTEGER PRIMARY KEY, person_id INTEGER, left_at BIGINT NOT NULL, left_ms BIGINT);
CREATE TABLE word (id INTEGER PRIMARY KEY, person_id INTEGER, body TEXT);
CREATE TABLE likes (id INTEGER PRIMARY KEY, person_id INTEGER, what TEXT, seen_at BIGINT);
