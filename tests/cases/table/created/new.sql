CREATE TABLE museum (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  opened date DEFAULT CURRENT_DATE,
  visitors bigint CHECK (visitors >= 0)
);
