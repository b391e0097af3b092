CREATE TABLE hall (id integer, code text);
ALTER TABLE hall ALTER COLUMN id SET NOT NULL;
CREATE UNIQUE INDEX hall_pkey ON hall (id);
ALTER TABLE hall ADD PRIMARY KEY USING INDEX hall_pkey;
