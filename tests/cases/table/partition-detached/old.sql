CREATE TABLE measure (taken date NOT NULL, degrees numeric(4,1)) PARTITION BY RANGE (taken);
CREATE TABLE measure_2023 PARTITION OF measure FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
