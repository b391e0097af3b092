CREATE EXTENSION hstore;
CREATE TEXT SEARCH PARSER plain (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE OPERATOR CLASS plain_ops FOR TYPE integer USING btree AS OPERATOR 3 =, FUNCTION 1 btint4cmp(integer, integer);
CREATE LANGUAGE mine HANDLER plpgsql_call_handler;
