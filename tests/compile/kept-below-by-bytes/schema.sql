CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE chapter (id INTEGER PRIMARY KEY, person_id INTEGER, code TEXT COLLATE NOCASE NOT NULL, upper_code TEXT);
CREATE TABLE note (id INTEGER PRIMARY KEY, person_id INTEGER, chapter_id INTEGER REFERENCES chapter (id), at INTEGER);
CREATE INDEX chapter_person ON chapter (person_id);
CREATE INDEX chapter_upper ON chapter (upper_code);
CREATE INDEX note_person ON note (person_id);
CREATE INDEX note_chapter ON note (chapter_id);
