CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(20), gone INTEGER NOT NULL);
CREATE TABLE shelf (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL);
CREATE TABLE book (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL, shelf_id INTEGER REFERENCES shelf (id), made BIGINT NOT NULL);
CREATE INDEX shelf_person ON shelf (person_id);
CREATE INDEX book_person ON book (person_id);
CREATE INDEX book_shelf ON book (shelf_id);
