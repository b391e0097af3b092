CREATE TABLE visit (city varchar(20), zip text, visitors integer);
CREATE STATISTICS place ON city, zip FROM visit;
CREATE STATISTICS many ON (visitors + 1), zip FROM visit;
ALTER STATISTICS place SET STATISTICS 7;
