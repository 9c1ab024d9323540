CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  email TEXT,
  active INTEGER NOT NULL
);
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  parent_id INTEGER REFERENCES note(id),
  copy_of INTEGER REFERENCES note(id),
  body TEXT NOT NULL,
  pinned BOOLEAN,
  changed DATETIME
);
CREATE TABLE page (
  id INTEGER PRIMARY KEY,
  note_id INTEGER REFERENCES note(id),
  person_id INTEGER REFERENCES person(id)
);
ALTER TABLE note ADD COLUMN page_id INTEGER REFERENCES page(id);
