CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  left_at INTEGER NOT NULL,
  active INTEGER NOT NULL
);
CREATE TABLE box (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  box_id INTEGER REFERENCES box(id),
  kind INTEGER NOT NULL,
  mark INTEGER NOT NULL
);
CREATE INDEX box_person_id ON box (person_id);
CREATE INDEX box_box_id ON box (box_id);
