CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  left_at INTEGER NOT NULL,
  active INTEGER NOT NULL
);
CREATE TABLE album (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id)
);
CREATE INDEX album_person_id ON album (person_id);
CREATE TABLE box (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  album_id INTEGER REFERENCES album(id)
);
CREATE INDEX box_person_id ON box (person_id);
CREATE TABLE card (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  album_id INTEGER REFERENCES album(id),
  box_id INTEGER REFERENCES box(id)
);
CREATE INDEX card_person_id ON card (person_id);
CREATE TABLE drawing (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  album_id INTEGER REFERENCES album(id),
  box_id INTEGER REFERENCES box(id),
  card_id INTEGER REFERENCES card(id)
);
CREATE INDEX drawing_person_id ON drawing (person_id);
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  album_id INTEGER REFERENCES album(id),
  box_id INTEGER REFERENCES box(id),
  card_id INTEGER REFERENCES card(id),
  drawing_id INTEGER REFERENCES drawing(id)
);
CREATE INDEX entry_person_id ON entry (person_id);
CREATE TABLE folder (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  album_id INTEGER REFERENCES album(id),
  box_id INTEGER REFERENCES box(id),
  card_id INTEGER REFERENCES card(id),
  drawing_id INTEGER REFERENCES drawing(id),
  entry_id INTEGER REFERENCES entry(id)
);
CREATE INDEX folder_person_id ON folder (person_id);
CREATE TABLE gallery (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  album_id INTEGER REFERENCES album(id),
  box_id INTEGER REFERENCES box(id),
  card_id INTEGER REFERENCES card(id),
  drawing_id INTEGER REFERENCES drawing(id),
  entry_id INTEGER REFERENCES entry(id),
  folder_id INTEGER REFERENCES folder(id)
);
CREATE INDEX gallery_person_id ON gallery (person_id);
CREATE TABLE hall (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  album_id INTEGER REFERENCES album(id),
  box_id INTEGER REFERENCES box(id),
  card_id INTEGER REFERENCES card(id),
  drawing_id INTEGER REFERENCES drawing(id),
  entry_id INTEGER REFERENCES entry(id),
  folder_id INTEGER REFERENCES folder(id),
  gallery_id INTEGER REFERENCES gallery(id)
);
CREATE INDEX hall_person_id ON hall (person_id);
