CREATE TABLE note (a integer, b integer);
