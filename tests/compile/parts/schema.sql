CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
-- The thread refers to its usage; nothing refers to the thread but its posts.
CREATE TABLE "usage" (id INTEGER PRIMARY KEY, label TEXT);
CREATE TABLE step (id INTEGER PRIMARY KEY, usage_id INTEGER NOT NULL REFERENCES "usage"(id), state TEXT);
CREATE TABLE thread (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), uniqueid INTEGER REFERENCES "usage"(id), title TEXT);
CREATE TABLE post (id INTEGER PRIMARY KEY, thread_id INTEGER REFERENCES thread(id), person_id INTEGER REFERENCES person(id), body TEXT);
CREATE INDEX post_thread ON post (thread_id);
-- No foreign key: what `where` leaves out stays and refers to nothing.
CREATE TABLE rating (id INTEGER PRIMARY KEY, post_id INTEGER, person_id INTEGER, stars INTEGER, kind TEXT);
CREATE TABLE album (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), code TEXT, title TEXT NOT NULL);
CREATE TABLE photo (id INTEGER PRIMARY KEY, album_id INTEGER REFERENCES album(id), name TEXT);
CREATE TABLE face (id INTEGER PRIMARY KEY, photo_id INTEGER REFERENCES photo(id), who TEXT);
CREATE TABLE caption (id INTEGER PRIMARY KEY, album_id INTEGER REFERENCES album(id), words TEXT);
CREATE TABLE marker (id INTEGER PRIMARY KEY, album_code TEXT, at INTEGER);
