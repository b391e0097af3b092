CREATE TABLE trip (a integer CHECK (a > 0) CHECK (a < 900), b integer, CHECK (a < b), CHECK (b - a < 500));
