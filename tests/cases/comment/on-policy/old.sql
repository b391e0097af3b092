CREATE TABLE jar (id integer);
CREATE POLICY all_of_it ON jar USING (true);
COMMENT ON POLICY all_of_it ON jar IS 'first';
