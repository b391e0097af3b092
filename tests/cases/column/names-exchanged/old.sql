CREATE TABLE t (a integer, b text, c date);
CREATE INDEX t_a ON t (a);
