CREATE ROLE case_counter;
CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE STATISTICS place ON city, zip FROM visit;
