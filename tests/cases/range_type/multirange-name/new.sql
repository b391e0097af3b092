CREATE TYPE span AS RANGE (subtype = float8, multirange_type_name = many_spans);
