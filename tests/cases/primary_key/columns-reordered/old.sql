CREATE TABLE seat (row_no integer, number integer, PRIMARY KEY (row_no, number));
