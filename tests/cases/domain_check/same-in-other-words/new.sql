CREATE DOMAIN size AS text CONSTRAINT size_known CHECK ((VALUE = ANY (ARRAY['s'::text, 'm', 'l'])));
