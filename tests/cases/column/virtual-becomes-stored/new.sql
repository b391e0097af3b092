CREATE TABLE box (id integer PRIMARY KEY, w integer, double integer GENERATED ALWAYS AS (w * 2) STORED);
