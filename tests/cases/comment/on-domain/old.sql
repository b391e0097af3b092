CREATE DOMAIN short AS text;
COMMENT ON DOMAIN short IS 'first';
