CREATE TABLE letter (id integer PRIMARY KEY, reader text, secret boolean);
