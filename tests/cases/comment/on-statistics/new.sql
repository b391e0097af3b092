CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE STATISTICS place ON city, zip FROM visit;
COMMENT ON STATISTICS place IS 'they go together';
