CREATE TYPE couple AS ( -- trueup: renamed from pair
  a integer,
  second text -- trueup: renamed from b
);
CREATE TABLE t (id integer, p couple);
