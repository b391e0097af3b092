CREATE TABLE book (
  a timestamptz DEFAULT current_timestamp,
  b bool DEFAULT 't',
  c jsonb DEFAULT '{ }',
  d interval DEFAULT '1 hour',
  e varchar DEFAULT 'x',
  f decimal(4, 2) DEFAULT 1.5,
  g uuid DEFAULT pg_catalog.gen_random_uuid(),
  h int DEFAULT -1
);
