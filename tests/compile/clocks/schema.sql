CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(20), gone INTEGER NOT NULL, joined BIGINT, seen_ms BIGINT NOT NULL, born INTEGER);
CREATE TABLE course (id INTEGER PRIMARY KEY, title VARCHAR(20), ends BIGINT, created BIGINT);
CREATE TABLE quiz (id INTEGER PRIMARY KEY, course_id INTEGER REFERENCES course(id), author_id INTEGER REFERENCES person(id), opens BIGINT, closes BIGINT, created BIGINT);
CREATE TABLE attempt (
  id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), quiz_id INTEGER REFERENCES quiz(id),
  started BIGINT, created BIGINT, modified BIGINT, timemodified BIGINT, mark INTEGER
);
CREATE TABLE step (id INTEGER PRIMARY KEY, attempt_id INTEGER REFERENCES attempt(id), created BIGINT, at_ms BIGINT, by_id INTEGER REFERENCES person(id));
CREATE TABLE message (id INTEGER PRIMARY KEY, from_id INTEGER REFERENCES person(id), to_id INTEGER REFERENCES person(id), sent BIGINT, from_gone INTEGER NOT NULL, to_gone INTEGER NOT NULL);
