CREATE ROLE case_grant_view_a;
CREATE ROLE case_grant_view_b;
CREATE VIEW one AS SELECT 1 AS n;
GRANT SELECT ON one TO case_grant_view_b;
GRANT DELETE ON one TO case_grant_view_b;
