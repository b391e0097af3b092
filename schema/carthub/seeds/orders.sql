INSERT INTO orders (customer_id, total_amount, status) VALUES ('linus', 48.50, 'paid'), ('ada', 12.00, 'delivered');

INSERT INTO order_items (order_id, product_id, product_name, price, quantity)
SELECT o.id, p.product_id, p.product_name, p.price, p.quantity
FROM orders o
JOIN (VALUES
  ('linus', 1, 'teapot', 24.50, 1),
  ('linus', 2, 'cup', 6.00, 4),
  ('ada', 2, 'cup', 6.00, 2)
) AS p (customer_id, product_id, product_name, price, quantity) USING (customer_id);
