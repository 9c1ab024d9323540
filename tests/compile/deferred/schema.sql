-- Keys that must not be NULL, around two tables and within one: they are looked at in the end.
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE house (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person(id), hall_id INTEGER NOT NULL REFERENCES room(id) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE room (id INTEGER PRIMARY KEY, house_id INTEGER NOT NULL REFERENCES house(id));
CREATE TABLE pair (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), other_id INTEGER NOT NULL REFERENCES pair(id) DEFERRABLE);
