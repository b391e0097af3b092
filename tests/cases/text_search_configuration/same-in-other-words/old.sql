CREATE TABLE page (id integer PRIMARY KEY, body text);
CREATE TEXT SEARCH CONFIGURATION site (COPY = pg_catalog.simple);
CREATE INDEX page_body ON page USING gin (to_tsvector('public.site'::regconfig, body));
CREATE VIEW v AS SELECT to_tsvector('english'::regconfig, page.body) AS a, to_tsvector('public.site'::regconfig, page.body) AS b FROM public.page;
