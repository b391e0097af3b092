CREATE SCHEMA a_app;
CREATE TABLE a_app.z_parent (id serial PRIMARY KEY);
CREATE TABLE a_app.a_child (id integer PRIMARY KEY, parent integer REFERENCES a_app.z_parent);
CREATE TYPE a_app.z_type AS ENUM ('x');
CREATE DOMAIN a_app.a_domain AS a_app.z_type;
CREATE TABLE a_app.a_table (v a_app.a_domain, w a_app.z_type[]);
CREATE FUNCTION a_app.z_function(t a_app.a_table) RETURNS a_app.z_type LANGUAGE sql IMMUTABLE AS $$ SELECT (t.v)::a_app.z_type $$;
CREATE VIEW a_app.a_view AS SELECT a_app.z_function(t) AS f FROM a_app.a_table t;
CREATE MATERIALIZED VIEW a_app.a_matview AS SELECT count(*) AS n FROM a_app.a_view;
