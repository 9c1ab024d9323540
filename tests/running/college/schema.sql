CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, state VARCHAR(20) NOT NULL, seen TIMESTAMP NULL);
CREATE TABLE course (id INTEGER PRIMARY KEY);
CREATE TABLE post (id INTEGER PRIMARY KEY, course INTEGER REFERENCES course(id), person_id INTEGER NOT NULL REFERENCES person(id), body VARCHAR(40));
CREATE TABLE letter (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person(id), body VARCHAR(40));
CREATE INDEX post_person ON post (person_id);
CREATE INDEX post_course ON post (course);
CREATE INDEX letter_person ON letter (person_id);
