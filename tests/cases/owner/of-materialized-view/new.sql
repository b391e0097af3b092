CREATE ROLE case_owner_materialized_view_old;
CREATE ROLE case_owner_materialized_view_new;
CREATE MATERIALIZED VIEW one AS SELECT 1 AS n;
ALTER MATERIALIZED VIEW one OWNER TO case_owner_materialized_view_new;
