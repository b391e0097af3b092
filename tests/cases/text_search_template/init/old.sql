CREATE TEXT SEARCH TEMPLATE mine (LEXIZE = dsynonym_lexize, INIT = dsimple_init);
