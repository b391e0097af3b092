CREATE TABLE address (street text, number integer);
