-- trueup snapshot, format 1
-- PostgreSQL: 15.20 (150020)
-- Fingerprint: 1:-:64697c4f1f1c7df73cc7eef45e9883fc44070e6a00871868e16d2cbd95492264
-- SHA-256: 7582c3a889090d764ee2492bd2de988e3fed5fd0e54220e2dc49922330d9a304
-- Read by: trueup_user
-- Role: lambda_drink_reader
-- Role: lambda_drink_writer
-- Role: pg_checkpoint
-- Role: pg_database_owner
-- Role: pg_execute_server_program
-- Role: pg_monitor
-- Role: pg_read_all_data
-- Role: pg_read_all_settings
-- Role: pg_read_all_stats
-- Role: pg_read_server_files
-- Role: pg_signal_backend
-- Role: pg_stat_scan_tables
-- Role: pg_write_all_data
-- Role: pg_write_server_files
-- Role: trueup_superuser
-- Role: trueup_user

CREATE SCHEMA cocktails;
GRANT USAGE ON SCHEMA cocktails TO lambda_drink_reader;
GRANT USAGE ON SCHEMA cocktails TO lambda_drink_writer;

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

CREATE TABLE cocktails.drinks (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    section_id uuid NOT NULL,
    name text NOT NULL,
    price numeric(8,2) NOT NULL,
    available boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    description text
);
GRANT SELECT ON TABLE cocktails.drinks TO lambda_drink_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE cocktails.drinks TO lambda_drink_writer;

CREATE TABLE cocktails.orders (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    drink_id uuid NOT NULL,
    quantity integer DEFAULT 1 NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
GRANT SELECT ON TABLE cocktails.orders TO lambda_drink_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE cocktails.orders TO lambda_drink_writer;

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

CREATE TABLE cocktails.sections (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
GRANT SELECT ON TABLE cocktails.sections TO lambda_drink_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE cocktails.sections TO lambda_drink_writer;

CREATE TABLE cocktails.users (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
GRANT SELECT ON TABLE cocktails.users TO lambda_drink_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE cocktails.users TO lambda_drink_writer;

ALTER TABLE cocktails.app_users ADD CONSTRAINT app_users_pkey PRIMARY KEY (id);

ALTER TABLE cocktails.drinks ADD CONSTRAINT drinks_pkey PRIMARY KEY (id);

ALTER TABLE cocktails.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

ALTER TABLE cocktails.refresh_tokens ADD CONSTRAINT refresh_tokens_pkey PRIMARY KEY (id);

ALTER TABLE cocktails.registration_codes ADD CONSTRAINT registration_codes_pkey PRIMARY KEY (code);

ALTER TABLE cocktails.sections ADD CONSTRAINT sections_pkey PRIMARY KEY (id);

ALTER TABLE cocktails.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);

ALTER TABLE cocktails.app_users ADD CONSTRAINT app_users_email_key UNIQUE (email);

ALTER TABLE cocktails.drinks ADD CONSTRAINT drinks_section_id_name_key UNIQUE (section_id, name);

ALTER TABLE cocktails.refresh_tokens ADD CONSTRAINT refresh_tokens_token_hash_key UNIQUE (token_hash);

ALTER TABLE cocktails.sections ADD CONSTRAINT sections_name_key UNIQUE (name);

ALTER TABLE cocktails.drinks ADD CONSTRAINT drinks_price_check CHECK ((price >= (0)::numeric));

ALTER TABLE cocktails.orders ADD CONSTRAINT orders_quantity_check CHECK ((quantity > 0));

ALTER TABLE cocktails.orders ADD CONSTRAINT orders_status_check CHECK ((status = ANY (ARRAY['open'::text, 'mixing'::text, 'served'::text, 'cancelled'::text])));

CREATE INDEX orders_status_created_at_idx ON cocktails.orders (status, created_at);

CREATE INDEX orders_user_id_idx ON cocktails.orders (user_id);

CREATE INDEX refresh_tokens_app_user_id_idx ON cocktails.refresh_tokens (app_user_id);
