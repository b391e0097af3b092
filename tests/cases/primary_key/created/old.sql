CREATE TABLE seat (row_no integer NOT NULL, number integer NOT NULL);
