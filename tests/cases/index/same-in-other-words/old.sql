CREATE TABLE star (id integer PRIMARY KEY, name character varying(30), magnitude real);
CREATE INDEX star_a ON public.star USING btree (name);
CREATE INDEX star_b ON public.star USING btree (name DESC, magnitude);
CREATE INDEX star_c ON public.star USING btree (lower((name)::text)) WHERE ((magnitude > (5)::double precision) AND (name IS NOT NULL));
