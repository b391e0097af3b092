CREATE TABLE reading (at integer NOT NULL, sensor integer NOT NULL) PARTITION BY LIST (sensor);
CREATE TABLE reading_all PARTITION OF reading DEFAULT;
