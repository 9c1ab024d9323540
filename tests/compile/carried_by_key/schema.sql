CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE sheet (code TEXT PRIMARY KEY NOT NULL COLLATE NOCASE, person_id INTEGER);
-- What the database takes for a reference differs in its bytes.
CREATE TABLE sticker (id INTEGER PRIMARY KEY, code TEXT REFERENCES sheet(code) ON DELETE SET NULL);
CREATE TABLE pin (id INTEGER PRIMARY KEY, code TEXT REFERENCES sheet(code) ON DELETE CASCADE);
