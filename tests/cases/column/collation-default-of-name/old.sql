CREATE TABLE tag (id integer PRIMARY KEY, word name, code text COLLATE "default");
