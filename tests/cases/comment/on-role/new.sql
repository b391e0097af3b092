CREATE ROLE case_comment_role;
COMMENT ON ROLE case_comment_role IS E'second, with ''quotes'',\na line and a \\ backslash';
