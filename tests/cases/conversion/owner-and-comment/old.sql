CREATE ROLE case_conversion_old; CREATE ROLE case_conversion_new;
GRANT CREATE ON SCHEMA public TO case_conversion_old, case_conversion_new;
CREATE CONVERSION mine FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
ALTER CONVERSION mine OWNER TO case_conversion_old;
