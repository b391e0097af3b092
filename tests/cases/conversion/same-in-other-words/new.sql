CREATE SCHEMA elsewhere;
CREATE CONVERSION elsewhere.other FOR 'iso-8859-1' TO 'utf-8' FROM pg_catalog.iso8859_1_to_utf8;
ALTER CONVERSION elsewhere.other RENAME TO mine;
ALTER CONVERSION elsewhere.mine SET SCHEMA public;
DROP SCHEMA elsewhere;
