-- trueup snapshot, format 1
-- PostgreSQL: 15.20 (150020)
-- Fingerprint: 1:-:c964c7740662fac0233e881c7cd1727bf5e68d40e228253ca1433a478116ace5
-- SHA-256: c9575d268e5d60fa7c92a0600e5ba1a0909f6b3a868aa6bf7edfe83974fd89c3
-- Read by: trueup_user
-- Role: pg_checkpoint
-- Role: pg_database_owner
-- Role: pg_execute_server_program
-- Role: pg_monitor
-- Role: pg_read_all_data
-- Role: pg_read_all_settings
-- Role: pg_read_all_stats
-- Role: pg_read_server_files
-- Role: pg_signal_backend
-- Role: pg_stat_scan_tables
-- Role: pg_write_all_data
-- Role: pg_write_server_files
-- Role: trueup_superuser
-- Role: trueup_user

CREATE SEQUENCE public.cart_items_id_seq AS integer;

CREATE SEQUENCE public.carts_id_seq AS integer;

CREATE SEQUENCE public.order_items_id_seq AS integer;

CREATE SEQUENCE public.orders_id_seq AS integer;

CREATE FUNCTION public.touch_updated_at() RETURNS trigger
 LANGUAGE plpgsql
AS $$
BEGIN
  NEW.updated_at := CURRENT_TIMESTAMP;
  RETURN NEW;
END
$$;

CREATE TABLE public.cart_items (
    id integer DEFAULT nextval('public.cart_items_id_seq'::regclass) NOT NULL,
    cart_id integer NOT NULL,
    product_id integer NOT NULL,
    product_name character varying(200) NOT NULL,
    price numeric(10,2) NOT NULL,
    quantity integer DEFAULT 1 NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

ALTER SEQUENCE public.cart_items_id_seq OWNED BY public.cart_items.id;

CREATE TABLE public.carts (
    id integer DEFAULT nextval('public.carts_id_seq'::regclass) NOT NULL,
    customer_id character varying(64) NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

ALTER SEQUENCE public.carts_id_seq OWNED BY public.carts.id;

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
    status character varying(20) DEFAULT 'pending'::character varying NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
COMMENT ON COLUMN public.orders.total_amount IS 'sum of the items at the time of ordering';

ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;

ALTER TABLE public.cart_items ADD CONSTRAINT cart_items_pkey PRIMARY KEY (id);

ALTER TABLE public.carts ADD CONSTRAINT carts_pkey PRIMARY KEY (id);

ALTER TABLE public.order_items ADD CONSTRAINT order_items_pkey PRIMARY KEY (id);

ALTER TABLE public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

ALTER TABLE public.cart_items ADD CONSTRAINT cart_items_once UNIQUE (cart_id, product_id);

ALTER TABLE public.carts ADD CONSTRAINT carts_customer_id_key UNIQUE (customer_id);

ALTER TABLE public.order_items ADD CONSTRAINT order_items_once UNIQUE (order_id, product_id);

ALTER TABLE public.cart_items ADD CONSTRAINT cart_items_price_check CHECK ((price >= (0)::numeric));

ALTER TABLE public.cart_items ADD CONSTRAINT cart_items_quantity_check CHECK ((quantity > 0));

ALTER TABLE public.order_items ADD CONSTRAINT order_items_price_check CHECK ((price >= (0)::numeric));

ALTER TABLE public.order_items ADD CONSTRAINT order_items_quantity_check CHECK ((quantity > 0));

ALTER TABLE public.orders ADD CONSTRAINT orders_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'paid'::character varying, 'shipped'::character varying, 'delivered'::character varying, 'cancelled'::character varying])::text[])));

ALTER TABLE public.orders ADD CONSTRAINT orders_total_amount_check CHECK ((total_amount >= (0)::numeric));

CREATE INDEX order_items_product_id_idx ON public.order_items (product_id);

CREATE INDEX orders_customer_id_idx ON public.orders (customer_id, created_at DESC);

CREATE INDEX orders_open_idx ON public.orders (created_at) WHERE ((status)::text = ANY ((ARRAY['pending'::character varying, 'paid'::character varying])::text[]));

ALTER TABLE public.cart_items ADD CONSTRAINT cart_items_cart_id_fkey FOREIGN KEY (cart_id) REFERENCES public.carts (id) ON DELETE CASCADE;

ALTER TABLE public.order_items ADD CONSTRAINT order_items_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders (id) ON DELETE CASCADE;

CREATE TRIGGER cart_items_touch BEFORE UPDATE ON public.cart_items FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();

CREATE TRIGGER carts_touch BEFORE UPDATE ON public.carts FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();

CREATE TRIGGER orders_touch BEFORE UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();
