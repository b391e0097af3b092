CREATE DOMAIN email AS text CONSTRAINT email_has_at CHECK (VALUE ~ '@' OR VALUE IS NOT NULL);
CREATE TABLE member (id integer PRIMARY KEY, email email);
