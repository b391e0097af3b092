CREATE TABLE job (id integer PRIMARY KEY, at timestamp DEFAULT CURRENT_TIMESTAMP, d date);
