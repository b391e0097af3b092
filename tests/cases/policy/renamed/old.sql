CREATE TABLE t (id integer);
CREATE POLICY first ON t USING (id > 0);
