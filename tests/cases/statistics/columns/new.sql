CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE STATISTICS visit_place ON city, zip, visitors FROM visit;
