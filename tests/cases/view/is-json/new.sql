CREATE TABLE note (id integer PRIMARY KEY, body text);
CREATE VIEW good AS SELECT id FROM note WHERE body IS JSON;
