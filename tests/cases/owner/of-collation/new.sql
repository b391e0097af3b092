CREATE ROLE case_collator;
GRANT CREATE ON SCHEMA public TO case_collator;
CREATE COLLATION sorted (locale = 'C');
ALTER COLLATION sorted OWNER TO case_collator;
