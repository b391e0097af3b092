CREATE SCHEMA shop;
CREATE TYPE shop.state AS ENUM ('new', 'sent');
CREATE TABLE shop.orders (id serial PRIMARY KEY, state shop.state DEFAULT 'new');
CREATE FUNCTION shop.next_state(shop.state) RETURNS shop.state LANGUAGE sql AS 'SELECT $1';
CREATE VIEW public.open_orders AS SELECT id, shop.next_state(state) AS next FROM shop.orders WHERE state = 'new';
