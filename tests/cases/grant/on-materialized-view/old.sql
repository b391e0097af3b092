CREATE ROLE case_grant_materialized_view_a;
CREATE ROLE case_grant_materialized_view_b;
CREATE MATERIALIZED VIEW one AS SELECT 1 AS n;
GRANT SELECT ON one TO case_grant_materialized_view_a;
