CREATE TABLE seat (row integer, span int4range) PARTITION BY LIST (row);
CREATE TABLE seat1 PARTITION OF seat FOR VALUES IN (1);
