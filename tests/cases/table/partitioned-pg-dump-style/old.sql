CREATE TABLE sale (id bigint NOT NULL, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE sale_a PARTITION OF sale FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE INDEX sale_day_idx ON sale (day);
