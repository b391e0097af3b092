CREATE TABLE hut (id bigint NOT NULL PRIMARY KEY, name text NOT NULL DEFAULT 'hut', beds integer CONSTRAINT beds_ok CHECK (beds > 0)) WITH (fillfactor = 80);
CREATE UNIQUE INDEX hut_name_idx ON hut (name);
ALTER TABLE hut ENABLE ROW LEVEL SECURITY;
