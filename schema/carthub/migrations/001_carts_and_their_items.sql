-- trueup migration, format 1
-- From: 1:-:25e294b2947486c74c0c3f37bd9d8bd85c8b5a6b9ac088556bc19079bcbae585
-- To: 1:-:a8f87d41240450e10acd038c4e8e953d9022794bcdef0959fa64bf4abd1925c8
-- Up SHA-256: dc3927e5638b42726c146be60803752691994ae31b588421460ef08d41ccee6f
-- Down SHA-256: 930ce50137b29f43235654e863e9ac7bafd3ef293bd475784368f26c31553ecd
-- Destroys: nothing
-- Proven: up and down on PostgreSQL 15.20

-- Schema Change: Up
CREATE SEQUENCE public.cart_items_id_seq AS integer;
CREATE SEQUENCE public.carts_id_seq AS integer;
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
ALTER TABLE public.cart_items ADD CONSTRAINT cart_items_pkey PRIMARY KEY (id);
ALTER TABLE public.carts ADD CONSTRAINT carts_pkey PRIMARY KEY (id);
ALTER TABLE public.carts ADD CONSTRAINT carts_customer_id_key UNIQUE (customer_id);
ALTER TABLE public.cart_items ADD CONSTRAINT cart_items_price_check CHECK (price >= 0);
ALTER TABLE public.cart_items ADD CONSTRAINT cart_items_quantity_check CHECK (quantity > 0);
CREATE INDEX cart_items_cart_id_idx ON public.cart_items (cart_id);
ALTER TABLE public.cart_items ADD CONSTRAINT cart_items_cart_id_fkey FOREIGN KEY (cart_id) REFERENCES public.carts (id) ON DELETE CASCADE;
CREATE TRIGGER cart_items_touch BEFORE UPDATE ON public.cart_items FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();
CREATE TRIGGER carts_touch BEFORE UPDATE ON public.carts FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();

-- Schema Change: Down
ALTER TABLE public.cart_items DROP CONSTRAINT cart_items_cart_id_fkey;
-- destroys table public.cart_items
DROP TABLE public.cart_items;
-- destroys table public.carts
DROP TABLE public.carts;
DROP FUNCTION public.touch_updated_at();
