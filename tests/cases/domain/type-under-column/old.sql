CREATE DOMAIN code AS character varying(10);
CREATE TABLE part (id integer PRIMARY KEY, code code NOT NULL);
CREATE VIEW part_codes AS SELECT code FROM part;
