CREATE SCHEMA words;
CREATE COLLATION words.sorted (lc_collate = 'C', lc_ctype = 'C');
