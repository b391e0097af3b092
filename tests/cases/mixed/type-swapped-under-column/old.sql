CREATE TYPE colour AS ENUM ('red', 'blue');
CREATE TABLE car (id integer PRIMARY KEY, colour colour);
