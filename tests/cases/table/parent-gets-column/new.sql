CREATE TABLE animal (name text NOT NULL, legs smallint DEFAULT 4 CHECK (legs > 0));
CREATE TABLE dog (breed text) INHERITS (animal);
CREATE TABLE puppy (age smallint) INHERITS (dog);
