CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE page (id INTEGER PRIMARY KEY, author INTEGER REFERENCES person(id), reviewer INTEGER REFERENCES person(id), title TEXT, body TEXT, byline TEXT);
CREATE TABLE link (id INTEGER PRIMARY KEY, page INTEGER REFERENCES page(id), kind TEXT, url TEXT);
CREATE INDEX page_author ON page (author);
CREATE INDEX page_reviewer ON page (reviewer);
CREATE INDEX link_page ON link (page);
