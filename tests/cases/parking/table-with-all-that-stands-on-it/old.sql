CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION public.fine(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 <> '' $$;
CREATE TABLE public.customers (id integer PRIMARY KEY, name text);
CREATE TABLE public.orders (
    id integer PRIMARY KEY,
    customer integer REFERENCES public.customers,
    previous integer REFERENCES public.orders,
    note text CONSTRAINT note_is_fine CHECK (public.fine(note)),
    during int4range,
    EXCLUDE USING gist (during WITH &&)
);
CREATE INDEX orders_note ON public.orders (note) WHERE public.fine(note);
CREATE STATISTICS public.orders_stats ON customer, note FROM public.orders;
CREATE TRIGGER touched BEFORE UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.touch();
ALTER TABLE public.orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON public.orders USING (public.fine(note));
CREATE RULE quiet AS ON DELETE TO public.orders DO INSTEAD NOTHING;
CREATE VIEW public.open_orders AS SELECT id, note FROM public.orders WHERE public.fine(note);
CREATE MATERIALIZED VIEW public.counted AS SELECT count(*) AS n FROM public.open_orders;
CREATE TABLE public.lines (id integer PRIMARY KEY, order_id integer REFERENCES public.orders);
ALTER TABLE public.orders REPLICA IDENTITY USING INDEX orders_pkey;
ALTER TABLE public.orders CLUSTER ON orders_pkey;
CREATE PUBLICATION feed FOR TABLE public.orders, public.customers;
