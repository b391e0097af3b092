CREATE ROLE case_grant_range_type_a;
CREATE ROLE case_grant_range_type_b;
CREATE TYPE span AS RANGE (subtype = float8);
GRANT USAGE ON TYPE span TO case_grant_range_type_a;
