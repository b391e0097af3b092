CREATE TABLE boss (id integer PRIMARY KEY);
CREATE TABLE job (id integer PRIMARY KEY, boss integer REFERENCES boss ON DELETE SET NULL);
CREATE INDEX job_boss_idx ON job (boss) WHERE boss IS NOT NULL;
