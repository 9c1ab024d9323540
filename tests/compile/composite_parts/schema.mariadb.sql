-- Keys of two, three and four columns, with texts of which one folds case, and a date.
CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(100), gone BOOLEAN NOT NULL);
CREATE TABLE shelf (area INTEGER NOT NULL, code VARCHAR(100) COLLATE utf8mb4_nopad_bin NOT NULL, person_id INTEGER REFERENCES person(id), PRIMARY KEY (area, code));
CREATE TABLE box (area INTEGER NOT NULL, code VARCHAR(100) NOT NULL, nr INTEGER NOT NULL, words VARCHAR(100), PRIMARY KEY (area, code, nr));
CREATE TABLE thing (nr INTEGER NOT NULL, pos INTEGER NOT NULL, area INTEGER NOT NULL, code VARCHAR(100) COLLATE utf8mb4_nopad_bin NOT NULL, PRIMARY KEY (pos, nr, code, area));
CREATE TABLE memo (label VARCHAR(100), words VARCHAR(100));
CREATE TABLE stamp (area INTEGER NOT NULL, made DATE NOT NULL, code VARCHAR(100) COLLATE utf8mb4_nopad_bin, PRIMARY KEY (area, made));
CREATE TABLE print (area INTEGER, made DATE, words VARCHAR(100));
CREATE TABLE loan (area INTEGER NOT NULL, person_id INTEGER NOT NULL REFERENCES person(id), state INTEGER, PRIMARY KEY (area, person_id));
CREATE TABLE note (area INTEGER, code VARCHAR(100) COLLATE utf8mb4_nopad_bin, words VARCHAR(100), FOREIGN KEY (area, code) REFERENCES shelf(area, code));
CREATE UNIQUE INDEX thing_whole ON thing (area, code, nr, pos);
CREATE TABLE tag (area INTEGER, code VARCHAR(100) COLLATE utf8mb4_nopad_bin, nr INTEGER, pos INTEGER, word VARCHAR(100), FOREIGN KEY (area, code, nr, pos) REFERENCES thing(area, code, nr, pos));
