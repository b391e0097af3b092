CREATE TABLE seat (row_no integer, number integer, PRIMARY KEY (number, row_no));
