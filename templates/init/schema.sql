-- The schema of your database, as it prints it itself: sqlite3 app.db .schema > schema.sql
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT,
  left_at DATETIME
);
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person(id),
  body TEXT NOT NULL
);
CREATE INDEX note_person ON note (person_id);
