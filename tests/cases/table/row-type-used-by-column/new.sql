CREATE TABLE shape (id integer PRIMARY KEY, corners integer, colour text);
CREATE TABLE drawing (id integer PRIMARY KEY, main shape);
