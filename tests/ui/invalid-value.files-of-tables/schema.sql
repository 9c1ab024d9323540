CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  email TEXT,
  active INTEGER NOT NULL
);
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  course_id INTEGER REFERENCES course(id),
  body TEXT NOT NULL,
  pinned BOOLEAN,
  changed DATETIME
);
CREATE TABLE course (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  component TEXT NOT NULL,
  area TEXT NOT NULL,
  item_id INTEGER,
  course_id INTEGER REFERENCES course(id),
  hash TEXT NOT NULL
);
CREATE TABLE comment (id INTEGER PRIMARY KEY, note_id INTEGER, person_id INTEGER REFERENCES person(id), body TEXT);
