CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  email TEXT,
  active INTEGER NOT NULL,
  left_at INTEGER
);
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  body TEXT NOT NULL,
  title TEXT NOT NULL,
  pinned BOOLEAN,
  changed DATETIME,
  seen_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX note_body ON note (body);
CREATE UNIQUE INDEX note_changed ON note (changed);
