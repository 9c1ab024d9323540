-- References to rows that are long gone, as they are where an application runs without foreign keys.
CREATE TABLE town (id INTEGER PRIMARY KEY);
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT,
  gone BOOLEAN NOT NULL,
  boss_id INTEGER REFERENCES person(id),
  town_id INTEGER REFERENCES town(id)
);
CREATE TABLE post (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES person(id),
  parent_id INTEGER REFERENCES post(id),
  topic_id INTEGER REFERENCES town(id),
  body TEXT
);
CREATE TABLE vote (id INTEGER PRIMARY KEY, post_id INTEGER REFERENCES post(id), person_id INTEGER REFERENCES person(id));
