-- One row that two entries find, and members that need quoting.
CREATE TABLE person (login TEXT PRIMARY KEY, shown TEXT, gone INTEGER NOT NULL);
CREATE TABLE deal (id INTEGER PRIMARY KEY, buyer TEXT REFERENCES person(login), seller TEXT, price INTEGER, note TEXT);
