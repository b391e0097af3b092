-- trueup migration, format 1
-- From: 1:-:a8f87d41240450e10acd038c4e8e953d9022794bcdef0959fa64bf4abd1925c8
-- To: 1:-:57cc29339dfdd765048e49b3b40f250c69038fe501d2fda97b40448e30c864c1
-- Up SHA-256: 75e7c67604ca960e2a5cfb8425d4f1c3fd529b2bdb1ae93e2ceb6bbfe4ce744d
-- Down SHA-256: 057a27697cbf063b456e58b05e2e79b593be58071e6445df49a05224e128bda5
-- Destroys: nothing
-- Proven: up and down on PostgreSQL 15.20; 2 of 2 tables held rows while it was tried

-- Schema Change: Up
CREATE SEQUENCE public.order_items_id_seq AS integer;
CREATE SEQUENCE public.orders_id_seq AS integer;
CREATE TABLE public.order_items (
    id integer DEFAULT nextval('public.order_items_id_seq'::regclass) NOT NULL,
    order_id integer NOT NULL,
    product_id integer NOT NULL,
    product_name character varying(200) NOT NULL,
    price numeric(10,2) NOT NULL,
    quantity integer NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
ALTER SEQUENCE public.order_items_id_seq OWNED BY public.order_items.id;
CREATE TABLE public.orders (
    id integer DEFAULT nextval('public.orders_id_seq'::regclass) NOT NULL,
    customer_id character varying(64) NOT NULL,
    total_amount numeric(12,2) NOT NULL,
    status character varying(20) DEFAULT 'pending' NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;
ALTER TABLE public.order_items ADD CONSTRAINT order_items_pkey PRIMARY KEY (id);
ALTER TABLE public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
ALTER TABLE public.order_items ADD CONSTRAINT order_items_price_check CHECK (price >= 0);
ALTER TABLE public.order_items ADD CONSTRAINT order_items_quantity_check CHECK (quantity > 0);
ALTER TABLE public.orders ADD CONSTRAINT orders_total_amount_check CHECK (total_amount >= 0);
CREATE INDEX order_items_order_id_idx ON public.order_items (order_id);
CREATE INDEX orders_customer_id_idx ON public.orders (customer_id);
ALTER TABLE public.order_items ADD CONSTRAINT order_items_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders (id) ON DELETE CASCADE;
CREATE TRIGGER orders_touch BEFORE UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();

-- Schema Change: Down
ALTER TABLE public.order_items DROP CONSTRAINT order_items_order_id_fkey;
-- destroys table public.order_items
DROP TABLE public.order_items;
-- destroys table public.orders
DROP TABLE public.orders;
