CREATE TEXT SEARCH CONFIGURATION site (COPY = english);
CREATE TEXT SEARCH CONFIGURATION empty (PARSER = "default");
CREATE TEXT SEARCH CONFIGURATION again (COPY = site);
CREATE TABLE page (id integer PRIMARY KEY, body text, found tsvector GENERATED ALWAYS AS (to_tsvector('site', body)) STORED);
CREATE INDEX page_body ON page USING gin (to_tsvector('public.site', body));
CREATE INDEX page_again ON page USING gin (to_tsvector('again'::regconfig, body));
