-- A small application for shared notes, in types that SQLite and PostgreSQL share.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL,
  email TEXT,
  active INTEGER NOT NULL DEFAULT 1,
  created_at TIMESTAMP NOT NULL
);
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person(id),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  pinned BOOLEAN NOT NULL DEFAULT FALSE,
  changed_at TIMESTAMP
);
CREATE INDEX note_person ON note (person_id);
CREATE TABLE comment (
  id INTEGER PRIMARY KEY,
  note_id INTEGER NOT NULL REFERENCES note(id),
  person_id INTEGER REFERENCES person(id),
  body TEXT NOT NULL,
  written_at TIMESTAMP NOT NULL
);
CREATE INDEX comment_note ON comment (note_id);
CREATE INDEX comment_person ON comment (person_id);
