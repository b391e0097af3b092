CREATE TABLE pass (code text NOT NULL, CONSTRAINT pass_code PRIMARY KEY (code));
