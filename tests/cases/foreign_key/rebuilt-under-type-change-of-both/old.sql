CREATE TABLE artist (code character varying(4) PRIMARY KEY);
CREATE TABLE song (id integer PRIMARY KEY, artist character varying(4) REFERENCES artist ON DELETE CASCADE DEFERRABLE);
