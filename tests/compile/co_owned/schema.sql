CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, gone BOOLEAN NOT NULL);
CREATE TABLE conversation (id INTEGER PRIMARY KEY, title TEXT);
CREATE TABLE member (id INTEGER PRIMARY KEY, conversation_id INTEGER NOT NULL REFERENCES conversation(id), person_id INTEGER);
CREATE INDEX member_conversation ON member (conversation_id);
CREATE TABLE doc (id INTEGER PRIMARY KEY, author_id INTEGER, editor_id INTEGER, body TEXT, precious INTEGER NOT NULL DEFAULT 0);
CREATE TABLE page (id INTEGER PRIMARY KEY, doc_id INTEGER, words TEXT);
-- By two items: who made it, and who is to do it.
CREATE TABLE task (id INTEGER PRIMARY KEY, maker_id INTEGER, doer TEXT, note TEXT);
-- Two kinds of rows, each of one owner.
CREATE TABLE entry (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, a_id INTEGER, b_id INTEGER);
