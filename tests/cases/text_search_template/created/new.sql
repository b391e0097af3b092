CREATE TEXT SEARCH TEMPLATE mine (LEXIZE = dsimple_lexize, INIT = dsimple_init);
CREATE TEXT SEARCH DICTIONARY lower (TEMPLATE = mine);
