CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE album (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), title TEXT);
-- Rows of others, which the database takes along or lets go.
CREATE TABLE comment (id INTEGER PRIMARY KEY, album_id INTEGER NOT NULL REFERENCES album(id) ON DELETE CASCADE, person_id INTEGER, words TEXT);
CREATE TABLE heart (id INTEGER PRIMARY KEY, comment_id INTEGER REFERENCES comment(id) ON DELETE CASCADE, person_id INTEGER);
CREATE TABLE bookmark (id INTEGER PRIMARY KEY, album_id INTEGER REFERENCES album(id) ON DELETE SET NULL, person_id INTEGER, label TEXT);
