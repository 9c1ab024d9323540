CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(20), gone INTEGER NOT NULL, left_at BIGINT);
CREATE TABLE paper (id INTEGER PRIMARY KEY, author INTEGER NOT NULL, about_id INTEGER, body VARCHAR(20), note VARCHAR(20));
CREATE INDEX paper_author ON paper (author);
CREATE INDEX paper_about ON paper (about_id);
