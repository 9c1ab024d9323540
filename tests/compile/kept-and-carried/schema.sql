CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(20), gone BOOLEAN NOT NULL);
CREATE TABLE topic (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL, title VARCHAR(20), made BIGINT NOT NULL);
CREATE TABLE post (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL, topic_id INTEGER REFERENCES topic(id) ON DELETE SET NULL, body VARCHAR(20));
CREATE TABLE pin (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL, topic_id INTEGER NOT NULL REFERENCES topic(id) ON DELETE CASCADE);
CREATE INDEX topic_person ON topic (person_id);
CREATE INDEX post_person ON post (person_id);
CREATE INDEX post_topic ON post (topic_id);
CREATE INDEX pin_person ON pin (person_id);
CREATE INDEX pin_topic ON pin (topic_id);
