CREATE ROLE case_language_old; CREATE ROLE case_language_new; CREATE ROLE case_language_guest;
CREATE TRUSTED LANGUAGE mine HANDLER pg_catalog.plpgsql_call_handler;
ALTER LANGUAGE mine OWNER TO case_language_new;
REVOKE USAGE ON LANGUAGE mine FROM PUBLIC;
GRANT USAGE ON LANGUAGE mine TO case_language_guest;
COMMENT ON LANGUAGE mine IS 'another name';
