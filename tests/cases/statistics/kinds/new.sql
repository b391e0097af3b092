CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE STATISTICS visit_place (ndistinct) ON city, zip FROM visit;
