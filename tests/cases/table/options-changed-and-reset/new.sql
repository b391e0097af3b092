CREATE TABLE log (id bigint PRIMARY KEY, line text) WITH (fillfactor = 90, toast_tuple_target = 4000);
