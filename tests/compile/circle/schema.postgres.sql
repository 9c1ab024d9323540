-- Rows that refer to each other, in one table and around two, and the person's own row in the circle.
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL, photo_id INTEGER);
CREATE TABLE album (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person(id), cover_id INTEGER);
CREATE TABLE photo (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person(id), album_id INTEGER NOT NULL REFERENCES album(id));
CREATE TABLE post (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), photo_id INTEGER REFERENCES photo(id), parent_id INTEGER REFERENCES post(id));
CREATE TABLE tag (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), under INTEGER REFERENCES tag(id) ON DELETE RESTRICT);
CREATE TABLE node (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), root_id INTEGER NOT NULL REFERENCES node(id));
ALTER TABLE album ADD CONSTRAINT album_cover FOREIGN KEY (cover_id) REFERENCES photo(id);
ALTER TABLE person ADD CONSTRAINT person_photo FOREIGN KEY (photo_id) REFERENCES photo(id);
