CREATE TABLE letter (id integer PRIMARY KEY, reader text, kind character varying(5));
CREATE POLICY own ON public.letter AS PERMISSIVE FOR ALL TO PUBLIC USING (((reader = CURRENT_USER) AND ((kind)::text = 'a'::text)));
