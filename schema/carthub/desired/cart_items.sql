CREATE TABLE cart_items (
  id serial PRIMARY KEY,
  cart_id integer NOT NULL REFERENCES carts ON DELETE CASCADE,
  product_id integer NOT NULL,
  product_name varchar(200) NOT NULL,
  price decimal(10,2) NOT NULL CHECK (price >= 0),
  quantity integer NOT NULL DEFAULT 1 CHECK (quantity > 0),
  created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- a product stands in a cart once, with a quantity; this also serves look-ups by cart
  CONSTRAINT cart_items_once UNIQUE (cart_id, product_id)
);

CREATE TRIGGER cart_items_touch BEFORE UPDATE ON cart_items
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
