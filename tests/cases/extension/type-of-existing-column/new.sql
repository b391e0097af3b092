CREATE EXTENSION citext;
CREATE TABLE subscriber (id integer PRIMARY KEY, address citext NOT NULL);
