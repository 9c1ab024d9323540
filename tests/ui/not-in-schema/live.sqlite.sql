CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  email TEXT,
  phone TEXT,
  active INTEGER NOT NULL
);
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  body TEXT,
  written_for INTEGER REFERENCES person (id),
  mood TEXT NOT NULL
);
CREATE TABLE diary (
  id INTEGER PRIMARY KEY,
  note_id INTEGER REFERENCES note (id)
);
CREATE TABLE payment (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id));
CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT);
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT);
