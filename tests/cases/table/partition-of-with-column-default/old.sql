CREATE TABLE log (at date NOT NULL, level text DEFAULT 'info') PARTITION BY RANGE (at);
