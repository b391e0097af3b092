DO $$ BEGIN CREATE ROLE case_by_code NOLOGIN CREATEDB; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'case_by_code_too') THEN
    EXECUTE 'CREATE ROLE case_by_code_too';
  END IF;
END $$;
CREATE TABLE t (id int);
GRANT SELECT ON t TO case_by_code, case_by_code_too;
