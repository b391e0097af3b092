CREATE TABLE p (id int, k text NOT NULL DEFAULT 'x', n int CHECK (n > 0)) PARTITION BY LIST (k);
CREATE INDEX p_id ON p (id);
CREATE UNIQUE INDEX p_nk ON p (n, k);
