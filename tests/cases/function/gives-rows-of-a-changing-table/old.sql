CREATE TABLE zoo (old_one integer);
