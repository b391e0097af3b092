CREATE SCHEMA words;
CREATE TABLE words.entry (id integer PRIMARY KEY);
