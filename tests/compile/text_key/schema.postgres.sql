-- The subject's key is a text.
CREATE TABLE account (login TEXT PRIMARY KEY NOT NULL, shown TEXT, closed INTEGER NOT NULL);
CREATE TABLE mail (id INTEGER PRIMARY KEY, owner TEXT, body TEXT);
CREATE INDEX mail_owner ON mail (owner);
CREATE TABLE padded (id INTEGER PRIMARY KEY, owner TEXT);
CREATE TABLE child (id INTEGER PRIMARY KEY, mail_id INTEGER REFERENCES mail(id), body TEXT);
