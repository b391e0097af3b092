-- into: reviews.sql
CREATE TYPE mood AS ENUM ('happy', 'calm', 'sad');
CREATE TABLE reviews (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  cart_id integer NOT NULL REFERENCES carts (id),
  mood mood NOT NULL DEFAULT 'calm',
  rated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX reviews_cart_idx ON reviews (cart_id) WHERE mood <> 'sad';
