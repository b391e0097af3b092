CREATE TABLE animal (name text NOT NULL, legs smallint DEFAULT 4);
CREATE TABLE bird (legs smallint DEFAULT 2, wings smallint) INHERITS (animal);
