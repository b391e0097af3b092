CREATE TABLE fish (id integer, code bigint);
CREATE TABLE a_pike () INHERITS (fish);
CREATE VIEW a_code AS SELECT code + 1 AS next FROM a_pike;
