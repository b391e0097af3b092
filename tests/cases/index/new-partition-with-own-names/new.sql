CREATE TABLE p (id int, k text NOT NULL DEFAULT 'x', n int CHECK (n > 0)) PARTITION BY LIST (k);
CREATE TABLE p_a (id int, k text NOT NULL DEFAULT 'x', n int, CONSTRAINT p_n_check CHECK (n > 0), PRIMARY KEY (n, k));
CREATE INDEX own_name ON p_a (id);
CREATE INDEX p_id ON p (id);
CREATE UNIQUE INDEX p_nk ON p (n, k);
ALTER TABLE p ATTACH PARTITION p_a FOR VALUES IN ('a');
