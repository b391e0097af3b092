CREATE TABLE page (id integer PRIMARY KEY, body text);
CREATE TEXT SEARCH CONFIGURATION site (COPY = english);
CREATE INDEX page_body ON page USING gin (to_tsvector('site', body));
