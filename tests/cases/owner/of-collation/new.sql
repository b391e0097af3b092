CREATE ROLE case_collator;
CREATE ROLE case_collator_before;
GRANT CREATE ON SCHEMA public TO case_collator, case_collator_before;
CREATE COLLATION sorted (locale = 'C');
ALTER COLLATION sorted OWNER TO case_collator;
