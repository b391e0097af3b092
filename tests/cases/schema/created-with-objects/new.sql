CREATE SCHEMA greenhouse
  CREATE TABLE bed (id integer PRIMARY KEY, plant text)
  CREATE VIEW planted AS SELECT id, plant FROM greenhouse.bed WHERE plant IS NOT NULL;
