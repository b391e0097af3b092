CREATE TABLE shop (id integer PRIMARY KEY);
CREATE TABLE sale (id integer, shop integer REFERENCES shop, day date) PARTITION BY RANGE (day);
CREATE TABLE sale_a PARTITION OF sale FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE INDEX sale_day_idx ON sale (day);
