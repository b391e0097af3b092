CREATE SCHEMA atlas;
CREATE TABLE atlas.country (code text PRIMARY KEY);
CREATE VIEW atlas.codes AS SELECT country.code FROM atlas.country;
