CREATE DOMAIN year AS integer;
