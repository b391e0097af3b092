-- trueup migration, format 1
-- From: 1:-:57099eb8938626af0e996bc7a7bd1df4bcead7b59f92a551e63095ef0f675a2c
-- To: 1:-:64697c4f1f1c7df73cc7eef45e9883fc44070e6a00871868e16d2cbd95492264
-- Up SHA-256: 3dc37cf24e949be7dc08787b7a184afede4f0d774b8d9cd7359dffaf3688ea71
-- Down SHA-256: d29ad97e2ecd64bc6c0757c1d2cfbb7278426a079f09e053052de45cee90d6a2
-- Destroys: nothing
-- Proven: up and down on PostgreSQL 15.20; 4 of 4 tables held rows while it was tried; table cocktails.drinks has its columns in another order: id, section_id, name, price, available, created_at, updated_at, description

-- Schema Change: Up
CREATE TABLE cocktails.app_users (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    email text NOT NULL,
    password_hash text NOT NULL,
    is_admin boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
GRANT SELECT ON TABLE cocktails.app_users TO lambda_drink_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE cocktails.app_users TO lambda_drink_writer;
CREATE TABLE cocktails.refresh_tokens (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    app_user_id uuid NOT NULL,
    token_hash text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
GRANT SELECT ON TABLE cocktails.refresh_tokens TO lambda_drink_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE cocktails.refresh_tokens TO lambda_drink_writer;
CREATE TABLE cocktails.registration_codes (
    code text NOT NULL,
    created_by uuid NOT NULL,
    used_by uuid,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
GRANT SELECT ON TABLE cocktails.registration_codes TO lambda_drink_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE cocktails.registration_codes TO lambda_drink_writer;
ALTER TABLE cocktails.drinks ADD COLUMN description text;
ALTER TABLE cocktails.app_users ADD CONSTRAINT app_users_pkey PRIMARY KEY (id);
ALTER TABLE cocktails.refresh_tokens ADD CONSTRAINT refresh_tokens_pkey PRIMARY KEY (id);
ALTER TABLE cocktails.registration_codes ADD CONSTRAINT registration_codes_pkey PRIMARY KEY (code);
ALTER TABLE cocktails.app_users ADD CONSTRAINT app_users_email_key UNIQUE (email);
ALTER TABLE cocktails.drinks ADD CONSTRAINT drinks_section_id_name_key UNIQUE (section_id, name);
ALTER TABLE cocktails.refresh_tokens ADD CONSTRAINT refresh_tokens_token_hash_key UNIQUE (token_hash);
CREATE INDEX refresh_tokens_app_user_id_idx ON cocktails.refresh_tokens (app_user_id);
DROP INDEX cocktails.drinks_section_id_idx;

-- Schema Change: Down
CREATE INDEX drinks_section_id_idx ON cocktails.drinks (section_id);
ALTER TABLE cocktails.drinks DROP CONSTRAINT drinks_section_id_name_key;
-- destroys column cocktails.drinks.description
ALTER TABLE cocktails.drinks DROP COLUMN description;
-- destroys table cocktails.app_users
DROP TABLE cocktails.app_users;
-- destroys table cocktails.refresh_tokens
DROP TABLE cocktails.refresh_tokens;
-- destroys table cocktails.registration_codes
DROP TABLE cocktails.registration_codes;
