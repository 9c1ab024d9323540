CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, email TEXT, lang TEXT, run INTEGER, request TEXT, state TEXT NOT NULL, token TEXT);
CREATE INDEX person_email ON person (email);
CREATE TABLE mail (id INTEGER PRIMARY KEY, address TEXT, body TEXT);
CREATE INDEX mail_address ON mail (address);
