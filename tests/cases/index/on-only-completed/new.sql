CREATE TABLE sky (id integer, name text) PARTITION BY RANGE (id);
CREATE TABLE sky_low PARTITION OF sky FOR VALUES FROM (0) TO (100);
CREATE INDEX sky_name_idx ON sky (name);
