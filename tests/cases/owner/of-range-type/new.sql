CREATE ROLE case_owner_range_type_old;
CREATE ROLE case_owner_range_type_new;
CREATE TYPE span AS RANGE (subtype = float8);
ALTER TYPE span OWNER TO case_owner_range_type_new;
