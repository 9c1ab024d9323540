CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE room (house INTEGER NOT NULL, number INTEGER NOT NULL, keeper_id INTEGER, words TEXT, PRIMARY KEY (house, number));
CREATE TABLE stay (id INTEGER PRIMARY KEY, house INTEGER, number INTEGER, person_id INTEGER, booked_by INTEGER, words TEXT, FOREIGN KEY (house, number) REFERENCES room (house, number));
