CREATE TEXT SEARCH PARSER plain (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE TABLE page (id integer PRIMARY KEY, body text);
CREATE TEXT SEARCH CONFIGURATION site (PARSER = plain);
ALTER TEXT SEARCH CONFIGURATION site ADD MAPPING FOR word, asciiword WITH simple;
CREATE INDEX page_body ON page USING gin (to_tsvector('site', body));
