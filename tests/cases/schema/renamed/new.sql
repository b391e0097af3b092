CREATE SCHEMA store; -- trueup: renamed from shop
CREATE TYPE store.state AS ENUM ('new', 'sent');
CREATE TABLE store.orders (id serial PRIMARY KEY, state store.state DEFAULT 'new');
CREATE FUNCTION store.next_state(store.state) RETURNS store.state LANGUAGE sql AS 'SELECT $1';
CREATE VIEW public.open_orders AS SELECT id, store.next_state(state) AS next FROM store.orders WHERE state = 'new';
