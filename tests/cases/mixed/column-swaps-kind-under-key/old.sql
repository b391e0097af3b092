CREATE TABLE plan (code text, year integer, PRIMARY KEY (code));
CREATE TABLE step (plan text REFERENCES plan, n integer);
