CREATE ROLE case_grant_once_owner;
CREATE VIEW pane AS SELECT 1 AS side;
ALTER VIEW pane OWNER TO case_grant_once_owner;
GRANT SELECT (side) ON pane TO case_grant_once_owner;
