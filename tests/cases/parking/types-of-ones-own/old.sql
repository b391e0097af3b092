CREATE TYPE public.mood AS ENUM ('sad', 'glad');
CREATE TYPE public.pair AS (a integer, b text);
CREATE DOMAIN public.word AS text CHECK (VALUE <> '');
CREATE DOMAIN public.small AS integer CHECK (VALUE < 1000);
CREATE TYPE public.span AS RANGE (subtype = integer);
CREATE COLLATION public.plain (provider = libc, locale = 'C');
CREATE TABLE public.kept (id integer, mood public.mood DEFAULT 'sad' NOT NULL, pair public.pair, stays text);
CREATE TABLE public.goes (
    id integer PRIMARY KEY,
    mood public.mood DEFAULT 'sad',
    moods public.mood[],
    pair public.pair,
    word public.word,
    small public.small,
    span public.span,
    plain text COLLATE public.plain
);
ALTER TABLE public.goes ALTER COLUMN pair SET STORAGE external;
