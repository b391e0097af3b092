CREATE OR REPLACE PROCEDURAL LANGUAGE other HANDLER pg_catalog.plpgsql_call_handler;
ALTER LANGUAGE other RENAME TO mine;
