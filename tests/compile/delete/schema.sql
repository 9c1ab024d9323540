-- A tree of posts, attachments two steps away from a person, cascades, and a row of the subject that goes itself.
CREATE TABLE "user" (id INTEGER PRIMARY KEY, name TEXT NOT NULL, gone INTEGER, mentor_id INTEGER REFERENCES "user"(id));
CREATE TABLE post (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES post(id),
  user_id INTEGER NOT NULL REFERENCES "user"(id) ON DELETE CASCADE,
  body TEXT
);
CREATE TABLE attachment (id INTEGER PRIMARY KEY, post_id INTEGER NOT NULL REFERENCES post(id) ON DELETE CASCADE, name TEXT);
CREATE TABLE view (id INTEGER PRIMARY KEY, attachment_id INTEGER NOT NULL REFERENCES attachment(id) ON DELETE CASCADE, at TIMESTAMP);
CREATE TABLE login (user_id INTEGER NOT NULL REFERENCES "user"(id), at TIMESTAMP);
