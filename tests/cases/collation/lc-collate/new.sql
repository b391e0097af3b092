CREATE SCHEMA words;
CREATE COLLATION words.sorted (lc_collate = 'POSIX', lc_ctype = 'C');
