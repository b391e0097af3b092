CREATE TABLE pass (id integer PRIMARY KEY, code text);
CREATE UNIQUE INDEX pass_code ON pass (code);
