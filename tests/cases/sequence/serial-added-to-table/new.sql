CREATE TABLE bird (name text, id serial);
