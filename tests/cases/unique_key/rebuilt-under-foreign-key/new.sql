CREATE TABLE pass (id integer PRIMARY KEY, code text, CONSTRAINT pass_code UNIQUE (code) INCLUDE (id));
CREATE TABLE gate (id integer PRIMARY KEY, pass text CONSTRAINT gate_pass REFERENCES pass (code));
COMMENT ON CONSTRAINT gate_pass ON gate IS 'who went through';
