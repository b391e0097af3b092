CREATE SCHEMA archive;
CREATE TABLE invoice (id serial PRIMARY KEY, total numeric CHECK (total > 0));
CREATE INDEX invoice_total ON invoice (total);
CREATE TABLE line (invoice_id integer REFERENCES invoice (id));
CREATE VIEW totals AS SELECT sum(invoice.total) AS total FROM invoice;
