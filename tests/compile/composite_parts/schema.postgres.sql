-- Keys of two, three and four columns, with texts of which one folds case, and a date.
CREATE COLLATION folding (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE shelf (area INTEGER NOT NULL, code TEXT NOT NULL, person_id INTEGER REFERENCES person(id), PRIMARY KEY (area, code));
CREATE TABLE box (area INTEGER NOT NULL, code TEXT COLLATE folding NOT NULL, nr INTEGER NOT NULL, words TEXT, PRIMARY KEY (area, code, nr));
CREATE TABLE thing (nr INTEGER NOT NULL, pos INTEGER NOT NULL, area INTEGER NOT NULL, code TEXT NOT NULL, PRIMARY KEY (pos, nr, code, area));
CREATE TABLE memo (label TEXT, words TEXT);
CREATE TABLE stamp (area INTEGER NOT NULL, made DATE NOT NULL, code TEXT, PRIMARY KEY (area, made));
CREATE TABLE print (area INTEGER, made DATE, words TEXT);
CREATE TABLE loan (area INTEGER NOT NULL, person_id INTEGER NOT NULL REFERENCES person(id), state INTEGER, PRIMARY KEY (area, person_id));
CREATE TABLE note (area INTEGER, code TEXT, words TEXT, FOREIGN KEY (area, code) REFERENCES shelf(area, code));
CREATE UNIQUE INDEX thing_whole ON thing (area, code, nr, pos);
CREATE TABLE tag (area INTEGER, code TEXT, nr INTEGER, pos INTEGER, word TEXT, FOREIGN KEY (area, code, nr, pos) REFERENCES thing(area, code, nr, pos));
