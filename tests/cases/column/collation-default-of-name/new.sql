CREATE TABLE tag (id integer PRIMARY KEY, word name COLLATE "default", code text);
