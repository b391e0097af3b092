CREATE TABLE shift (during int4range, EXCLUDE USING gist (during WITH &&));
