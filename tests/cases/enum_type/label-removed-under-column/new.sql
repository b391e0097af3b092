CREATE TABLE place (id integer PRIMARY KEY);
CREATE TYPE weather AS ENUM ('sunny', 'cloudy');
CREATE TABLE day (on_date date PRIMARY KEY, seen weather NOT NULL DEFAULT 'sunny', place integer REFERENCES place);
