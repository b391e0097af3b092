CREATE TABLE jug (id integer PRIMARY KEY, n integer CONSTRAINT full_up CHECK (n > 0) NOT ENFORCED);
