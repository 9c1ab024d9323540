CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE grade (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), points INTEGER, modified_by INTEGER REFERENCES person(id), grader INTEGER NOT NULL);
CREATE TABLE bonus (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), points INTEGER, modified_by INTEGER REFERENCES person(id));
CREATE TABLE share (id INTEGER PRIMARY KEY, grade_id INTEGER REFERENCES grade(id) ON DELETE SET NULL, person_id INTEGER);
CREATE TABLE project (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), title TEXT, modified_by INTEGER);
CREATE TABLE member (id INTEGER PRIMARY KEY, project_id INTEGER REFERENCES project(id), person_id INTEGER);
