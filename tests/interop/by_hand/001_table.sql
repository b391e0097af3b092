-- Schema Change: Up
CREATE TABLE public.parcels (id integer PRIMARY KEY, state text NOT NULL, weight numeric);
CREATE TYPE public.state AS ENUM ('packed', 'sent');

-- Schema Change: Down
DROP TYPE public.state;
DROP TABLE public.parcels;
