CREATE TEXT SEARCH TEMPLATE mine (LEXIZE = dsimple_lexize);
