CREATE VIEW colours (name, code) AS
  VALUES ('red', 1), ('green', 2)
  UNION ALL
  SELECT 'blue', 3
  EXCEPT
  SELECT 'grey', generate_series(1, 3);
