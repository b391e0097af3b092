CREATE SEQUENCE bird_id_seq;
CREATE TABLE bird (id serial PRIMARY KEY);
