CREATE DOMAIN trimmed AS text CHECK (VALUE = btrim(VALUE));
CREATE DOMAIN short_trimmed AS trimmed CHECK (length(VALUE) <= 12);
CREATE TABLE tag (name short_trimmed PRIMARY KEY);
