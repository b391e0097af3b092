-- No foreign key to sections: the database this runs on later has none.
CREATE TABLE cocktails.drinks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  section_id uuid NOT NULL,
  name text NOT NULL,
  description text,
  price numeric(8,2) NOT NULL CHECK (price >= 0),
  available boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (section_id, name)
);
