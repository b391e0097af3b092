CREATE TABLE animal (name character varying(20), legs smallint);
CREATE TABLE dog (breed text) INHERITS (animal);
