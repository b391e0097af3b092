CREATE SCHEMA crm;
CREATE TYPE crm.kind AS ENUM ('person', 'firm');
CREATE TABLE crm.contacts (
  id bigserial PRIMARY KEY,
  kind crm.kind NOT NULL DEFAULT 'person',
  fullname text,
  mail text CONSTRAINT mail_once UNIQUE
);
CREATE TABLE crm.calls (id integer PRIMARY KEY, contact_id bigint REFERENCES crm.contacts (id), note text);
CREATE VIEW crm.firms AS SELECT id, fullname FROM crm.contacts WHERE kind = 'firm';
CREATE FUNCTION crm.label(c crm.contacts) RETURNS text LANGUAGE sql AS 'SELECT c.id::text';
