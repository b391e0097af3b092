CREATE TYPE label;
CREATE FUNCTION label_in(cstring) RETURNS label LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION label_out(label) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE label (INPUT = label_in, OUTPUT = label_out, STORAGE = extended);
COMMENT ON TYPE label IS 'short text';
CREATE TABLE shelf (name label);
CREATE FUNCTION label_text(label) RETURNS text LANGUAGE internal IMMUTABLE STRICT AS 'array_dims';
