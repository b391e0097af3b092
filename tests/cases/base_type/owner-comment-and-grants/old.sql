CREATE ROLE case_base_type_old; CREATE ROLE case_base_type_new; CREATE ROLE case_base_type_guest;
GRANT CREATE ON SCHEMA public TO case_base_type_old, case_base_type_new;
CREATE TYPE label;
CREATE FUNCTION label_in(cstring) RETURNS label LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION label_out(label) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE label (INPUT = label_in, OUTPUT = label_out, STORAGE = extended);
ALTER TYPE label OWNER TO case_base_type_old;
