CREATE TABLE guest (
  id integer NOT NULL,
  name character varying(80) DEFAULT 'nobody'::character varying NOT NULL,
  arrived timestamp with time zone DEFAULT now(),
  stay interval(0),
  paid numeric(8,2) DEFAULT 0,
  room character(3),
  tags text[] DEFAULT '{}'::text[],
  CONSTRAINT guest_pkey PRIMARY KEY (id),
  CONSTRAINT guest_paid_check CHECK ((paid >= (0)::numeric))
);
