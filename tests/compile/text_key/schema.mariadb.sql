-- The subject's key is a text; columns compare by rules of their own.
CREATE TABLE account (login VARCHAR(100) COLLATE utf8mb4_nopad_bin PRIMARY KEY NOT NULL, shown VARCHAR(100), closed INTEGER NOT NULL);
CREATE TABLE mail (id INTEGER PRIMARY KEY, owner VARCHAR(100) CHARACTER SET latin1 COLLATE latin1_swedish_ci, body VARCHAR(100));
CREATE INDEX mail_owner ON mail (owner);
CREATE TABLE padded (id INTEGER PRIMARY KEY, owner VARCHAR(100) COLLATE utf8mb4_bin);
CREATE TABLE child (id INTEGER PRIMARY KEY, mail_id INTEGER REFERENCES mail(id), body VARCHAR(100));
