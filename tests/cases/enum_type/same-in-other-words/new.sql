CREATE TYPE public."weather" AS ENUM ('sunny');
ALTER TYPE weather ADD VALUE 'cloudy' AFTER 'sunny';
CREATE TABLE day (id integer, seen public.weather DEFAULT 'sunny'::weather);
