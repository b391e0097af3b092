INSERT INTO carts (customer_id) VALUES ('ada'), ('grace'), ('linus');

INSERT INTO cart_items (cart_id, product_id, product_name, price, quantity)
SELECT c.id, p.product_id, p.product_name, p.price, p.quantity
FROM carts c
JOIN (VALUES
  ('ada', 1, 'teapot', 24.50, 1),
  ('ada', 2, 'cup', 6.00, 4),
  ('grace', 3, 'kettle', 39.90, 1)
) AS p (customer_id, product_id, product_name, price, quantity) USING (customer_id);
