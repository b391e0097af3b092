CREATE TABLE booking (cancelled boolean, during tsrange, CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&) WHERE (NOT cancelled));
