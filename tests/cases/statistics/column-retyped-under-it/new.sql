CREATE TABLE visit (city text, zip text, visitors bigint);
CREATE STATISTICS place ON city, zip FROM visit;
CREATE STATISTICS many ON (visitors + 1), zip FROM visit;
ALTER STATISTICS place SET STATISTICS 7;
