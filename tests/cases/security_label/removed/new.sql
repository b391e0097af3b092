CREATE TABLE jar (id integer PRIMARY KEY, label text);
