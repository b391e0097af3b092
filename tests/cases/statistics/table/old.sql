CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE TABLE guest (city text, zip text);
CREATE STATISTICS place ON city, zip FROM visit;
