CREATE DOMAIN mail_address AS text CHECK (VALUE LIKE '%@%'); -- trueup: renamed from email
CREATE TABLE t (id integer, e mail_address);
