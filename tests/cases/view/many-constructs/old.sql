CREATE TABLE train (id integer PRIMARY KEY, line text, seats integer, left_at timestamptz);
CREATE TABLE line (name text PRIMARY KEY, km numeric);
