CREATE COLLATION sorted (locale = 'C');
COMMENT ON COLLATION sorted IS 'bytes';
