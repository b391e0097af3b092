CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE STATISTICS place (ndistinct, dependencies, mcv) ON city, zip FROM visit;
CREATE STATISTICS day ON date_trunc('day'::text, at) FROM visit;
CREATE TABLE copy (city text, zip text, at timestamp, visitors integer);
CREATE STATISTICS copy_city_zip_stat ON city, zip FROM copy;
CREATE STATISTICS copy_expr_stat ON date_trunc('day'::text, at) FROM copy;
