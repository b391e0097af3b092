CREATE TABLE day (d date NOT NULL, n integer) PARTITION BY RANGE (d);
CREATE TABLE day_1 PARTITION OF day FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE PUBLICATION radio FOR TABLE day WHERE (d > '2024-06-01') WITH (publish_via_partition_root = true);
