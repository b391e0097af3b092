CREATE TYPE size AS ENUM ('tiny', 'small', 'middle', 'middle plus', 'large', 'huge', 'it''s big');
CREATE TABLE shirt (id integer PRIMARY KEY, size size NOT NULL);
