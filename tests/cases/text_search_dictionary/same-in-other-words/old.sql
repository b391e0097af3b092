CREATE TEXT SEARCH DICTIONARY book (TEMPLATE = pg_catalog.simple, stopwords = 'french', accept = 'true');
