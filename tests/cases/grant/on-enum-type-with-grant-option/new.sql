CREATE ROLE case_grant_enum_type_a_wgo;
CREATE TYPE mood AS ENUM ('up', 'down');
GRANT USAGE ON TYPE mood TO case_grant_enum_type_a_wgo WITH GRANT OPTION;
