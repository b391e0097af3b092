CREATE TEXT SEARCH PARSER plain (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH CONFIGURATION by_plain (PARSER = plain);
ALTER TEXT SEARCH CONFIGURATION by_plain ADD MAPPING FOR word WITH simple;
