CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE message (id INTEGER PRIMARY KEY, from_id INTEGER, to_id INTEGER, words TEXT, from_left INTEGER NOT NULL, to_left INTEGER NOT NULL);
CREATE TABLE message_read (id INTEGER PRIMARY KEY, from_id INTEGER, to_id INTEGER, words TEXT, from_left INTEGER NOT NULL, to_left INTEGER NOT NULL);
CREATE TABLE note (id INTEGER PRIMARY KEY, message_id INTEGER, words TEXT, person_id INTEGER);
CREATE TABLE note_read (id INTEGER PRIMARY KEY, read_id INTEGER, words TEXT);
-- Here a side is left by taking the name out of it.
CREATE TABLE meeting (id INTEGER PRIMARY KEY, host_id INTEGER REFERENCES person(id), guest_id INTEGER REFERENCES person(id), topic TEXT);
