CREATE TABLE trip (a integer, b integer);
