CREATE ROLE case_owner_composite_type_old;
CREATE ROLE case_owner_composite_type_new;
CREATE TYPE pair AS (a integer, b integer);
ALTER TYPE pair OWNER TO case_owner_composite_type_new;
