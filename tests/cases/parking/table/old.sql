CREATE TABLE public.kept (id integer PRIMARY KEY);
CREATE TABLE public.orders (
    id bigint PRIMARY KEY,
    note text DEFAULT 'none' NOT NULL,
    total numeric(10, 2) CHECK (total >= 0),
    doubled numeric GENERATED ALWAYS AS (total * 2) STORED,
    at timestamptz DEFAULT now()
);
CREATE INDEX orders_note ON public.orders (note);
CREATE UNIQUE INDEX orders_at ON public.orders (at) WHERE total > 1;
COMMENT ON TABLE public.orders IS 'what was bought';
COMMENT ON COLUMN public.orders.note IS 'free text';
COMMENT ON INDEX public.orders_note IS 'for search';
