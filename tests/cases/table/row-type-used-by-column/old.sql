CREATE TABLE shape (id integer PRIMARY KEY, corners integer);
CREATE TABLE drawing (id integer PRIMARY KEY, main shape);
