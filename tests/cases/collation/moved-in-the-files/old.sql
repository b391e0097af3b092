CREATE SCHEMA words;
CREATE SCHEMA attic;
CREATE COLLATION words.sorted (locale = 'C');
