-- One row that two entries find, and members that need quoting.
CREATE TABLE person (login VARCHAR(100) PRIMARY KEY, shown VARCHAR(100), gone INTEGER NOT NULL);
CREATE TABLE deal (id INTEGER PRIMARY KEY, buyer VARCHAR(100) REFERENCES person(login), seller VARCHAR(100), price INTEGER, note VARCHAR(100));
