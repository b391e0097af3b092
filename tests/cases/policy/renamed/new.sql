CREATE TABLE t (id integer);
CREATE POLICY positive ON t USING (id > 0); -- trueup: renamed from first
