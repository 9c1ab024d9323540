CREATE TABLE person (id integer PRIMARY KEY, username text NOT NULL, email text, active integer NOT NULL);
CREATE TABLE note (id integer PRIMARY KEY, person_id integer, body text NOT NULL);
CREATE TABLE note_old (archived date) INHERITS (note);
