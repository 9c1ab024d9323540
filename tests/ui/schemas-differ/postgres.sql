CREATE TABLE public.person (id bigint NOT NULL, username text NOT NULL, email text, active integer NOT NULL);
CREATE TABLE public.note (id bigint NOT NULL, person bigint NOT NULL, kind text NOT NULL, body text, place text);
CREATE TABLE public.log (id bigint NOT NULL);
