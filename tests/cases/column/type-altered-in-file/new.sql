CREATE TABLE parcel (id integer PRIMARY KEY, state varchar DEFAULT 'new' CHECK (state IN ('new', 'sent')), weight smallint CHECK (weight > 0));
CREATE INDEX parcel_state ON parcel (state) WHERE state = 'new';
ALTER TABLE parcel ALTER state TYPE text, ALTER weight TYPE integer;
