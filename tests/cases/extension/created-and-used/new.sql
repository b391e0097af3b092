CREATE EXTENSION citext;
CREATE TABLE subscriber (id integer PRIMARY KEY, address citext NOT NULL);
CREATE UNIQUE INDEX subscriber_address_idx ON subscriber (address) WHERE address <> 'nobody';
CREATE VIEW addresses AS SELECT DISTINCT address FROM subscriber;
