CREATE TABLE animal (name text NOT NULL, legs smallint DEFAULT 4);
CREATE TABLE bird (wings smallint) INHERITS (animal);
