CREATE TABLE cocktails.registration_codes (
  code text PRIMARY KEY,
  created_by uuid NOT NULL,
  used_by uuid,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
