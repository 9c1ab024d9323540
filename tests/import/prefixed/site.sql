-- A site whose tables begin with its own prefix, one of which the plugin has not made yet.
CREATE TABLE x_user (id INTEGER PRIMARY KEY, username TEXT NOT NULL, lastname TEXT, email TEXT UNIQUE, active INTEGER NOT NULL DEFAULT 1);
CREATE TABLE x_course (id INTEGER PRIMARY KEY, fullname TEXT NOT NULL, created TEXT NOT NULL, usermodified BIGINT);
CREATE TABLE x_diary (id INTEGER PRIMARY KEY, course BIGINT NOT NULL, name TEXT NOT NULL, keeper BIGINT);
CREATE TABLE x_diary_entries (
  id INTEGER PRIMARY KEY, diary BIGINT NOT NULL, userid BIGINT NOT NULL DEFAULT 0, text TEXT NOT NULL, created TEXT,
  rating NUMERIC, weight REAL, drawing BLOB, mood SMALLINT, timemodified BIGINT NOT NULL
);
CREATE INDEX x_diary_entries_user ON x_diary_entries (userid);
CREATE INDEX x_course_modifier ON x_course (usermodified);
