CREATE TABLE t (
  id integer,
  CONSTRAINT t_key PRIMARY KEY (id) -- trueup: renamed from t_first
);
CREATE TABLE c (t_id integer REFERENCES t (id));
