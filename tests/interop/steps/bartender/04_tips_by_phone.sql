-- into: tips.sql
CREATE DOMAIN cocktails.amount AS numeric(8,2) CHECK (VALUE >= 0);
CREATE TYPE cocktails.tip_kind AS ENUM ('cash', 'card', 'phone');
CREATE TABLE cocktails.tips (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES cocktails.users (id) ON DELETE CASCADE,
  amount cocktails.amount NOT NULL,
  kind cocktails.tip_kind NOT NULL DEFAULT 'phone'
);
CREATE INDEX tips_user_id_idx ON cocktails.tips (user_id) WHERE kind = 'phone';
