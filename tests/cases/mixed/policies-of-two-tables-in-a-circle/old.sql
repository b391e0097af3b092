CREATE TABLE team (id integer PRIMARY KEY, open boolean);
CREATE TABLE player (id integer PRIMARY KEY, team integer);
