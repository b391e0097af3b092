CREATE TABLE stop (line text NOT NULL, name text) PARTITION BY LIST (line);
CREATE TABLE stop_north PARTITION OF stop FOR VALUES IN ('n1', 'n2', 'n3');
