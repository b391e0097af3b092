CREATE TABLE animal (name character varying(40), legs integer);
CREATE TABLE dog (breed text) INHERITS (animal);
