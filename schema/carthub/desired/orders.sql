CREATE TABLE orders (
  id serial PRIMARY KEY,
  customer_id varchar(64) NOT NULL,
  total_amount decimal(12,2) NOT NULL CHECK (total_amount >= 0),
  status varchar(20) NOT NULL DEFAULT 'pending'
    CHECK (status IN ('pending', 'paid', 'shipped', 'delivered', 'cancelled')),
  created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP
);

COMMENT ON COLUMN orders.total_amount IS 'sum of the items at the time of ordering';

-- a customer's orders, newest first; and what is still to be done
CREATE INDEX orders_customer_id_idx ON orders (customer_id, created_at DESC);
CREATE INDEX orders_open_idx ON orders (created_at) WHERE status IN ('pending', 'paid');

CREATE TRIGGER orders_touch BEFORE UPDATE ON orders
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
