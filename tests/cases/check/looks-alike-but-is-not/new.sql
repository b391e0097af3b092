CREATE TABLE trip (a integer, b integer, name text,
  CONSTRAINT c1 CHECK ((a = 1 OR b = 2) AND a = 3), CONSTRAINT c2 CHECK (name = 'X'), CONSTRAINT c3 CHECK (a IN (2, 1)));
