CREATE TABLE trip (
  kind varchar(10), seats int, start date, price numeric,
  CONSTRAINT c1 CHECK (kind IN ('bus', 'tram')),
  CONSTRAINT c2 CHECK (seats BETWEEN 1 AND 60),
  CONSTRAINT c3 CHECK (start > '2020-01-01'),
  CONSTRAINT c4 CHECK (kind LIKE 'b%'),
  CONSTRAINT c5 CHECK (price != 0),
  CONSTRAINT c6 CHECK (coalesce(seats, 0) > -1)
);
