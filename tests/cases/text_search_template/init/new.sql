CREATE TEXT SEARCH TEMPLATE mine (LEXIZE = dsynonym_lexize, INIT = dsynonym_init);
