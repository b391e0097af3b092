CREATE TABLE folder (id integer PRIMARY KEY, parent integer, name text);
CREATE RECURSIVE VIEW tree (id, depth) AS
  SELECT id, 0 FROM folder WHERE parent IS NULL
  UNION ALL
  SELECT f.id, t.depth + 1 FROM folder f JOIN tree t ON f.parent = t.id;
