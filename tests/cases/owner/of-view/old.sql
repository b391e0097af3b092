CREATE ROLE case_owner_view_old;
CREATE ROLE case_owner_view_new;
CREATE VIEW one AS SELECT 1 AS n;
ALTER VIEW one OWNER TO case_owner_view_old;
