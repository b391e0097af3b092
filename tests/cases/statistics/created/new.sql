CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE STATISTICS visit_place ON city, zip FROM visit;
CREATE STATISTICS visit_few (mcv, ndistinct) ON zip, city, visitors FROM visit;
CREATE STATISTICS visit_day ON date_trunc('day', at) FROM visit;
CREATE STATISTICS visit_mixed (dependencies) ON (lower(city)), zip, (visitors) FROM visit;
ALTER STATISTICS visit_few SET STATISTICS 500;
