CREATE TABLE trip (a integer CHECK (a > 0), b integer, CHECK (a < b));
