CREATE TABLE job (id integer PRIMARY KEY, at timestamptz DEFAULT CURRENT_TIMESTAMP, d timestamp);
