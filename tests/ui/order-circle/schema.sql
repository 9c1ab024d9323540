CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  email TEXT,
  active INTEGER NOT NULL
);
CREATE TABLE album (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  cover_id INTEGER NOT NULL REFERENCES photo(id)
);
CREATE TABLE photo (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  album_id INTEGER NOT NULL REFERENCES album(id)
);
