CREATE TABLE trip (
  kind character varying(10), seats integer, start date, price numeric,
  CONSTRAINT c1 CHECK (((kind)::text = ANY ((ARRAY['bus'::character varying, 'tram'::character varying])::text[]))),
  CONSTRAINT c2 CHECK (((seats >= 1) AND (seats <= 60))),
  CONSTRAINT c3 CHECK ((start > '2020-01-01'::date)),
  CONSTRAINT c4 CHECK (((kind)::text ~~ 'b%'::text)),
  CONSTRAINT c5 CHECK ((price <> (0)::numeric)),
  CONSTRAINT c6 CHECK ((COALESCE(seats, 0) > '-1'::integer))
);
