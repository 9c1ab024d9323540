--
-- PostgreSQL database dump
--

\restrict abc

CREATE TABLE public.person (id bigint NOT NULL, username text NOT NULL, email text, active integer NOT NULL);
CREATE TABLE public.note (id bigint NOT NULL, person bigint NOT NULL, kind text NOT NULL, about bigint, body text);
CREATE TABLE public.course (id bigint NOT NULL, title text NOT NULL);
