CREATE TYPE public.mood AS ENUM ('glad', 'sad');
CREATE TABLE public.person (
    id bigint PRIMARY KEY,
    username character varying(40) NOT NULL,
    email character varying(80),
    active integer NOT NULL
);
CREATE TABLE public.note (
    id bigint PRIMARY KEY,
    person_id bigint NOT NULL,
    body text,
    mood public.mood NOT NULL
);
