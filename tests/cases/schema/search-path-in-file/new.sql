CREATE SCHEMA atlas;
SET search_path TO atlas;
CREATE TABLE country (code text PRIMARY KEY);
CREATE VIEW codes AS SELECT code FROM country;
