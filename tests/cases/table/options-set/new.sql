CREATE TABLE log (id bigint PRIMARY KEY, line text) WITH (fillfactor = 70, autovacuum_enabled = off, toast.autovacuum_enabled = false);
