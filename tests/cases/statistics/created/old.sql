CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
