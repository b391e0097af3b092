-- into: sales.sql
CREATE MATERIALIZED VIEW cocktails.sales AS
  SELECT d.section_id, sum(o.quantity * d.price) AS total
  FROM cocktails.orders o JOIN cocktails.drinks d ON d.id = o.drink_id
  GROUP BY d.section_id;
CREATE UNIQUE INDEX sales_section_idx ON cocktails.sales (section_id);
