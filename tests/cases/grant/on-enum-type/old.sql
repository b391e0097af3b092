CREATE ROLE case_grant_enum_type_a;
CREATE ROLE case_grant_enum_type_b;
CREATE TYPE mood AS ENUM ('up', 'down');
GRANT USAGE ON TYPE mood TO case_grant_enum_type_a;
