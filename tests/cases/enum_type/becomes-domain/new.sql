CREATE DOMAIN flavour AS text CHECK (VALUE IN ('sweet', 'sour'));
CREATE TABLE fruit (id integer PRIMARY KEY, flavour flavour);
