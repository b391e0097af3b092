CREATE TYPE state AS ENUM ('open', 'done');
CREATE TABLE job (id integer PRIMARY KEY, state state NOT NULL DEFAULT 'open', log state[] NOT NULL DEFAULT ARRAY['open']::state[]);
