-- Keys of two columns, of which one is a text; what refers to them folds case.
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE room (house TEXT NOT NULL, number INTEGER NOT NULL, floor INTEGER, person_id INTEGER REFERENCES person(id), PRIMARY KEY (house, number)) WITHOUT ROWID;
CREATE TABLE booking (id INTEGER PRIMARY KEY, house TEXT COLLATE NOCASE, number INTEGER, words TEXT, FOREIGN KEY (house, number) REFERENCES room(house, number));
CREATE TABLE guest (id INTEGER PRIMARY KEY, number INTEGER NOT NULL, house TEXT NOT NULL, person_id INTEGER REFERENCES person(id), FOREIGN KEY (number, house) REFERENCES room(number, house) ON DELETE CASCADE);
CREATE TABLE note (id INTEGER PRIMARY KEY, house TEXT, number INTEGER, words TEXT);
CREATE TABLE sign (id INTEGER PRIMARY KEY, house TEXT, number INTEGER, words TEXT, FOREIGN KEY (house, number) REFERENCES room(house, number));
CREATE UNIQUE INDEX room_backwards ON room (number, house);
