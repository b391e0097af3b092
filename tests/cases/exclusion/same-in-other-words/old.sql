CREATE TABLE booking (during tsrange, CONSTRAINT booking_during_excl EXCLUDE USING gist (during range_ops WITH OPERATOR(pg_catalog.&&)) WHERE ((during IS NOT NULL)));
