CREATE TABLE stop (line text NOT NULL, name text) PARTITION BY LIST (line);
CREATE TABLE stop_rest PARTITION OF stop DEFAULT;
