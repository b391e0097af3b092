CREATE ROLE case_comment_role;
COMMENT ON ROLE case_comment_role IS 'first';
