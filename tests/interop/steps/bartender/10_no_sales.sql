-- into: sales.sql
CREATE VIEW cocktails.sales AS
  SELECT d.section_id, sum(o.quantity * d.price) AS total, count(*) AS orders
  FROM cocktails.orders o JOIN cocktails.drinks d ON d.id = o.drink_id
  WHERE o.status <> 'cancelled'
  GROUP BY d.section_id;
