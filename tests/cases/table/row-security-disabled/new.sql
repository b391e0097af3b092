CREATE TABLE diary (id integer PRIMARY KEY, author text);
