-- One row that two entries find, members that need quoting, and the tables SQLite keeps in its strict ways.
CREATE TABLE person (login TEXT COLLATE NOCASE PRIMARY KEY NOT NULL, shown TEXT, gone INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE deal (id INTEGER PRIMARY KEY, buyer TEXT REFERENCES person(login), seller TEXT COLLATE NOCASE, price INTEGER, note TEXT) STRICT;
