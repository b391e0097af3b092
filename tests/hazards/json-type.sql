-- caught: added
ALTER TABLE orders ADD COLUMN payload json;

-- harmless: jsonb
CREATE TABLE t (a jsonb);

-- harmless: a column of that name
CREATE TABLE t (json text);
