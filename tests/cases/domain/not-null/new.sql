CREATE DOMAIN score AS integer NOT NULL;
CREATE TABLE game (id integer PRIMARY KEY, points score);
