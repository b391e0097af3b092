CREATE TABLE t (
  id integer, a integer, b integer,
  CONSTRAINT t_alone EXCLUDE (a WITH =) -- trueup: renamed from t_first
);
