-- into: reviews.sql
CREATE TYPE mood AS ENUM ('happy', 'sad');
CREATE TABLE reviews (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  cart_id integer NOT NULL REFERENCES carts (id),
  mood mood NOT NULL DEFAULT 'happy',
  body text
);
