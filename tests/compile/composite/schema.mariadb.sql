-- Keys of two columns, of which one is a text; what refers to them folds case.
CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(100), gone BOOLEAN NOT NULL);
CREATE TABLE room (house VARCHAR(100) COLLATE utf8mb4_nopad_bin NOT NULL, number INTEGER NOT NULL, floor INTEGER, person_id INTEGER REFERENCES person(id), PRIMARY KEY (house, number));
CREATE UNIQUE INDEX room_backwards ON room (number, house);
CREATE TABLE booking (id INTEGER PRIMARY KEY, house VARCHAR(100), number INTEGER, words VARCHAR(100));
CREATE TABLE guest (id INTEGER PRIMARY KEY, number INTEGER NOT NULL, house VARCHAR(100) COLLATE utf8mb4_nopad_bin NOT NULL, person_id INTEGER REFERENCES person(id), FOREIGN KEY (number, house) REFERENCES room(number, house) ON DELETE CASCADE);
CREATE TABLE note (id INTEGER PRIMARY KEY, house VARCHAR(100) COLLATE utf8mb4_nopad_bin, number INTEGER, words VARCHAR(100));
CREATE TABLE sign (id INTEGER PRIMARY KEY, house VARCHAR(100) COLLATE utf8mb4_nopad_bin, number INTEGER, words VARCHAR(100), FOREIGN KEY (house, number) REFERENCES room(house, number));
