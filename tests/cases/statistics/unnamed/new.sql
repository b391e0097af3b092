CREATE TABLE pair (a integer, b integer);
CREATE STATISTICS ON a, b FROM pair;
