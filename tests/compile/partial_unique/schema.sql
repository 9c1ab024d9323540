CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, nick TEXT NOT NULL, member BOOLEAN NOT NULL, leaving BOOLEAN NOT NULL);
CREATE UNIQUE INDEX person_name ON person (name) WHERE member;
CREATE UNIQUE INDEX person_nick ON person (nick) WHERE member AND nick <> '';
CREATE TABLE seat (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person(id), room INTEGER NOT NULL, label TEXT NOT NULL, closed INTEGER NOT NULL);
CREATE INDEX seat_person ON seat (person_id);
CREATE UNIQUE INDEX seat_label ON seat (room, label) WHERE closed = 0;
