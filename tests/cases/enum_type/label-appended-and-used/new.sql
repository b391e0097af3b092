CREATE TYPE state AS ENUM ('open', 'done', 'waiting');
CREATE TABLE job (id integer PRIMARY KEY, state state NOT NULL DEFAULT 'waiting', CHECK (state <> 'waiting' OR id > 0));
CREATE INDEX job_waiting_idx ON job (id) WHERE state = 'waiting';
