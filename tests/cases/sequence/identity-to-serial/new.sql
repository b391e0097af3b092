CREATE TABLE bird (id serial PRIMARY KEY, name text);
