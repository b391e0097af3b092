CREATE TABLE t (
  id integer,
  name text /* trueup: renamed from "Name" */
);
