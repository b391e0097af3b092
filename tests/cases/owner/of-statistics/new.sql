CREATE ROLE case_counter;
GRANT CREATE ON SCHEMA public TO case_counter;
CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE STATISTICS place ON city, zip FROM visit;
ALTER STATISTICS place OWNER TO case_counter;
