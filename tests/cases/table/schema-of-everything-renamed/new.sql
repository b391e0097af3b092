CREATE SCHEMA new_home;
CREATE TYPE new_home.kind AS ENUM ('a');
CREATE TABLE new_home.thing (id serial PRIMARY KEY, kind new_home.kind);
CREATE VIEW new_home.things AS SELECT id FROM new_home.thing;
