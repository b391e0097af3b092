-- into: tips.sql
CREATE DOMAIN cocktails.amount AS numeric(8,2) CHECK (VALUE >= 0);
CREATE TABLE cocktails.tips (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES cocktails.users (id) ON DELETE CASCADE,
  amount cocktails.amount NOT NULL
);
