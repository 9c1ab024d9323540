SET search_path TO app;
CREATE COLLATION loose (provider = icu, deterministic = false);
CREATE TYPE mood AS ENUM ('glad');
CREATE TABLE person (
    id bigint NOT NULL,
    username character(40) COLLATE loose NOT NULL,
    email character varying(20),
    active integer NOT NULL
);
CREATE TABLE note (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    body character varying(200),
    mood mood NOT NULL
);
CREATE TABLE public.attachment (
    id bigint NOT NULL,
    note_id bigint
);
ALTER TABLE ONLY person ADD CONSTRAINT person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY note ADD CONSTRAINT note_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.attachment ADD CONSTRAINT attachment_note FOREIGN KEY (note_id) REFERENCES note(id);
