CREATE TABLE person (id INTEGER PRIMARY KEY, username TEXT NOT NULL, active INTEGER NOT NULL, seen INTEGER, born INTEGER CHECK (born IS NULL));
CREATE TABLE course (id INTEGER PRIMARY KEY, code TEXT NOT NULL, person_id INTEGER REFERENCES person(id), made INTEGER NOT NULL, ends INTEGER NOT NULL CHECK (ends = 0));
CREATE TABLE post (id INTEGER PRIMARY KEY, course INTEGER REFERENCES course(id), author INTEGER REFERENCES person(id), body TEXT, made INTEGER, sent INTEGER);
CREATE INDEX post_course ON post (course);
CREATE INDEX post_author ON post (author);
CREATE INDEX course_person ON course (person_id);
