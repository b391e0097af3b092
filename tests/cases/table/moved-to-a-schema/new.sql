CREATE SCHEMA archive;
CREATE TABLE archive.bill ( -- trueup: renamed from public.invoice
  id serial PRIMARY KEY,
  total numeric CHECK (total > 0)
);
CREATE INDEX bill_total ON archive.bill (total);
CREATE TABLE line (invoice_id integer REFERENCES archive.bill (id));
CREATE VIEW totals AS SELECT sum(bill.total) AS total FROM archive.bill;
