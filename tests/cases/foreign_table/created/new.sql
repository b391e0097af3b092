CREATE FOREIGN DATA WRAPPER pipe;
CREATE SERVER far FOREIGN DATA WRAPPER pipe;
CREATE FOREIGN TABLE ore (id integer OPTIONS (column_name 'ID') NOT NULL, name text COLLATE "C" DEFAULT 'iron', twice integer GENERATED ALWAYS AS (id * 2) STORED, CONSTRAINT sound CHECK (id > 0)) SERVER far OPTIONS (table_name 'ORE', "user" 'x');
COMMENT ON FOREIGN TABLE ore IS 'far away';
COMMENT ON COLUMN ore.name IS 'what it is';
