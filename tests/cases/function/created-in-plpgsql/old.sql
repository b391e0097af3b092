CREATE TABLE hit (id serial PRIMARY KEY, page text);
