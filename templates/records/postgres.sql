CREATE TABLE probate_request (id bigint PRIMARY KEY, kind text NOT NULL, type text NOT NULL, subject {key} NOT NULL, place text NOT NULL, origin text NOT NULL, state text NOT NULL, asked bigint, decided bigint, finished bigint, reason text);
CREATE TABLE probate_subject (subject {key} NOT NULL, status text NOT NULL, since bigint NOT NULL, PRIMARY KEY (subject, status));
CREATE TABLE probate_own_type (subject {key} NOT NULL, status text NOT NULL, type text, since bigint NOT NULL, PRIMARY KEY (subject, status));
CREATE TABLE probate_taken (item text NOT NULL, subject {key} NOT NULL, status text NOT NULL, PRIMARY KEY (item, subject, status));
CREATE INDEX records_request ON probate_request (subject);
CREATE INDEX records_taken ON probate_taken (subject);
