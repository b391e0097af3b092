CREATE ROLE case_grant_view_a_wgo;
CREATE VIEW one AS SELECT 1 AS n;
GRANT SELECT ON one TO case_grant_view_a_wgo WITH GRANT OPTION;
