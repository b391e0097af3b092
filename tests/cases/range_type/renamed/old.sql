CREATE TYPE span AS RANGE (subtype = double precision, multirange_type_name = spans);
CREATE TABLE t (id integer, s span);
