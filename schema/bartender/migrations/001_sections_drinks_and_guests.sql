-- trueup migration, format 1
-- From: 1:-:25e294b2947486c74c0c3f37bd9d8bd85c8b5a6b9ac088556bc19079bcbae585
-- To: 1:-:8deeb9f68f11cf1e0542aa8cd9a59c7c7123c86485e1f77d8cccf9fd8efc2016
-- Up SHA-256: 254cf56d18f0d78d43e64295976c828bf99bcd2a41df48897ce640ef4522a9d2
-- Down SHA-256: 0638cbc061a8e4ffd067351f3c4d9813986b8276cb491c2d29cc2955baf1a30e
-- Destroys: nothing
-- Proven: up and down on PostgreSQL 15.20

-- Schema Change: Up
CREATE SCHEMA cocktails;
CREATE TABLE cocktails.drinks (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    section_id uuid NOT NULL,
    name text NOT NULL,
    price numeric(8,2) NOT NULL,
    available boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE cocktails.sections (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE cocktails.users (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE cocktails.drinks ADD CONSTRAINT drinks_pkey PRIMARY KEY (id);
ALTER TABLE cocktails.sections ADD CONSTRAINT sections_pkey PRIMARY KEY (id);
ALTER TABLE cocktails.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
ALTER TABLE cocktails.sections ADD CONSTRAINT sections_name_key UNIQUE (name);
ALTER TABLE cocktails.drinks ADD CONSTRAINT drinks_price_check CHECK (price >= 0);
CREATE INDEX drinks_section_id_idx ON cocktails.drinks (section_id);

-- Schema Change: Down
-- destroys table cocktails.drinks
DROP TABLE cocktails.drinks;
-- destroys table cocktails.sections
DROP TABLE cocktails.sections;
-- destroys table cocktails.users
DROP TABLE cocktails.users;
DROP SCHEMA cocktails;
