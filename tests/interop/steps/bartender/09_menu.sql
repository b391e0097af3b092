-- into: menu.sql
CREATE TYPE cocktails.line AS (name text, price numeric(8,2));
CREATE VIEW cocktails.menu AS
  SELECT s.name AS section, array_agg(ROW(d.name, d.price)::cocktails.line ORDER BY d.name) AS lines
  FROM cocktails.sections s LEFT JOIN cocktails.drinks d ON d.section_id = s.id AND d.available
  GROUP BY s.name;
COMMENT ON VIEW cocktails.menu IS 'what there is: 100% of it; {{now}} :soon ${x}';
