CREATE TABLE booking (during tsrange, EXCLUDE USING gist (during WITH &&) WHERE (during IS NOT NULL));
