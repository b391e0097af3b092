CREATE TABLE seat (row_no integer, number integer, CONSTRAINT seat_identity PRIMARY KEY (row_no, number));
