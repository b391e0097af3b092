CREATE TABLE pair (a integer, b integer);
