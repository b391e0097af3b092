CREATE SCHEMA ext_one;
CREATE SCHEMA ext_two;
CREATE TABLE song (id integer PRIMARY KEY, title text);
CREATE EXTENSION pg_trgm SCHEMA ext_one;
CREATE INDEX song_title_idx ON song USING gin (title ext_one.gin_trgm_ops);
