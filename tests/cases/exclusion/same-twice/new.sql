CREATE TABLE slot (during int4range, EXCLUDE USING gist (during WITH &&), EXCLUDE USING gist (during WITH &&));
