SET search_path = public;
CREATE TEXT SEARCH DICTIONARY first (TEMPLATE = simple, STOPWORDS = english, accept = true);
ALTER TEXT SEARCH DICTIONARY first (stopwords = 'french');
ALTER TEXT SEARCH DICTIONARY first RENAME TO book;
