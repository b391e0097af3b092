CREATE TABLE note (a integer CHECK (note IS NOT NULL), b integer CHECK ((note).a > 0), CHECK (note.* IS DISTINCT FROM NULL));
