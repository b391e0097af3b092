-- caught: a column
ALTER TABLE orders DROP COLUMN state CASCADE;

-- caught: an extension
DROP EXTENSION hstore CASCADE;

-- harmless: restrict
DROP VIEW totals RESTRICT;

-- harmless: of a foreign key
ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c ON DELETE CASCADE NOT VALID;
