CREATE TABLE star (id integer PRIMARY KEY, name text);
CREATE INDEX star_name_idx ON star (lower(name), id, upper(name));
ALTER INDEX star_name_idx ALTER COLUMN 1 SET STATISTICS 400;
