CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(20), gone BOOLEAN NOT NULL);
CREATE TABLE chapter (id INTEGER PRIMARY KEY, person_id INTEGER, code VARCHAR(20) COLLATE utf8mb4_nopad_bin NOT NULL, upper_code VARCHAR(20) COLLATE utf8mb4_bin);
CREATE TABLE note (id INTEGER PRIMARY KEY, person_id INTEGER, chapter_id INTEGER, at BIGINT, FOREIGN KEY (chapter_id) REFERENCES chapter (id));
CREATE INDEX chapter_person ON chapter (person_id);
CREATE INDEX chapter_upper ON chapter (upper_code);
CREATE INDEX note_person ON note (person_id);
CREATE INDEX note_chapter ON note (chapter_id);
