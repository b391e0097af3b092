-- trueup migration, format 1
-- From: 1:-:8deeb9f68f11cf1e0542aa8cd9a59c7c7123c86485e1f77d8cccf9fd8efc2016
-- To: 1:-:57099eb8938626af0e996bc7a7bd1df4bcead7b59f92a551e63095ef0f675a2c
-- Up SHA-256: 1ab9003a318e668c7cf3e1c08f0c5c56ae4ca8b7bf71c4084dc4b7aa48ca9f32
-- Down SHA-256: b4ed80456b1290d6e7bd7aa2058cf21e2f5a7835cfbd1cb7663e5aecc72eb37f
-- Destroys: nothing
-- Proven: up and down on PostgreSQL 15.20; 3 of 3 tables held rows while it was tried

-- Schema Change: Up
CREATE ROLE lambda_drink_reader;
CREATE ROLE lambda_drink_writer;
GRANT USAGE ON SCHEMA cocktails TO lambda_drink_reader;
GRANT USAGE ON SCHEMA cocktails TO lambda_drink_writer;
GRANT SELECT ON TABLE cocktails.drinks TO lambda_drink_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE cocktails.drinks TO lambda_drink_writer;
CREATE TABLE cocktails.orders (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    drink_id uuid NOT NULL,
    quantity integer DEFAULT 1 NOT NULL,
    status text DEFAULT 'open' NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
GRANT SELECT ON TABLE cocktails.orders TO lambda_drink_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE cocktails.orders TO lambda_drink_writer;
GRANT SELECT ON TABLE cocktails.sections TO lambda_drink_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE cocktails.sections TO lambda_drink_writer;
GRANT SELECT ON TABLE cocktails.users TO lambda_drink_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE cocktails.users TO lambda_drink_writer;
ALTER TABLE cocktails.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
ALTER TABLE cocktails.orders ADD CONSTRAINT orders_quantity_check CHECK (quantity > 0);
ALTER TABLE cocktails.orders ADD CONSTRAINT orders_status_check CHECK (status IN ('open', 'mixing', 'served', 'cancelled'));
CREATE INDEX orders_status_created_at_idx ON cocktails.orders (status, created_at);
CREATE INDEX orders_user_id_idx ON cocktails.orders (user_id);

-- Schema Change: Down
-- destroys table cocktails.orders
DROP TABLE cocktails.orders;
REVOKE USAGE ON SCHEMA cocktails FROM lambda_drink_reader;
REVOKE USAGE ON SCHEMA cocktails FROM lambda_drink_writer;
REVOKE SELECT ON TABLE cocktails.drinks FROM lambda_drink_reader;
REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLE cocktails.drinks FROM lambda_drink_writer;
REVOKE SELECT ON TABLE cocktails.sections FROM lambda_drink_reader;
REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLE cocktails.sections FROM lambda_drink_writer;
REVOKE SELECT ON TABLE cocktails.users FROM lambda_drink_reader;
REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLE cocktails.users FROM lambda_drink_writer;
