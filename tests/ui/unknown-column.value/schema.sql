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
  title TEXT,
  pinned BOOLEAN,
  changed DATETIME,
  seen_at INTEGER
);
