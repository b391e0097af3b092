CREATE TABLE left_side (id integer PRIMARY KEY, other integer);
CREATE TABLE right_side (id integer PRIMARY KEY, other integer);
ALTER TABLE right_side ADD CONSTRAINT link FOREIGN KEY (other) REFERENCES left_side;
