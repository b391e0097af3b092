CREATE SCHEMA app;
CREATE EXTENSION citext SCHEMA app;
CREATE TABLE app.people (id integer PRIMARY KEY, name app.citext DEFAULT 'x' NOT NULL);
CREATE TABLE public.kept (id integer, name app.citext);
