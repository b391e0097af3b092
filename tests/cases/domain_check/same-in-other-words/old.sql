CREATE DOMAIN size AS text CONSTRAINT size_known CHECK (VALUE IN ('s', 'm', 'l'));
