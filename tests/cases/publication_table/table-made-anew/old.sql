CREATE TABLE tune (id integer, k integer) PARTITION BY LIST (k);
CREATE PUBLICATION radio FOR TABLE tune (id) WITH (publish_via_partition_root);
