CREATE TABLE probate_request (id bigint PRIMARY KEY, kind varchar(180) COLLATE utf8mb4_nopad_bin NOT NULL, type varchar(180) COLLATE utf8mb4_nopad_bin NOT NULL, subject {key} NOT NULL, place varchar(180) COLLATE utf8mb4_nopad_bin NOT NULL, origin varchar(180) COLLATE utf8mb4_nopad_bin NOT NULL, state varchar(180) COLLATE utf8mb4_nopad_bin NOT NULL, asked bigint, decided bigint, finished bigint, reason longtext COLLATE utf8mb4_nopad_bin);
CREATE TABLE probate_subject (subject {key} NOT NULL, status varchar(180) COLLATE utf8mb4_nopad_bin NOT NULL, since bigint NOT NULL, PRIMARY KEY (subject, status));
CREATE TABLE probate_own_type (subject {key} NOT NULL, status varchar(180) COLLATE utf8mb4_nopad_bin NOT NULL, type varchar(180) COLLATE utf8mb4_nopad_bin, since bigint NOT NULL, PRIMARY KEY (subject, status));
CREATE TABLE probate_taken (item varchar(180) COLLATE utf8mb4_nopad_bin NOT NULL, subject {key} NOT NULL, status varchar(180) COLLATE utf8mb4_nopad_bin NOT NULL, PRIMARY KEY (item, subject, status));
CREATE INDEX records_request ON probate_request (subject);
CREATE INDEX records_taken ON probate_taken (subject);
