CREATE TABLE shop (id integer PRIMARY KEY);
CREATE TABLE sale (id integer, shop integer, day date) PARTITION BY RANGE (day);
CREATE TABLE sale_a PARTITION OF sale FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
