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
  title TEXT CHECK (title in ('draft', 'public')),
  pinned BOOLEAN,
  changed DATETIME,
  seen_at INTEGER CHECK (seen_at >= 0),
  CHECK (not pinned or title is not null)
);
