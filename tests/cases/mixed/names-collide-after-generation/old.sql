CREATE TABLE a (b_c integer, b integer);
CREATE TABLE a_b (c integer);
