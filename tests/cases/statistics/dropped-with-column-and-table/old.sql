CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE TABLE old (a integer, b integer);
CREATE STATISTICS visit_place ON city, zip FROM visit;
CREATE STATISTICS old_both ON a, b FROM old;
