CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  email TEXT,
  active INTEGER NOT NULL
);
CREATE TABLE note (number INTEGER, person_id INTEGER REFERENCES person(id), answers INTEGER);
