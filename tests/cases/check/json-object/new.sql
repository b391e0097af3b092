CREATE TABLE note (id integer PRIMARY KEY, body text, CONSTRAINT sound CHECK (body IS JSON OBJECT));
