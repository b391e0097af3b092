CREATE TABLE book (
  a timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
  b boolean DEFAULT true,
  c jsonb DEFAULT '{}'::jsonb,
  d interval DEFAULT '01:00:00'::interval,
  e character varying DEFAULT 'x'::character varying,
  f numeric(4,2) DEFAULT 1.5,
  g uuid DEFAULT gen_random_uuid(),
  h integer DEFAULT '-1'::integer
);
