CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE person (
  id bigint PRIMARY KEY,
  username text NOT NULL UNIQUE,
  active integer NOT NULL
);
CREATE TABLE note (
  id bigint PRIMARY KEY,
  person_id bigint REFERENCES person(id),
  body varchar(200) NOT NULL,
  writer varchar(40) NOT NULL,
  mood mood NOT NULL,
  stars smallint NOT NULL,
  seen_at integer NOT NULL,
  shown boolean NOT NULL
);
CREATE INDEX note_person ON note (person_id);
