CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE STATISTICS visit_place ON city, (visitors * 2) FROM visit;
