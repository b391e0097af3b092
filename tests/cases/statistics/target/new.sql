CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE STATISTICS visit_place ON city, zip FROM visit;
ALTER STATISTICS visit_place SET STATISTICS 1000;
CREATE STATISTICS other ON at, zip FROM visit;
