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
CREATE TRIGGER note_log AFTER DELETE ON note BEGIN
  INSERT INTO log VALUES (old.body);
END;
CREATE INDEX note_person ON note (person_id);
