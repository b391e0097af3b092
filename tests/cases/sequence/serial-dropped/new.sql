CREATE TABLE bird (name text);
