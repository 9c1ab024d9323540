CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(20), gone INTEGER NOT NULL);
CREATE TABLE folder (id INTEGER PRIMARY KEY, person_id INTEGER, named_id INTEGER, words VARCHAR(20) NOT NULL);
CREATE TABLE sheet (id INTEGER PRIMARY KEY, folder_id INTEGER NOT NULL, kind VARCHAR(20) NOT NULL, before_id INTEGER REFERENCES sheet (id));
CREATE INDEX folder_person ON folder (person_id);
CREATE INDEX sheet_folder ON sheet (folder_id);
CREATE INDEX sheet_before ON sheet (before_id);
