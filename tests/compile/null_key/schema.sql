CREATE TABLE person (id INTEGER UNIQUE, name TEXT, gone BOOLEAN NOT NULL, mail TEXT);
CREATE TABLE letter (id INTEGER PRIMARY KEY, mail TEXT);
-- SQLite lets a key that is no row number be NULL, as often as one likes.
CREATE TABLE deal (code TEXT PRIMARY KEY, buyer_id INTEGER, seller_id INTEGER, price INTEGER, note TEXT);
CREATE TABLE remark (id INTEGER PRIMARY KEY, by_id INTEGER, about TEXT COLLATE RTRIM);
CREATE TABLE reply (code TEXT PRIMARY KEY, about_code TEXT REFERENCES reply(code), by_id INTEGER, words TEXT);
