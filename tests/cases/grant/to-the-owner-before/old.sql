CREATE ROLE case_grant_once_owner;
CREATE VIEW pane AS SELECT 1 AS side;
GRANT SELECT (side) ON pane TO case_grant_once_owner;
