CREATE TABLE fish (id integer, code text);
CREATE TABLE a_pike () INHERITS (fish);
