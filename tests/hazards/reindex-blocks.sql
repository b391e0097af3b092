-- caught: a table
REINDEX TABLE orders;

-- caught: a database, in options
REINDEX (VERBOSE) DATABASE shop;

-- harmless: as an option
REINDEX (CONCURRENTLY, VERBOSE) TABLE orders;
