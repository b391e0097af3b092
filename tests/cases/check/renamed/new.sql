CREATE TABLE t (
  id integer, a integer, b integer,
  CONSTRAINT t_order CHECK (a > b) -- trueup: renamed from t_first
);
