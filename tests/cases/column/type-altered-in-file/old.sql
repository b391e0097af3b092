CREATE TABLE parcel (id integer PRIMARY KEY, state text DEFAULT 'new' CHECK (state IN ('new', 'sent')), weight integer CHECK (weight > 0));
CREATE INDEX parcel_state ON parcel (state) WHERE state = 'new';
