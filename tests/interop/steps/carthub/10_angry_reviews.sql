-- into: reviews.sql
CREATE TYPE mood AS ENUM ('happy', 'calm', 'sad', 'angry', 'it''s; odd');
CREATE TABLE reviews (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  cart_id integer NOT NULL REFERENCES carts (id),
  mood mood NOT NULL DEFAULT 'calm' CHECK (mood <> 'angry' OR cart_id > 0),
  rated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX reviews_cart_idx ON reviews (cart_id) WHERE mood <> 'it''s; odd';
ALTER TABLE reviews ENABLE ROW LEVEL SECURITY;
CREATE POLICY calm_only ON reviews FOR SELECT USING (mood IN ('calm', 'angry'));
CREATE TRIGGER reviews_touch BEFORE UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
