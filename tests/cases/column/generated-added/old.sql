CREATE TABLE box (width integer, height integer);
