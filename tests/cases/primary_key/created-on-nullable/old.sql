CREATE TABLE seat (row_no integer, number integer);
