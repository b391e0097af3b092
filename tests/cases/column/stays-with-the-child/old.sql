CREATE TABLE fish (id integer);
CREATE TABLE a_pike () INHERITS (fish);
