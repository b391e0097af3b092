CREATE SCHEMA words;
CREATE SCHEMA attic;
CREATE COLLATION words.sorted (locale = 'C');
ALTER COLLATION words.sorted SET SCHEMA attic;
CREATE COLLATION words.gone (locale = 'C');
DROP COLLATION words.gone;
