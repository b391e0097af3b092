CREATE TYPE flavour AS ENUM ('sweet', 'sour');
CREATE TABLE fruit (id integer PRIMARY KEY, flavour flavour);
