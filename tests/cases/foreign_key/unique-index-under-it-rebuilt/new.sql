CREATE TABLE pass (id integer PRIMARY KEY, code text);
CREATE TABLE gate (id integer PRIMARY KEY, pass text);
CREATE UNIQUE INDEX pass_code_idx ON pass (code) INCLUDE (id);
ALTER TABLE gate ADD CONSTRAINT gate_pass FOREIGN KEY (pass) REFERENCES pass (code);
