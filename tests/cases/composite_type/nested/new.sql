CREATE TYPE point_3d AS (x numeric(8,3), y numeric(8,3), z numeric(8,3));
CREATE TYPE line_3d AS (a point_3d, b point_3d, marks text[]);
CREATE TABLE beam (id integer PRIMARY KEY, axis line_3d);
