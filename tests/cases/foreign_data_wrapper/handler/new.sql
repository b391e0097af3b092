CREATE EXTENSION postgres_fdw;
CREATE FOREIGN DATA WRAPPER pipe HANDLER postgres_fdw_handler;
