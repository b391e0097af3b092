-- trueup migration, format 1
-- From: 1:-:57cc29339dfdd765048e49b3b40f250c69038fe501d2fda97b40448e30c864c1
-- To: 1:-:c964c7740662fac0233e881c7cd1727bf5e68d40e228253ca1433a478116ace5
-- Up SHA-256: 2f7a49f3f0d55b521c1848f2c4df97116e2c02cbbfffbd6dd617d197fa47e8e1
-- Down SHA-256: 2bbfe679b55723d487c98cc978e59260989bf472c711ae4eeab453ac940d96c9
-- Destroys: nothing
-- Proven: up and down on PostgreSQL 15.20; 4 of 4 tables held rows while it was tried

-- Schema Change: Up
COMMENT ON COLUMN public.orders.total_amount IS 'sum of the items at the time of ordering';
ALTER TABLE public.cart_items ADD CONSTRAINT cart_items_once UNIQUE (cart_id, product_id);
ALTER TABLE public.order_items ADD CONSTRAINT order_items_once UNIQUE (order_id, product_id);
ALTER TABLE public.orders ADD CONSTRAINT orders_status_check CHECK (status IN ('pending', 'paid', 'shipped', 'delivered', 'cancelled'));
CREATE INDEX order_items_product_id_idx ON public.order_items (product_id);
CREATE INDEX orders_open_idx ON public.orders (created_at) WHERE status IN ('pending', 'paid');
DROP INDEX public.cart_items_cart_id_idx;
DROP INDEX public.order_items_order_id_idx;
DROP INDEX public.orders_customer_id_idx;
CREATE INDEX orders_customer_id_idx ON public.orders (customer_id, created_at DESC);

-- Schema Change: Down
ALTER TABLE public.orders DROP CONSTRAINT orders_status_check;
COMMENT ON COLUMN public.orders.total_amount IS NULL;
CREATE INDEX cart_items_cart_id_idx ON public.cart_items (cart_id);
CREATE INDEX order_items_order_id_idx ON public.order_items (order_id);
DROP INDEX public.order_items_product_id_idx;
DROP INDEX public.orders_customer_id_idx;
CREATE INDEX orders_customer_id_idx ON public.orders (customer_id);
DROP INDEX public.orders_open_idx;
ALTER TABLE public.cart_items DROP CONSTRAINT cart_items_once;
ALTER TABLE public.order_items DROP CONSTRAINT order_items_once;
