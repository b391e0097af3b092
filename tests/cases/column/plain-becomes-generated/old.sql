CREATE TABLE box (width integer, height integer, area integer);
