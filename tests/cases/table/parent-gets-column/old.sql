CREATE TABLE animal (name text NOT NULL);
CREATE TABLE dog (breed text) INHERITS (animal);
CREATE TABLE puppy (age smallint) INHERITS (dog);
