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
CREATE TABLE letter (
  sender_id INTEGER REFERENCES person(id),
  receiver_id INTEGER REFERENCES person(id),
  sent DATETIME,
  part INTEGER,
  copy INTEGER,
  page INTEGER,
  body TEXT,
  PRIMARY KEY (sender_id, sent, part, copy, page)
);
