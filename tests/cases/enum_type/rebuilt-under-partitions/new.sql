CREATE TYPE state AS ENUM ('old', 'new');
CREATE TABLE job (id integer, s state DEFAULT 'new', t state) PARTITION BY RANGE (id);
CREATE TABLE job_1 PARTITION OF job FOR VALUES FROM (1) TO (10);
CREATE TABLE job_2 PARTITION OF job (s DEFAULT 'old', t DEFAULT 'old') FOR VALUES FROM (10) TO (20);
CREATE INDEX job_s ON job (s);
CREATE TABLE parent (s state DEFAULT 'new');
CREATE TABLE child () INHERITS (parent);
ALTER TABLE child ALTER s DROP DEFAULT;
