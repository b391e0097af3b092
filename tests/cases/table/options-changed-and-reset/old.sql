CREATE TABLE log (id bigint PRIMARY KEY, line text) WITH (fillfactor = 70, autovacuum_vacuum_threshold = 500);
