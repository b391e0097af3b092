CREATE SCHEMA north;
CREATE SCHEMA south;
CREATE TABLE north.tree (id integer PRIMARY KEY, height integer);
CREATE TABLE south.tree (id integer PRIMARY KEY, height integer);
SET search_path TO north;
CREATE VIEW public.trees AS SELECT id, height FROM tree;
