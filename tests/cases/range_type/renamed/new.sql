CREATE TYPE stretch AS RANGE (subtype = double precision, multirange_type_name = spans); -- trueup: renamed from span
CREATE TABLE t (id integer, s stretch);
