CREATE TABLE seat (row_no integer NOT NULL, number integer NOT NULL, hall integer NOT NULL, PRIMARY KEY (hall, row_no, number));
