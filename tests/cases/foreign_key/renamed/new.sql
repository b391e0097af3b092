CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (id integer, p_id integer);
ALTER TABLE t ADD CONSTRAINT t_parent FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE CASCADE; -- trueup: renamed from t_first
