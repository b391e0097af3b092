CREATE DOMAIN score AS integer;
CREATE TABLE game (id integer PRIMARY KEY, points score);
