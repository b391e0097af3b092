CREATE TABLE book (
  id integer PRIMARY KEY,
  price numeric(12,2) DEFAULT 5 CHECK (price > 0),
  with_tax integer GENERATED ALWAYS AS (price * 2) STORED
);
CREATE INDEX book_price_idx ON book (price);
CREATE INDEX book_dear_idx ON book (id) WHERE price > 100;
CREATE MATERIALIZED VIEW prices AS SELECT price, count(*) AS n FROM book GROUP BY price;
CREATE UNIQUE INDEX prices_price_idx ON prices (price);
CREATE FUNCTION price_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER on_price AFTER UPDATE OF price ON book FOR EACH ROW WHEN (OLD.price <> NEW.price) EXECUTE FUNCTION price_changed();
ALTER TABLE book ENABLE ROW LEVEL SECURITY;
CREATE POLICY affordable ON book USING (price < 1000);
