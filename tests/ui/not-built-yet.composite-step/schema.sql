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
CREATE TABLE seat (room INTEGER, chair INTEGER, person_id INTEGER REFERENCES person(id), PRIMARY KEY (room, chair));
CREATE TABLE mark (id INTEGER PRIMARY KEY, room INTEGER, chair INTEGER, FOREIGN KEY (room, chair) REFERENCES seat(room, chair));
