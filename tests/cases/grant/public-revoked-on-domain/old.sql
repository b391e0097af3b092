CREATE DOMAIN short AS text;
