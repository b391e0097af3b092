CREATE TABLE slot (during int4range);
