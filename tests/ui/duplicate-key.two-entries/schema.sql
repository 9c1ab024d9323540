CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  email TEXT,
  active INTEGER NOT NULL
);
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  body TEXT NOT NULL,
  pinned BOOLEAN,
  changed DATETIME
);
CREATE TABLE reply (
  id INTEGER PRIMARY KEY,
  note_id INTEGER REFERENCES note(id),
  answered_id INTEGER REFERENCES note(id),
  body TEXT NOT NULL
);
CREATE TABLE topic (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  above INTEGER REFERENCES topic(id),
  label TEXT
);
CREATE TABLE label (
  id INTEGER PRIMARY KEY,
  topic_id INTEGER REFERENCES topic(id),
  name TEXT
);
