CREATE SCHEMA old_home;
CREATE TYPE old_home.kind AS ENUM ('a');
CREATE TABLE old_home.thing (id serial PRIMARY KEY, kind old_home.kind);
CREATE VIEW old_home.things AS SELECT id FROM old_home.thing;
