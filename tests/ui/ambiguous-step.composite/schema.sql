CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  email TEXT,
  active INTEGER NOT NULL
);
CREATE TABLE room (house TEXT NOT NULL, number INTEGER NOT NULL, person_id INTEGER REFERENCES person(id), PRIMARY KEY (house, number));
CREATE TABLE move (id INTEGER PRIMARY KEY, house TEXT, from_number INTEGER, to_number INTEGER, FOREIGN KEY (house, from_number) REFERENCES room(house, number), FOREIGN KEY (house, to_number) REFERENCES room(house, number));
