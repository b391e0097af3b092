CREATE ROLE case_owner_enum_type_old;
CREATE ROLE case_owner_enum_type_new;
CREATE TYPE mood AS ENUM ('up', 'down');
ALTER TYPE mood OWNER TO case_owner_enum_type_new;
