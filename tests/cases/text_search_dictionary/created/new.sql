CREATE TEXT SEARCH DICTIONARY book (TEMPLATE = snowball, LANGUAGE = german, StopWords = 'german');
CREATE TEXT SEARCH DICTIONARY "Plain" (TEMPLATE = pg_catalog.simple, ACCEPT = false);
