CREATE TABLE bird (id bigserial PRIMARY KEY, name text);
