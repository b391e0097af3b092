-- caught: with a column
ALTER TABLE orders ADD COLUMN id uuid PRIMARY KEY;

-- harmless: the table is new
CREATE TABLE public.orders (id int);
ALTER TABLE ONLY orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
