CREATE ROLE "case Grant ""Role""";
CREATE TABLE jar (id integer PRIMARY KEY, label text, secret text);
