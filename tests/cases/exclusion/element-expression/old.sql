CREATE TABLE booking (first date, last date, CONSTRAINT no_overlap EXCLUDE USING gist (daterange(first, last) WITH &&));
