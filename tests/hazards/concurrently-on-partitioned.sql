-- caught: ON ONLY is for partitioned tables
CREATE INDEX CONCURRENTLY i ON ONLY sales (day);

-- harmless: a partition
ALTER TABLE sales ATTACH PARTITION p DEFAULT;
CREATE INDEX CONCURRENTLY i ON p (day);
