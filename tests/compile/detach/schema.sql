CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, boss_id INTEGER REFERENCES person(id), gone BOOLEAN NOT NULL);
-- Nullable, NOT NULL, and a text that holds the key.
CREATE TABLE task (id INTEGER PRIMARY KEY, owner_id INTEGER REFERENCES person(id), reviewer_id INTEGER REFERENCES person(id), editor_id INTEGER NOT NULL, closer TEXT NOT NULL, body TEXT);
CREATE INDEX task_reviewer ON task (reviewer_id);
CREATE INDEX task_editor ON task (editor_id);
-- Without a key.
CREATE TABLE liked (by_id INTEGER, kind TEXT NOT NULL);
