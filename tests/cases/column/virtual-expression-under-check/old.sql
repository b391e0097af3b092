CREATE TABLE box (id integer PRIMARY KEY, w integer CHECK (w > 0), double integer GENERATED ALWAYS AS (w * 2) VIRTUAL);
