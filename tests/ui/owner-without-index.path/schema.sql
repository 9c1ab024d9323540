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
  kind TEXT NOT NULL CHECK (kind IN ('draft', 'final')),
  pinned BOOLEAN,
  stars INTEGER
);
CREATE INDEX note_person ON note (person_id);
CREATE TABLE line (id INTEGER PRIMARY KEY, note_id INTEGER NOT NULL REFERENCES note(id), text TEXT NOT NULL);
CREATE TABLE mark (line_id INTEGER PRIMARY KEY REFERENCES line(id), place INTEGER, line INTEGER NOT NULL);
