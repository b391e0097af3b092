CREATE TABLE hut (id integer, nick varchar(4), extra text, beds integer);
ALTER TABLE hut DROP COLUMN extra, ALTER COLUMN id TYPE bigint, ALTER id SET NOT NULL;
ALTER TABLE hut RENAME COLUMN nick TO name;
ALTER TABLE hut ALTER COLUMN name TYPE text, ALTER COLUMN name SET DEFAULT 'hut', ALTER COLUMN name SET NOT NULL;
ALTER TABLE hut ADD PRIMARY KEY (id), ADD CONSTRAINT beds_ok CHECK (beds > 0), SET (fillfactor = 80), ENABLE ROW LEVEL SECURITY;
CREATE INDEX temporary_idx ON hut (beds);
DROP INDEX temporary_idx;
CREATE UNIQUE INDEX some_name ON hut (name);
ALTER INDEX some_name RENAME TO hut_name_idx;
