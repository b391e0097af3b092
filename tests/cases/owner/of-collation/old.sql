CREATE ROLE case_collator;
CREATE COLLATION sorted (locale = 'C');
