CREATE TABLE visit (city text, at timestamp, visitors integer);
