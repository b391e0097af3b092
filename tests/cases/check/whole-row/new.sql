CREATE TABLE trip (a integer, b integer, CONSTRAINT any_set CHECK (num_nonnulls(a, b) >= 0), CONSTRAINT not_empty CHECK (trip IS DISTINCT FROM NULL));
