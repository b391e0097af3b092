CREATE TABLE animal (name text NOT NULL, legs smallint);
CREATE TABLE dog (name text NOT NULL, legs smallint, breed text);
