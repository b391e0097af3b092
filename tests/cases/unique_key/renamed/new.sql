CREATE TABLE t (
  id integer, a integer, b integer,
  CONSTRAINT t_pair UNIQUE (a, b) -- trueup: renamed from t_first
);
