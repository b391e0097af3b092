CREATE ROLE case_counter;
CREATE ROLE case_counter_before;
GRANT CREATE ON SCHEMA public TO case_counter, case_counter_before;
CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE STATISTICS place ON city, zip FROM visit;
ALTER STATISTICS place OWNER TO case_counter_before;
