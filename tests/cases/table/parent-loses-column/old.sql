CREATE TABLE animal (name text NOT NULL, legs smallint);
CREATE TABLE dog (breed text) INHERITS (animal);
