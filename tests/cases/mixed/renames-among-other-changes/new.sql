CREATE SCHEMA customers; -- trueup: renamed from crm
CREATE TYPE customers.kind AS ENUM (
  'person',
  'company', -- trueup: renamed from firm
  'group'
);
CREATE TABLE customers.people ( -- trueup: renamed from contacts
  id bigserial PRIMARY KEY,
  kind customers.kind NOT NULL DEFAULT 'company',
  full_name varchar(200) NOT NULL, -- trueup: renamed from fullname
  mail text
    CONSTRAINT mail_unique UNIQUE, -- trueup: renamed from mail_once
  since date DEFAULT current_date
);
CREATE TABLE customers.calls (id integer PRIMARY KEY, contact_id bigint REFERENCES customers.people (id), note text);
CREATE INDEX ON customers.calls (contact_id);
CREATE VIEW customers.companies AS -- trueup: renamed from firms
  SELECT id, full_name, since FROM customers.people WHERE kind = 'company';
CREATE FUNCTION customers.label(c customers.people) RETURNS text LANGUAGE sql AS 'SELECT c.full_name';
