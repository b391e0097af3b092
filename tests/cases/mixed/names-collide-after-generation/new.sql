-- Both keys, both checks and both indexes would be called the same, as would what follows from long names.
CREATE TABLE a (b_c integer UNIQUE CHECK (b_c > 0), b integer, id serial PRIMARY KEY);
CREATE TABLE a_b (c integer UNIQUE CHECK (c > 0));
CREATE INDEX ON a (b_c, b);
CREATE INDEX ON a (b_c, b) WHERE b > 0;
CREATE INDEX ON a_b (c);
CREATE TABLE a_b_c_key2 (n integer);
CREATE TABLE a_very_long_name_of_a_table_that_fills_nearly_all_of_the_bytes (
  a_long_name_of_a_column_that_is_cut_one integer REFERENCES a,
  a_long_name_of_a_column_that_is_cut_two integer REFERENCES a,
  a_long_name_of_a_column_that_is_cut_six serial UNIQUE,
  a_long_name_of_a_column_that_is_cut_ten integer UNIQUE
);
CREATE INDEX ON a_very_long_name_of_a_table_that_fills_nearly_all_of_the_bytes (a_long_name_of_a_column_that_is_cut_one);
CREATE INDEX ON a_very_long_name_of_a_table_that_fills_nearly_all_of_the_bytes (a_long_name_of_a_column_that_is_cut_two);
