CREATE COLLATION sorted (locale = 'C');
