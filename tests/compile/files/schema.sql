CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, picture INTEGER NOT NULL, gone BOOLEAN NOT NULL);
CREATE TABLE module (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE context (id INTEGER PRIMARY KEY, level INTEGER, instance INTEGER);
CREATE TABLE essay (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), context_id INTEGER, title TEXT);
CREATE TABLE draft (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), module_id INTEGER REFERENCES module(id), title TEXT NOT NULL);
CREATE TABLE kept (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), module_id INTEGER REFERENCES module(id));
CREATE TABLE file (id INTEGER PRIMARY KEY, context_id INTEGER, component TEXT, area TEXT, item_id INTEGER, name TEXT, hash TEXT);
CREATE INDEX file_item ON file (item_id);
CREATE INDEX file_hash ON file (hash);
